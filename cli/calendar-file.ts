import { createReadStream } from 'node:fs';
import { InvalidInput } from '../domain/errors.ts';
import {
  type CalendarReading,
  maxCalendarBytes,
  readBusyTimes,
  type ReadingOptions,
} from '../domain/meeting/feed/busy-times.ts';
import type { Io } from './io.ts';

/** Reads a calendar file, or the standard input for `-`, in bounded time. Throws InvalidInput when there is no such file. */
export async function readCalendarFile(
  io: Io,
  file: string,
  options: ReadingOptions,
): Promise<CalendarReading> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of file === '-' ? io.stdin : createReadStream(file)) {
      const bytes = Buffer.from(chunk as Uint8Array);
      length += bytes.length;
      // The rest is not kept: what is too large counts as not read.
      if (length > maxCalendarBytes) break;
      chunks.push(bytes);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message;
    throw new InvalidInput(`Could not read the calendar ${file}: ${reason}.`);
  }
  if (length > maxCalendarBytes)
    return { complete: false, problem: 'it is larger than 30 MB', busy: [] };
  const deadline = performance.now() + longest;
  return readBusyTimes(Buffer.concat(chunks).toString('utf8'), {
    ...options,
    timeIsUp: () => performance.now() > deadline,
  });
}

/** Milliseconds. */
const longest = 20_000;
