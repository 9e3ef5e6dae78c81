import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DataFolder } from '../config/data-folder.ts';
import { readPrivate, writePrivate } from './private-file.ts';

/** A run of the instance: what it claims, it claims under `id`. */
export type Run = {
  readonly id: string;
  /** Names the run that is surely over, as the folder's lock is ours. */
  readonly before: string | undefined;
  /** Call once nothing is left to be done about `before`, and before anything is claimed. */
  readonly remember: () => void;
};

export function newRun(data: DataFolder): Run {
  const file = join(data.run, 'run-id');
  const id = randomUUID();
  return { id, before: readPrivate(file)?.trim(), remember: () => writePrivate(file, id) };
}
