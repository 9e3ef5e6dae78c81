import { cpus, loadavg } from 'node:os';
import { measureAtRest } from './at-rest.ts';
import { measureCatchUp } from './catch-up.ts';
import { measureManyContacts } from './many-contacts.ts';
import { measureManyJourneys } from './many-journeys.ts';
import { measureOpenJourneys } from './open-journeys.ts';
import { measurePages } from './pages.ts';
import { measureProcesses } from './process.ts';
import { report, type Ratio } from './ratio.ts';
import { measureReaction } from './reaction.ts';
import { measureReading } from './reading.ts';
import { enterStage, type Stage } from './stage.ts';
import { measureTakeover } from './takeover.ts';
import { measureWorkers } from './workers.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const size = (name: string, usual: number): number => Number(process.env[name] ?? usual);

type Part<Given extends readonly unknown[]> = (...given: Given) => Promise<readonly string[]>;

/** On a stage of their own, or on none. */
const alone: Readonly<Record<string, Part<[]>>> = {
  processes: async () => (await measureProcesses()).map(report),
  rest: measureAtRest,
  reading: async () => {
    const { ratio, line } = await measureReading(size('BENCH_READING', 3_000));
    return [report(ratio), line];
  },
  pages: async () => withLines(await measurePages(size('BENCH_ITEMS', 1_000))),
  contacts: async () => withLines(await measureManyContacts(size('BENCH_CONTACTS', 100_000))),
  workers: () => measureWorkers(size('BENCH_WORKERS', 500)),
  takeover: () => measureTakeover(size('BENCH_TAKEOVERS', 5)),
};

/** On one stage, one after another. */
const staged: Readonly<Record<string, Part<[Stage]>>> = {
  reaction: async (stage) => [report(await measureReaction(stage))],
  journeys: async (stage) =>
    withLines(await measureManyJourneys(stage, size('BENCH_JOURNEYS', 1_000))),
  'catch-up': async (stage) => {
    const { ratio, grownMiB } = await measureCatchUp(stage, size('BENCH_MAILS', 20_000));
    const grown = `    the process grew by ${grownMiB.toFixed(0)} MiB at most while it read`;
    return [report(ratio), grown];
  },
  open: async (stage) => {
    const { lines, ratio } = await measureOpenJourneys(stage, size('BENCH_OPEN', 10_000));
    return [...lines, report(ratio)];
  },
};

function withLines(measured: {
  readonly ratio: Ratio;
  readonly lines: readonly string[];
}): readonly string[] {
  return [report(measured.ratio), ...measured.lines];
}

// Each figure is a ratio against a limit measured in the same run; a missed goal is printed, not hidden.
const all = [...Object.keys(alone), ...Object.keys(staged)];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  say(`There is no ${unknown.join(', ')} to measure. There are: ${all.join(', ')}.`);
  process.exit(2);
}
const chosen = wanted.length > 0 ? wanted : all;
say(`Load of the machine: ${loadavg()[0]!.toFixed(1)}, on ${cpus().length} cores`);
for (const name of chosen) (await alone[name]?.())?.forEach(say);
if (chosen.some((name) => name in staged)) {
  const stage = await enterStage();
  try {
    for (const name of chosen) (await staged[name]?.(stage))?.forEach(say);
  } finally {
    await stage.leave();
  }
}
process.exit(0);
