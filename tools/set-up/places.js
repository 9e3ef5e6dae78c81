import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where servers are kept that were built or downloaded; as config/data-folder.ts has it. */
export const cache = join(
  resolve(process.env.XDG_CACHE_HOME || join(homedir(), '.cache')),
  'rapport',
);
