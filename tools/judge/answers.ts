/**
 * `npm run judge:answers -- FOLDER [--misses] [--third N]`: how well answers about a time are read.
 * The folder has files of lines of JSON: what `inspect --answers` takes, and `expected` with `act`,
 * `slots` and `times`. With `--third N` (0 to 2) only every third item counts, for cross-validation.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Act, Answer } from '../../domain/meeting/answer/answer.ts';
import { readAnswer } from '../../domain/meeting/answer/read-answer.ts';

type Row = {
  readonly id: string;
  readonly text: string;
  readonly offered_slots: readonly { readonly start: string; readonly end: string }[] | null;
  readonly anchor: string;
  readonly sender_zone: string | null;
  readonly user_zone: string;
  readonly expected: {
    readonly act: string;
    readonly slots?: readonly number[];
    readonly times?: readonly string[];
    readonly windows?: readonly unknown[];
  };
};

type Judged = { readonly row: Row; readonly answer: Answer };

/** Acts that speak about a meeting already agreed. */
const aboutFixed = new Set(['reschedule', 'cancels', 'confirms', 'asks_detail']);

const acts: Readonly<Record<string, Act>> = {
  accepts_one: 'accepts',
  accepts_several: 'accepts',
  accepts_ambiguous: 'accepts',
  declines_some: 'declines',
  declines_all: 'declines',
  asks_for_times: 'asks',
  asks_detail: 'asks',
  not_scheduling: 'none',
};

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Use: npm run judge:answers -- FOLDER [--misses] [--third 0|1|2]\n');
  process.exitCode = 2;
} else {
  const third = flags.includes('--third') ? Number(flags[flags.indexOf('--third') + 1]) : undefined;
  const rows = rowsOf(folder).filter((_, index) => third === undefined || index % 3 === third);
  const judged = rows.map((row) => ({ row, answer: answerOf(row) }));
  process.stdout.write(
    `${[...scores(judged), ...(flags.includes('--misses') ? misses(judged) : [])].join('\n')}\n`,
  );
}

function rowsOf(root: string): readonly Row[] {
  return readdirSync(root)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(root, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}

function answerOf(row: Row): Answer {
  return readAnswer({
    text: row.text,
    slots: (row.offered_slots ?? []).map(({ start, end }) => ({
      start: new Date(start),
      end: new Date(end),
    })),
    fixed: aboutFixed.has(row.expected.act),
    receivedAt: new Date(row.anchor),
    senderZone: row.sender_zone ?? undefined,
    userZone: row.user_zone,
  });
}

function scores(judged: readonly Judged[]): readonly string[] {
  const accepts = judged.filter(({ row }) => row.expected.act === 'accepts_one');
  const timed = judged.filter(({ row }) => (row.expected.times ?? []).length > 0);
  const wrong = judged.filter(isWrongCertain);
  const rightAct = judged.filter(({ row, answer }) => answer.act === actOf(row));
  const lines = [
    `single acceptances read: ${share(accepts.filter(hasSlots), accepts)}; certain: ${share(
      accepts.filter((one) => hasSlots(one) && one.answer.certain),
      accepts,
    )}`,
    `times read: ${share(timed.filter(hasTimes), timed)}; certain: ${share(
      timed.filter((one) => hasTimes(one) && one.answer.certain),
      timed,
    )}`,
    `wrong slot or time taken as certain: ${share(wrong, judged)}`,
    `wrong slot or time at all: ${share(judged.filter(isWrong), judged)}`,
    `act right: ${share(rightAct, judged)}`,
  ];
  const names = [...new Set(judged.map(({ row }) => row.expected.act))].sort();
  for (const name of names) {
    const all = judged.filter(({ row }) => row.expected.act === name);
    lines.push(
      `  ${name}: ${share(
        all.filter(({ row, answer }) => answer.act === actOf(row)),
        all,
      )}`,
    );
  }
  return lines;
}

function actOf(row: Row): string {
  return acts[row.expected.act] ?? row.expected.act;
}

function share(part: readonly unknown[], whole: readonly unknown[]): string {
  const percent = whole.length === 0 ? 0 : (100 * part.length) / whole.length;
  return `${part.length} of ${whole.length} (${percent.toFixed(1)} %)`;
}

function hasSlots({ row, answer }: Judged): boolean {
  return (
    answer.act === 'accepts' &&
    sameList(answer.slots.map(String), (row.expected.slots ?? []).map(String))
  );
}

function timesOf({ answer }: Judged): readonly string[] {
  return answer.times.map((time) => time.toISOString());
}

function hasTimes(one: Judged): boolean {
  return sameList(
    timesOf(one),
    (one.row.expected.times ?? []).map((time) => new Date(time).toISOString()),
  );
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

/** A slot or instant that the label does not have. */
function isWrong(one: Judged): boolean {
  const { row, answer } = one;
  const times = new Set((row.expected.times ?? []).map((time) => new Date(time).getTime()));
  const slots = new Set(row.expected.act.startsWith('accepts') ? row.expected.slots : []);
  return (
    answer.times.some((time) => !times.has(time.getTime())) ||
    answer.slots.some((slot) => !slots.has(slot))
  );
}

/** Worst of all: taken as certain, though it is wrong or only a part of what was accepted. */
function isWrongCertain(one: Judged): boolean {
  const { row, answer } = one;
  if (!answer.certain) return false;
  const several =
    row.expected.act !== 'accepts_one' &&
    answer.slots.length === 1 &&
    (row.expected.slots ?? []).length !== 1;
  return isWrong(one) || several;
}

function misses(judged: readonly Judged[]): readonly string[] {
  return judged.flatMap((one) => {
    const { row, answer } = one;
    const act =
      answer.act === actOf(row) ? undefined : `act ${answer.act}, not ${row.expected.act}`;
    const slots =
      row.expected.act.startsWith('accepts') && !hasSlots(one)
        ? `slots [${answer.slots.join()}], not [${(row.expected.slots ?? []).join()}]`
        : undefined;
    const times = hasTimes(one)
      ? undefined
      : `times [${timesOf(one).join()}], not [${(row.expected.times ?? []).join()}]`;
    const windows =
      JSON.stringify(answer.windows) === JSON.stringify(row.expected.windows ?? [])
        ? undefined
        : `windows ${JSON.stringify(answer.windows)}, not ${JSON.stringify(row.expected.windows ?? [])}`;
    const doubt =
      row.expected.act === 'accepts_one' || (row.expected.times ?? []).length > 0
        ? answer.certain
          ? undefined
          : 'uncertain'
        : undefined;
    const said = [
      isWrongCertain(one) ? 'WRONG AND CERTAIN' : undefined,
      act,
      slots,
      times,
      windows,
      doubt,
    ].filter((each) => each !== undefined);
    return said.length === 0 ? [] : [`${row.id}\t${row.text}\n\t${said.join('; ')}`];
  });
}
