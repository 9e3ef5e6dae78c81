import { once } from 'node:events';
import { bounceMeaning } from '../../domain/classify/bounce/meaning.ts';
import { type MailFile, MOST_BYTES, mailFile, mailFiles } from '../../mail/reader/mail-files.ts';
import { type MailReader, startReader } from '../../mail/reader/mail-reader.ts';
import type { Reading } from '../../mail/reader/read-and-judge.ts';
import { oneLine } from '../terminal/print.ts';

type Input = {
  /** Files, folders, or `-` for one mail on the standard input. */
  readonly files: readonly string[];
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly json: boolean;
  readonly out: NodeJS.WritableStream;
  /** Where it says what could not be read. */
  readonly err?: NodeJS.WritableStream;
  /** Reads the mails; a thread of its own when absent. */
  readonly reader?: MailReader;
};

/** More than live mail gets: a file may be sixteen times as long. */
const limits = { deadline: 30_000, memory: 512 };

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
  const reader = input.reader ?? startReader(limits);
  let code: 0 | 1 = 0;
  for (const file of input.files) {
    try {
      for await (const found of file === '-' ? standardInput(input) : mailFiles(file))
        await write(input, await read(reader, found));
    } catch (error) {
      code = 1;
      err.write(
        `Could not inspect ${oneLine(file)}: ${oneLine(error instanceof Error ? error.message : String(error))}\n`,
      );
    }
  }
  await reader.stop();
  return code;
}

type Inspected =
  | Extract<Reading, { readonly mail: unknown }>
  /** Why it could not be read. */
  | { readonly error: string };

async function read(
  reader: MailReader,
  found: MailFile,
): Promise<Inspected & { readonly file: string }> {
  if ('error' in found) return found;
  const { file } = found;
  const reading = await reader.read(found.source, { maxBytes: MOST_BYTES });
  return 'unreadable' in reading ? { file, error: reading.unreadable } : { file, ...reading };
}

async function write(
  input: Input,
  inspected: Inspected & { readonly file: string },
): Promise<void> {
  const line = input.json ? JSON.stringify(asJson(inspected)) : asText(inspected);
  if (!input.out.write(`${line}\n`)) await once(input.out, 'drain');
}

/** The fields that the command promises, whatever else a verdict knows. */
function asJson(inspected: Inspected & { readonly file: string }): Record<string, unknown> {
  if ('error' in inspected) return { file: inspected.file, error: inspected.error };
  const { file, mail, verdict } = inspected;
  return {
    file,
    kind: verdict.kind,
    subkind: verdict.subkind ?? null,
    certain: verdict.certain,
    meaning: bounceMeaning(verdict) ?? null,
    reasons: verdict.reasons,
    from: mail.from?.address ?? null,
    visibleText: verdict.visibleText,
    returnDate: verdict.returnDate ?? null,
    recipient: verdict.recipient ?? null,
    status: verdict.status ?? null,
    calendar: verdict.calendar ?? null,
    refersTo: verdict.refersTo.map((one) => one.email),
  };
}

/** Reasons quote the mail, and a file's name may come with it: neither may steer the terminal. */
function asText(inspected: Inspected & { readonly file: string }): string {
  const file = oneLine(inspected.file);
  if ('error' in inspected) return `${file}: ${oneLine(inspected.error)}`;
  const { kind, subkind, reasons } = inspected.verdict;
  const more = subkind === undefined ? '' : ` (${subkind})`;
  return `${file}: ${oneLine(`${kind}${more}. ${reasons.join(' ')}`)}`;
}

/** The first 16 MiB; the rest is read and dropped, so that the writer does not fail. */
async function* standardInput({ stdin }: Input): AsyncGenerator<MailFile> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    if (length <= MOST_BYTES) chunks.push(Buffer.from(chunk as Uint8Array));
    length += chunk.length;
  }
  yield mailFile('-', () => Buffer.concat(chunks));
}
