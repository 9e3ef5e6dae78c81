import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Answer } from '../../domain/meeting/answer/answer.ts';
import { isTimeZone } from '../../domain/timing/time-zone.ts';
import { readAnswer } from '../../domain/meeting/answer/read-answer.ts';
import { oneLine } from '../terminal/print.ts';

type Input = {
  /** Files of lines of JSON, or `-` for the standard input. */
  readonly files: readonly string[];
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly out: NodeJS.WritableStream;
  /** Where it says which lines could not be read. */
  readonly err: NodeJS.WritableStream;
};

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const zone = z.string().refine(isTimeZone, 'is no time zone that this system knows');

const answerLine = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  offered_slots: z.array(z.object({ start: instant, end: instant })).nullish(),
  anchor: instant,
  sender_zone: zone.nullish(),
  user_zone: zone,
  fixed: z.boolean().nullish(),
});

/**
 * Reads answers about a time and writes one line of JSON for each: `{id, act, slots, times, windows, certain}`.
 * @returns false when a file or a line could not be read; the others are written all the same.
 */
export async function inspectAnswers(input: Input): Promise<boolean> {
  let complete = true;
  for (const file of input.files) {
    const stream = file === '-' ? Readable.from(input.stdin) : createReadStream(file);
    let number = 0;
    try {
      for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
        number++;
        if (line.trim() === '') continue;
        const written = outputOf(line);
        if ('error' in written) {
          complete = false;
          input.err.write(
            `Could not read line ${number} of ${oneLine(file)}: ${oneLine(written.error)}\n`,
          );
        } else if (!input.out.write(`${JSON.stringify(written)}\n`)) await once(input.out, 'drain');
      }
    } catch (error) {
      complete = false;
      const why = error instanceof Error ? error.message : String(error);
      input.err.write(`Could not inspect ${oneLine(file)}: ${oneLine(why)}\n`);
    }
  }
  return complete;
}

type Output = { readonly error: string } | AnswerLine;

type AnswerLine = Pick<Answer, 'act' | 'slots' | 'windows' | 'certain'> & {
  readonly id: string | number;
  /** RFC 3339 in UTC. */
  readonly times: readonly string[];
};

function outputOf(line: string): Output {
  const parsed = answerLine.safeParse(jsonOf(line));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      error: `${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'unknown shape'}.`,
    };
  }
  const { id, text, offered_slots, anchor, sender_zone, user_zone, fixed } = parsed.data;
  const answer = readAnswer({
    text,
    slots: offered_slots ?? [],
    fixed: fixed ?? false,
    receivedAt: anchor,
    senderZone: sender_zone ?? undefined,
    userZone: user_zone,
  });
  return {
    id,
    act: answer.act,
    slots: answer.slots,
    times: answer.times.map((time) => time.toISOString().replace('.000Z', 'Z')),
    windows: answer.windows,
    certain: answer.certain,
  };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
