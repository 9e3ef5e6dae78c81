import { beforeAll, beginLostRuns } from '../db/sweep/lost-runs.ts';
import { prune } from '../db/sweep/prune.ts';
import { sweep } from '../db/sweep/sweep.ts';
import type { Dependencies } from './dependencies.ts';

/** What is done from time to time, so that nothing is stuck unseen and nothing piles up. */
export function createMaintenanceActivities({
  db,
  now,
  log,
  deliverSoon,
  isRunning,
}: Pick<Dependencies, 'db' | 'now' | 'log' | 'deliverSoon' | 'isRunning'>) {
  let asked = beforeAll;
  return { sweepStalled, pruneOld };

  /** Sets going, or reports, whatever waits for nothing; begins again what PostgreSQL says is open and Temporal has lost. */
  async function sweepStalled(): Promise<void> {
    const { repaired, reported } = await sweep(db, now());
    const { begun, last } = await beginLostRuns(db, isRunning, asked);
    asked = last;
    if (repaired + reported + begun > 0) log('sweep.found', { repaired, reported, begun });
    deliverSoon();
  }

  async function pruneOld(): Promise<void> {
    log('prune.done', { deleted: await prune(db, now()) });
  }
}
