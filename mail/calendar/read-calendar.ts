import { gunzipSync, gzipSync } from 'node:zlib';
import {
  busyTimesInSteps,
  type CalendarReading,
  maxCalendarBytes,
  type ReadingOptions,
} from '../../domain/meeting/feed/busy-times.ts';
import { CalendarUnreachable, type fetchCalendar, type KnownCopy } from './fetch-calendar.ts';

/** A calendar as it is stored; `content` is the gzip of the file, or of the last copy. */
export type CalendarSource = {
  /** Undefined for a file. */
  readonly address: string | undefined;
  readonly content: Uint8Array | null;
  readonly copy: KnownCopy;
};

export type CalendarOutcome =
  | {
      readonly state: 'read' | 'incomplete';
      readonly reading: CalendarReading;
      /** What is to be stored, where it changed. */
      readonly fresh: { readonly content: Uint8Array; readonly copy: KnownCopy } | undefined;
    }
  /** `problem` is the end of "… could not be read: ". */
  | { readonly state: 'failed'; readonly problem: string };

/** Milliseconds of work on one calendar. */
const longest = 15_000;

/** Asks for the calendar unless `ask` is false and there is a copy, and reads its busy times, with pauses for others. */
export async function readCalendar(
  source: CalendarSource,
  options: ReadingOptions & { readonly ask: boolean; readonly fetch: typeof fetchCalendar },
): Promise<CalendarOutcome> {
  const { address, content } = source;
  try {
    const ask = address !== undefined && (options.ask || content === null);
    const known = content === null ? { etag: null, lastModified: null } : source.copy;
    const fetched = ask ? await options.fetch(address, known) : { changed: false as const };
    const bytes = fetched.changed ? fetched.bytes : unpacked(content);
    const reading = await read(bytes.toString('utf8'), options);
    return {
      state: reading.complete ? 'read' : 'incomplete',
      reading,
      fresh: fetched.changed ? { content: packed(bytes), copy: fetched.copy } : undefined,
    };
  } catch (error) {
    if (error instanceof CalendarUnreachable) return { state: 'failed', problem: error.message };
    throw error;
  }
}

/** What is stored of a calendar. */
export function packed(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(gzipSync(bytes, { level: 6 }));
}

function unpacked(content: Uint8Array | null): Buffer {
  if (content === null) throw new CalendarUnreachable('there is no copy of it');
  return gunzipSync(content, { maxOutputLength: maxCalendarBytes });
}

async function read(text: string, options: ReadingOptions): Promise<CalendarReading> {
  const deadline = performance.now() + longest;
  const steps = busyTimesInSteps(text, {
    ...options,
    timeIsUp: () => performance.now() > deadline,
  });
  let paused = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - paused < 10) continue;
    await new Promise((resolve) => setImmediate(resolve));
    paused = performance.now();
  }
}
