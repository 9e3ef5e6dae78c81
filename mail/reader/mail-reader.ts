import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { unreadable } from '../../domain/classify/unreadable.ts';
import type { MailContext, Verdict } from '../../domain/classify/verdict.ts';
import type { ParsedMail } from '../../domain/message.ts';
import type { Reading, ReadOptions } from './read-and-judge.ts';

/** Reads received mail where a hostile one can do no harm. */
export type MailReader = {
  readonly read: (source: Uint8Array, options?: ReadOptions) => Promise<Reading>;
  /** Judges a mail that was read before, with more known of its conversation. */
  readonly judge: (mail: ParsedMail, context: Partial<MailContext>) => Promise<Verdict>;
  readonly stop: () => Promise<void>;
};

export type ReaderLimits = {
  /** Milliseconds for one mail; what takes longer could not be read. */
  readonly deadline: number;
  /** MiB of memory for the thread's objects; the bounds of parsing limit the bytes besides. */
  readonly memory: number;
};

/** What the thread is asked. */
export type Task =
  | { readonly source: Uint8Array; readonly options: ReadOptions | undefined }
  | { readonly mail: ParsedMail; readonly context: Partial<MailContext> };

/** Ample for 1 MB, of which the worst mail takes half a second. */
export const usualLimits: ReaderLimits = { deadline: 10_000, memory: 256 };

/**
 * A reader with one thread, begun with the first mail and kept. A mail that exceeds a limit ends
 * the thread, and the next mail begins another. Mails are read one after the other.
 * Rejects only when no thread can be started: that says nothing about a mail.
 */
export function startReader(limits: ReaderLimits = usualLimits): MailReader {
  let thread: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function answer(task: Task): Promise<Answer> {
    // Node gives a thread that has ended the id -1.
    if (thread && thread.threadId < 0) thread = undefined;
    const worker = (thread ??= await startThread(limits));
    const result = await ask(worker, task, limits);
    if ('failure' in result) {
      thread = undefined;
      await worker.terminate();
    }
    return result;
  }

  function inTurn(task: Task): Promise<Answer> {
    const turn = queue.then(() => answer(task));
    queue = turn.catch(() => undefined);
    return turn;
  }

  return {
    async read(source, options) {
      // A copy: what is shared with other mails would be cloned with it.
      const result = await inTurn({ source: new Uint8Array(source), options });
      return 'failure' in result ? { unreadable: result.failure } : (result.answer as Reading);
    },
    async judge(mail, context) {
      const result = await inTurn({ mail, context });
      return 'failure' in result ? unreadable(result.failure) : (result.answer as Verdict);
    },
    async stop() {
      const running = thread;
      thread = undefined;
      await running?.terminate();
    },
  };
}

/** What the thread said, or why it said nothing. */
type Answer = { readonly answer: unknown } | { readonly failure: string };

async function startThread({ memory }: ReaderLimits): Promise<Worker> {
  const worker = newThread({ resourceLimits: { maxOldGenerationSizeMb: memory } });
  // A thread that is being ended may still report an error, which nobody waits for.
  worker.on('error', () => undefined);
  try {
    const [first] = (await Promise.race([once(worker, 'message'), once(worker, 'exit')])) as [
      unknown,
    ];
    if (first !== 'ready') throw new Error(`It ended with code ${String(first)}.`);
  } catch (error) {
    throw new Error('Could not start the thread that reads mail. See the cause, then try again.', {
      cause: error,
    });
  }
  worker.unref();
  return worker;
}

/** Compiled, the thread is a JavaScript file beside this one; sources need tsx to be run (tests, tools). */
function newThread(options: WorkerOptions): Worker {
  if (extname(new URL(import.meta.url).pathname) === '.js')
    return new Worker(new URL('./reader-thread.js', import.meta.url), options);
  const { href } = new URL('./reader-thread.ts', import.meta.url);
  const begin = `import('tsx/esm/api').then(({ register }) => { register(); return import('${href}'); });`;
  return new Worker(begin, { ...options, eval: true });
}

/** The answer to a task, within the limits. The process stays until it is there. */
function ask(worker: Worker, task: Task, { deadline, memory }: ReaderLimits): Promise<Answer> {
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => fail(`it takes longer than ${deadline / 1000} seconds.`),
      deadline,
    );
    const settle = (result: Answer): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(result);
    };
    const fail = (why: string): void => settle({ failure: `Could not read the mail: ${why}` });
    const onMessage = (answer: unknown): void => settle({ answer });
    const onExit = (): void => fail('reading it failed.');
    const onError = ({ code }: NodeJS.ErrnoException): void =>
      fail(
        code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? `it takes more than ${memory} MiB of memory.`
          : 'reading it failed.',
      );
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(task, 'source' in task ? [task.source.buffer as ArrayBuffer] : []);
  });
}
