import type { Database } from '../../db/client.ts';
import type { Dependencies } from '../dependencies.ts';
import { takeLease } from './lease.ts';
import { watchUnder } from './watch-mailbox.ts';

export type Standby = { readonly stop: () => Promise<void> };

/** Milliseconds. */
const looksEvery = 2_000;
/** A mailbox that is new, or whose process starts, is left to its workflow for so long. */
const headStart = 10_000;
/** A lease that is seen free may have been taken by the time it is asked for. */
const triesFor = 3_000;
/** Then whoever Temporal has asked to watch takes over, at once when there is one. */
const standsInFor = 10 * 60_000;

/**
 * Watches every mailbox whose lease has run out, without waiting for Temporal: it may hand the next try to the same
 * frozen process, or be away itself.
 */
export function startStandby(dependencies: Dependencies, startsAfter = headStart): Standby {
  const { db, log } = dependencies;
  const end = new AbortController();
  const watching = new Map<string, Promise<void>>();
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    try {
      for (const mailboxId of await unwatched(db))
        if (!watching.has(mailboxId) && !end.signal.aborted)
          watching.set(
            mailboxId,
            standIn(mailboxId).finally(() => watching.delete(mailboxId)),
          );
    } catch (error) {
      log('standby.failed', { reason: (error as Error).name });
    }
  }

  async function standIn(mailboxId: string): Promise<void> {
    try {
      const soon = AbortSignal.any([end.signal, AbortSignal.timeout(triesFor)]);
      const lease = await takeLease(dependencies, mailboxId, soon);
      if (!lease) return;
      log('standby.watches', { mailboxId });
      const signal = AbortSignal.any([end.signal, AbortSignal.timeout(standsInFor)]);
      await watchUnder(lease, dependencies, mailboxId, signal);
    } catch (error) {
      log('standby.failed', { mailboxId, reason: (error as Error).name });
    }
  }

  let timer = setTimeout(function again() {
    looking = look().finally(() => {
      if (!end.signal.aborted) timer = setTimeout(again, looksEvery);
    });
  }, startsAfter);
  return {
    async stop() {
      end.abort();
      clearTimeout(timer);
      await looking;
      await Promise.all(watching.values());
    },
  };
}

async function unwatched(db: Database): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT mailbox.id FROM mailbox LEFT JOIN watch_lease ON mailbox_id = mailbox.id
    WHERE removed_at IS NULL
      AND coalesce(expires_at, created_at + make_interval(secs => ${headStart / 1000})) < now()`;
  return rows.map(({ id }) => id);
}
