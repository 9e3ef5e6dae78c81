import { measureCatchUp } from './catch-up.ts';
import { measureManyJourneys } from './many-journeys.ts';
import { measureOpenJourneys } from './open-journeys.ts';
import { measurePages } from './pages.ts';
import { measureProcesses } from './process.ts';
import { report, type Ratio } from './ratio.ts';
import { measureReaction } from './reaction.ts';
import { measureReading } from './reading.ts';
import { enterStage, type Stage } from './stage.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const print = (ratio: Ratio): void => say(report(ratio));
const size = (name: string, usual: number): number => Number(process.env[name] ?? usual);

const parts: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  reaction: async (stage) => print(await measureReaction(stage)),
  journeys: async (stage) => {
    const { ratio, lines } = await measureManyJourneys(stage, size('BENCH_JOURNEYS', 1_000));
    print(ratio);
    lines.forEach(say);
  },
  'catch-up': async (stage) => {
    const { ratio, grownMiB } = await measureCatchUp(stage, size('BENCH_MAILS', 20_000));
    print(ratio);
    say(`    the process grew by ${grownMiB.toFixed(0)} MiB at most while it read`);
  },
  open: async (stage) => {
    const { lines, ratio } = await measureOpenJourneys(stage, size('BENCH_OPEN', 10_000));
    lines.forEach(say);
    print(ratio);
  },
};

// Each figure is a ratio against a limit measured in the same run; a missed goal is printed, not hidden.
const wanted = process.argv.slice(2);
const chosen =
  wanted.length > 0 ? wanted : ['processes', 'reading', 'pages', ...Object.keys(parts)];
if (chosen.includes('processes')) for (const ratio of await measureProcesses()) print(ratio);
if (chosen.includes('reading')) {
  const { ratio, line } = await measureReading(size('BENCH_READING', 3_000));
  print(ratio);
  say(line);
}
if (chosen.includes('pages')) {
  const { ratio, lines } = await measurePages(size('BENCH_ITEMS', 1_000));
  print(ratio);
  lines.forEach(say);
}
if (chosen.some((name) => name in parts)) {
  const stage = await enterStage();
  try {
    for (const name of chosen) await parts[name]?.(stage);
  } finally {
    await stage.leave();
  }
}
process.exit(0);
