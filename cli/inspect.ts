import { once } from 'node:events';
import { bounceMeaning } from '../domain/classify/bounce/meaning.ts';
import { classify } from '../domain/classify/classify.ts';
import type { Verdict } from '../domain/classify/verdict.ts';
import { type ReadMail, readBytes, readMails } from '../mail/mime/read-files.ts';

type Input = {
  /** Files, folders, or `-` for one mail on the standard input. */
  readonly files: readonly string[];
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly json: boolean;
  readonly out: NodeJS.WritableStream;
  /** Where it says what could not be read. */
  readonly err?: NodeJS.WritableStream;
};

const MOST_STDIN_BYTES = 16 * 1024 * 1024;

/**
 * Judges mails and writes a line for each as soon as it is known.
 * @returns the exit code: 0, 1 when a named path cannot be read, 2 when none is named.
 */
export async function inspect(input: Input): Promise<0 | 1 | 2> {
  const err = input.err ?? process.stderr;
  if (input.files.length === 0) {
    err.write(
      'Could not inspect: no file was named. Name files or folders, or - for the standard input.\n',
    );
    return 2;
  }
  let code: 0 | 1 = 0;
  for (const file of input.files) {
    if (file === '-') {
      const bytes = await readAll(input.stdin);
      await write(
        input,
        readBytes('-', () => bytes),
      );
      continue;
    }
    try {
      for (const read of readMails(file)) await write(input, read);
    } catch (error) {
      code = 1;
      err.write(
        `Could not inspect ${file}: ${error instanceof Error ? error.message : String(error)}\n`,
      );
    }
  }
  return code;
}

async function write(input: Input, read: ReadMail): Promise<void> {
  const line = input.json ? JSON.stringify(asJson(read)) : asText(read);
  if (!input.out.write(`${line}\n`)) await once(input.out, 'drain');
}

/** The fields that the command promises, whatever else a verdict knows. */
function asJson(read: ReadMail): Record<string, unknown> {
  if ('error' in read) return { file: read.file, error: read.error };
  const verdict = judge(read);
  if ('error' in verdict) return { file: read.file, error: verdict.error };
  return {
    file: read.file,
    kind: verdict.kind,
    subkind: verdict.subkind ?? null,
    certain: verdict.certain,
    meaning: bounceMeaning(verdict) ?? null,
    reasons: verdict.reasons,
    from: read.mail.from?.address ?? null,
    visibleText: verdict.visibleText,
    returnDate: verdict.returnDate ?? null,
    recipient: verdict.recipient ?? null,
    status: verdict.status ?? null,
    calendar: verdict.calendar ?? null,
    refersTo: verdict.refersTo.map((one) => one.email),
  };
}

function asText(read: ReadMail): string {
  if ('error' in read) return `${read.file}: ${read.error}`;
  const verdict = judge(read);
  if ('error' in verdict) return `${read.file}: ${verdict.error}`;
  const subkind = verdict.subkind === undefined ? '' : ` (${verdict.subkind})`;
  return `${read.file}: ${verdict.kind}${subkind}. ${verdict.reasons.join(' ')}`;
}

/** One mail that defeats the rules does not end a run over thousands. */
function judge(read: Extract<ReadMail, { mail: unknown }>): Verdict | { readonly error: string } {
  try {
    return classify(read.mail);
  } catch (error) {
    return {
      error: `Could not judge the mail: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** The first 16 MiB; the rest is read and dropped, so that the writer does not fail. */
async function readAll(stdin: AsyncIterable<Uint8Array | string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    if (length <= MOST_STDIN_BYTES) chunks.push(Buffer.from(chunk as Uint8Array));
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}
