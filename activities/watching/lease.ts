import pg from 'pg';
import type { Dependencies } from '../dependencies.ts';

/** The right to watch a mailbox: held as long as its PostgreSQL session lives. */
export type Lease = {
  /** Every write carries it; a later lease's is higher. */
  readonly epoch: number;
  /** Aborted when the session ended, and with it the lock. */
  readonly lost: AbortSignal;
  /** Rings when PostgreSQL tells of a new contact or changed mailbox; IDLE rings it too. */
  readonly bell: Bell;
  readonly release: () => Promise<void>;
};

export type Bell = {
  readonly ring: () => void;
  /** Returns when it rings, has rung since the last wait, or after `ms`. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** Waits for the lock of a mailbox; undefined when `signal` aborts first. */
export async function takeLease(
  { databaseUrl }: Pick<Dependencies, 'databaseUrl'>,
  mailboxId: string,
  signal: AbortSignal,
): Promise<Lease | undefined> {
  const client = new pg.Client({ connectionString: databaseUrl });
  const lost = new AbortController();
  const bell = createBell();
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  await client.connect();
  const release = (): Promise<void> => client.end().catch(() => undefined);
  try {
    while (!(await tryLock(client, mailboxId))) {
      if (signal.aborted || lost.signal.aborted) {
        await release();
        return undefined;
      }
      await bell.wait(500, signal);
    }
    const { rows } = await client.query<{ watch_epoch: number }>(
      'UPDATE mailbox SET watch_epoch = watch_epoch + 1 WHERE id = $1 RETURNING watch_epoch',
      [mailboxId],
    );
    client.on('notification', ({ payload }) => {
      if (payload === 'new contact' || payload === 'mailbox') bell.ring();
    });
    await client.query('LISTEN rapport');
    return { epoch: rows[0]?.watch_epoch ?? 0, lost: lost.signal, bell, release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function tryLock(client: pg.Client, mailboxId: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 41)) AS taken',
    [mailboxId],
  );
  return rows[0]?.taken === true;
}

export function createBell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async wait(ms, signal) {
      if (!rung && !signal.aborted)
        await new Promise<void>((resolve) => {
          const end = (): void => {
            clearTimeout(timer);
            signal.removeEventListener('abort', end);
            resolve();
          };
          const timer = setTimeout(end, ms);
          wake = end;
          signal.addEventListener('abort', end, { once: true });
        });
      rung = false;
      wake = undefined;
    },
  };
}
