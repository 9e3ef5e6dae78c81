import type { Log } from '../activities/dependencies.ts';
import type { Database } from '../db/client.ts';
import {
  overdueLooks,
  raiseOverdueLook,
  resolveOverdueLooks,
} from '../db/mailbox/overdue-looks.ts';

/** Milliseconds. */
const every = 10_000;

/**
 * Tells the user when nobody reads a mailbox. Every process does this, whatever its role: that no watcher runs can only
 * be seen by another. A mailbox counts when two rounds have found it, so that a machine that wakes up raises no alarm.
 */
export function startOverdueLooks(
  { db, log }: { readonly db: Database; readonly log: Log },
  times: { readonly every: number; readonly now: () => Date } = { every, now: () => new Date() },
): { readonly stop: () => Promise<void> } {
  let before = new Set<string>();
  let stopped = false;
  let running: Promise<void> = Promise.resolve();

  async function round(): Promise<void> {
    try {
      const found = await overdueLooks(db, times.now());
      for (const mailbox of found)
        if (before.has(keyOf(mailbox))) await raiseOverdueLook(db, mailbox.id);
      before = new Set(found.map(keyOf));
      await resolveOverdueLooks(db, times.now());
    } catch (error) {
      log('overdue-looks.failed', { reason: (error as Error).name });
    }
  }

  let timer = setTimeout(function again() {
    running = round().finally(() => {
      if (!stopped) timer = setTimeout(again, times.every);
    });
  }, times.every);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

function keyOf(mailbox: { readonly id: string; readonly lastLookedAt: Date | null }): string {
  return `${mailbox.id} ${mailbox.lastLookedAt?.toISOString() ?? ''}`;
}
