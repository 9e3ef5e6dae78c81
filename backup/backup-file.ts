import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { Conflict } from '../domain/errors.ts';
import { looksSealed, opened, sealing } from './sealed-stream.ts';

/** The first line of a backup. */
export const manifest = z.object({
  format: z.literal(1),
  /** The version of Rapport that wrote it. */
  version: z.string(),
  /** RFC 3339. */
  madeAt: z.string(),
  /** What the data folder's secret.key holds; null where the key comes from RAPPORT_SECRET_KEY alone. */
  secretKey: z.string().nullable(),
  /** The mailboxes' passwords can only be read with the same RAPPORT_SECRET_KEY. */
  needsSecretKey: z.boolean(),
});
export type Manifest = z.infer<typeof manifest>;

/**
 * Writes a backup whole or not at all (0600), gzipped and sealed; without a passphrase everybody who can read the file
 * can open it. Returns its size in bytes. Throws Conflict when `file` exists and is no backup.
 */
export async function writeBackup(options: {
  readonly file: string;
  readonly passphrase: string | undefined;
  readonly manifest: Manifest;
  readonly lines: AsyncIterable<string>;
}): Promise<number> {
  const { file, lines } = options;
  await refuseToReplace(file);
  const draft = `${file}.${process.pid}.part`;
  try {
    await pipeline(
      Readable.from(beginWith(`${JSON.stringify(options.manifest)}\n`, lines)),
      createGzip(),
      await sealing(options.passphrase),
      createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }),
    );
    const { size } = await stat(draft);
    await rename(draft, file);
    return size;
  } catch (error) {
    await rm(draft, { force: true });
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new Conflict(
      `Could not write the backup ${file} (${code}). Choose a place that can be written to.`,
    );
  }
}

/** Opens a backup. The lines can be read once. Throws Conflict when it is none, for a wrong passphrase, and for damage. */
export async function readBackup(
  file: string,
  passphrase: string | undefined,
): Promise<{ readonly manifest: Manifest; readonly lines: AsyncGenerator<string> }> {
  const plain = Readable.from(opened(createReadStream(file), passphrase));
  const unzipped = createGunzip();
  // Its error is the one that counts: `pipe` would leave the reader waiting.
  plain.on('error', (error) => unzipped.destroy(error));
  const lines = linesOf(plain.pipe(unzipped));
  const first = await lines.next();
  const parsed = manifest.safeParse(JSON.parse(first.done ? 'null' : first.value));
  if (!parsed.success)
    throw new Conflict(`${file} was written by a newer version of Rapport. Use that one or newer.`);
  return { manifest: parsed.data, lines };
}

/** The first bytes of a file, enough to tell what it is. Throws Conflict when it cannot be read. */
export async function headOf(file: string): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const head = Buffer.alloc(64);
      const { bytesRead } = await handle.read(head, 0, head.length, 0);
      return head.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new Conflict(`Could not read ${file} (${(error as NodeJS.ErrnoException).code}).`);
  }
}

async function refuseToReplace(file: string): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there === undefined || (there.isFile() && there.size === 0)) return;
  if (there.isFile() && looksSealed(await headOf(file))) return;
  throw new Conflict(`${file} exists and is not a backup of Rapport. Choose another name.`);
}

async function* beginWith(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/** By hand: readline also ends lines at U+2028, which PostgreSQL leaves inside of its JSON. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const held: Buffer[] = [];
  for await (let chunk of bytes) {
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10)) {
      held.push(chunk.subarray(0, end));
      yield Buffer.concat(held.splice(0)).toString('utf8');
      chunk = chunk.subarray(end + 1);
    }
    held.push(chunk);
  }
}
