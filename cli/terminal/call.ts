import { readFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { dataFolder } from '../../config/data-folder.ts';
import { InvalidInput, Conflict } from '../../domain/errors.ts';
import { nextSteps } from '../../domain/next-step.ts';
import type { Operations } from '../../operations/registry.ts';
import { pathNames, routeOf, takesBody, type OperationName } from '../../operations/routes.ts';
import type { Io } from './io.ts';
import { howToTake } from './next-step.ts';
import { oneLine } from './print.ts';

/** What an operation takes, as words were typed: the operation itself judges whether they are among those it knows. */
export type Given<Name extends OperationName> = Unjudged<z.input<Operations[Name]['input']>>;

type Unjudged<Value> = Value extends string
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly Unjudged<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Unjudged<Value[Key]> }
      : Value;

/** What an operation gives, as it comes out of JSON. */
export type Result<Name extends OperationName> = z.output<Operations[Name]['output']>;

/** The API's answer that something was not done (RFC 9457). */
export class Problem extends Conflict {
  readonly problem: object;
  constructor(message: string, problem: object) {
    super(message);
    this.problem = problem;
  }
}

/** There is no running instance to ask. */
export class NotRunning extends Conflict {}

export type Instance = {
  readonly url: string;
  readonly token: string;
  /** Where to call it, when people reach it at another address. */
  readonly callAt?: string;
};

/**
 * Asks the running instance of this data folder for an operation by its name, and returns its JSON, which is trusted to
 * be of the operation's output. What is undefined is not sent. Throws InvalidInput, Problem, or NotRunning.
 */
export async function call<Name extends OperationName>(
  io: Io,
  name: Name,
  given: Given<Name>,
): Promise<Result<Name>> {
  const { status, text, trouble } = await exchange(io, requestFor(name, given));
  sayOnce(io, trouble);
  const answer = parse(text);
  if (status >= 200 && status < 300) return answer as Result<Name>;
  const detail = 'detail' in answer ? String(answer.detail) : '';
  if (detail === '')
    throw new Conflict(
      `Could not ask Rapport: what answers at its address is something else (HTTP ${status}). Start it again with "npm start".`,
    );
  const said = [detail, ...wayOut(answer)].join(' ');
  if (status === 422 || status === 400)
    throw new InvalidInput(said, 'field' in answer ? String(answer.field) : undefined);
  throw new Problem(said, answer);
}

type Request = {
  readonly method: string;
  /** Below `/api/v1`, with its query. */
  readonly path: string;
  readonly body?: object;
};

function requestFor(name: OperationName, given: object): Request {
  const route = routeOf(name);
  const fields = new Map(Object.entries(given).filter(([, value]) => value !== undefined));
  const path = pathNames(route).reduce((before, field) => {
    const part = encodeURIComponent(String(fields.get(field)));
    fields.delete(field);
    return before.replace(`{${field}}`, () => part);
  }, route.path);
  if (fields.size === 0) return { method: route.method, path };
  if (takesBody(route)) return { method: route.method, path, body: Object.fromEntries(fields) };
  const query = new URLSearchParams(
    [...fields].map(([field, value]): [string, string] => [field, String(value)]),
  );
  return { method: route.method, path: `${path}?${query.toString()}` };
}

/** A newer instance may name steps that this command line does not know. */
function wayOut(answer: object): readonly string[] {
  const step = nextSteps.find((known) => 'next' in answer && answer.next === known);
  return step === undefined ? [] : [howToTake(step)];
}

/** What `<data>/run/instance.json` says (embedded/instance.ts). Throws NotRunning. */
export function runningInstance(io: Io): Instance {
  const { root, instance } = dataFolder(io.environment);
  try {
    const found: unknown = JSON.parse(readFileSync(instance, 'utf8'));
    if (isInstance(found)) return found;
  } catch {
    // No file, no right to read it, or half of it: the sentence is the same.
  }
  throw notRunning(root);
}

function isInstance(value: unknown): value is Instance {
  if (typeof value !== 'object' || value === null) return false;
  return 'url' in value && typeof value.url === 'string' && 'token' in value;
}

function notRunning(root: string): NotRunning {
  return new NotRunning(`Rapport is not running on ${root}. Start it with: npm start`);
}

type Answer = {
  readonly status: number;
  readonly text: string;
  /** A sentence about a mailbox that does not work. */
  readonly trouble: string | undefined;
};

function troubleOf({ headers }: IncomingMessage): string | undefined {
  const header = headers['rapport-mailbox-trouble'];
  if (typeof header !== 'string') return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    return undefined;
  }
}

const warned = new WeakSet<Io>();

/** Whatever the command is, a mailbox that died is said in one line, once. */
function sayOnce(io: Io, trouble: string | undefined): void {
  if (trouble === undefined || warned.has(io)) return;
  warned.add(io);
  io.err.write(`${oneLine(trouble)}\n`);
}

// node:http, as `fetch` takes three times as long to load.
function exchange(io: Io, { method, path: below, body }: Request) {
  const instance = runningInstance(io);
  const content = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  return new Promise<Answer>((resolve, reject) => {
    const request = httpRequest(new URL(`/api/v1${below}`, instance.callAt ?? instance.url), {
      method,
      agent: false,
      headers: {
        authorization: `Bearer ${instance.token}`,
        accept: 'application/json',
        ...(content && { 'content-type': 'application/json', 'content-length': content.length }),
      },
    });
    request.on('response', (response) => {
      readText(response).then(
        (text) => resolve({ status: response.statusCode ?? 0, text, trouble: troubleOf(response) }),
        reject,
      );
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      const gone = error.code === 'ECONNREFUSED' || error.code === 'ECONNRESET';
      reject(gone ? notRunning(dataFolder(io.environment).root) : error);
    });
    request.setTimeout(longestWait, () =>
      request.destroy(new Error('Rapport did not answer within three minutes.')),
    );
    request.end(content);
  });
}

/** Milliseconds. Checking a mailbox whose server does not answer takes its time. */
const longestWait = 180_000;

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): object {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : {};
  } catch {
    return {};
  }
}
