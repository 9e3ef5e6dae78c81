import { createReadStream } from 'node:fs';
import { InvalidInput } from '../../domain/errors.ts';
import {
  type CalendarReading,
  maxCalendarBytes,
  readBusyTimes,
  type ReadingOptions,
} from '../../domain/meeting/feed/busy-times.ts';
import type { Io } from '../terminal/io.ts';

/** Reads a calendar file, or the standard input for `-`, in bounded time. Throws InvalidInput when there is no such file. */
export async function readCalendarFile(
  io: Io,
  file: string,
  options: ReadingOptions,
): Promise<CalendarReading> {
  const bytes = await readBytes(io, file);
  if (bytes === undefined)
    return { recognised: false, complete: false, problem: tooLarge, busy: [], unknown: [] };
  const deadline = performance.now() + longest;
  return readBusyTimes(bytes.toString('utf8'), {
    ...options,
    timeIsUp: () => performance.now() > deadline,
  });
}

/** The text of a calendar file. Throws InvalidInput when there is none, or it is too large. */
export async function readCalendarText(io: Io, file: string): Promise<string> {
  const bytes = await readBytes(io, file);
  if (bytes === undefined)
    throw new InvalidInput(`Could not read the calendar ${file}: ${tooLarge}.`);
  return bytes.toString('utf8');
}

const tooLarge = 'it is larger than 30 MB';

/** Undefined for more than a calendar may have; the rest is then not read. */
async function readBytes(io: Io, file: string): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of file === '-' ? io.stdin : createReadStream(file)) {
      const bytes = Buffer.from(chunk as Uint8Array);
      length += bytes.length;
      if (length > maxCalendarBytes) return undefined;
      chunks.push(bytes);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message;
    throw new InvalidInput(`Could not read the calendar ${file}: ${reason}.`);
  }
  return Buffer.concat(chunks);
}

/** Milliseconds. */
const longest = 20_000;
