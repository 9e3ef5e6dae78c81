import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * `npm run save-histories`, before a release: plays the journeys of tests/workflows and keeps each as
 * tests/histories/VERSION/NAME.json (NAME/1.json and on, where it continued as new), which every later version has to replay.
 */
const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', 'tests/workflows', '--exclude', '**/replay.test.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, RAPPORT_SAVE_HISTORIES: 'yes' },
  },
);
process.exit(status ?? 1);
