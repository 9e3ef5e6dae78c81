import { measureManyJourneys } from './many-journeys.ts';
import { measureProcesses } from './process.ts';
import { report, type Ratio } from './ratio.ts';
import { measureReaction } from './reaction.ts';
import { enterStage } from './stage.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const print = (ratio: Ratio): void => say(report(ratio));

// Each figure is a ratio against a limit measured in the same run; a missed goal is printed, not hidden.
for (const ratio of await measureProcesses()) print(ratio);
const stage = await enterStage();
try {
  print(await measureReaction(stage));
  print(await measureManyJourneys(stage, 1_000));
} finally {
  await stage.leave();
}
process.exit(0);
