import { execFileSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';
import { runCampaign } from './campaign.ts';
import { root } from './instance-process.ts';

// What is killed is the product as it is started, so it has to be built.
beforeAll(() => void execFileSync(process.execPath, ['tools/set-up.js'], { cwd: root }), 300_000);

test('every promise holds when parts are killed at random moments of rehearsals', async () => {
  const said: string[] = [];
  const runs = await runCampaign({ runs: 2, seed: 13, say: (line) => said.push(line) });
  expect(runs.flatMap(({ broken }) => broken)).toEqual([]);
  expect(runs.map(({ seed }) => seed)).toEqual([13, 14]);
  expect(said.join('\n')).toMatch(/seed 13: \d contacts.*every promise kept/);
}, 600_000);
