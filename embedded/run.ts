import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DataFolder } from '../config/data-folder.ts';
import { readPrivate, writePrivate } from './private-file.ts';

/** Gives this run of the instance its name. `before` names the run that is surely over, as the folder's lock is ours. */
export function newRun(data: DataFolder): {
  readonly id: string;
  readonly before: string | undefined;
} {
  const file = join(data.run, 'run-id');
  const before = readPrivate(file)?.trim();
  const id = randomUUID();
  writePrivate(file, id);
  return { id, before };
}
