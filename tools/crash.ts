// npm run crash -- --runs N [--seed S]: kills parts of the product at random moments and audits what is left.
import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runCampaign } from '../tests/crash/campaign.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    seed: { type: 'string' },
    /** A file that gets one JSON line a run. */
    log: { type: 'string' },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error('Give whole numbers: npm run crash -- --runs 10 --seed 1');
  process.exit(2);
}
console.log(`${runs} runs, seeds ${seed} to ${seed + runs - 1}`);
const abort = new AbortController();
process.on('SIGINT', () => abort.abort());
const done = await runCampaign({
  runs,
  seed,
  signal: abort.signal,
  say: (line) => console.log(line),
  onRun: (run) => {
    if (values.log) appendFileSync(values.log, `${JSON.stringify(run)}\n`);
  },
});
const broken = done.filter((run) => run.broken.length > 0);
const kills = done.reduce((sum, run) => sum + run.kills.length, 0);
console.log(`${done.length} runs, ${kills} kills, ${broken.length} runs with a broken promise`);
process.exitCode = broken.length > 0 ? 1 : 0;
