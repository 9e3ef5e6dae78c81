import pg from 'pg';
import type { Dependencies } from '../dependencies.ts';
import { createWakeup, type Wakeup } from './wakeup.ts';

/** The right to watch a mailbox: a lock that lives with its PostgreSQL session, which others may end once it has expired. */
export type Lease = {
  /** Every write carries it; a later lease's is higher. */
  readonly epoch: number;
  /** Aborted when the session ended, and with it the lock, or when it could not be renewed in time. */
  readonly lost: AbortSignal;
  /** Notified when PostgreSQL tells of a new contact or changed mailbox, and by IDLE. */
  readonly wakeup: Wakeup;
  readonly release: () => Promise<void>;
};

/** Milliseconds for which a lease is good without being renewed: a frozen or lost holder is followed after that. */
const lasts = 8_000;
const renewEvery = 2_000;
const tryEvery = 500;

/** Waits for the lease of a mailbox; undefined when `signal` aborts first. */
export async function takeLease(
  { databaseUrl }: Pick<Dependencies, 'databaseUrl'>,
  mailboxId: string,
  signal: AbortSignal,
): Promise<Lease | undefined> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: lasts,
    // A network that drops everything would keep a query waiting for a quarter of an hour.
    query_timeout: lasts,
  });
  const lost = new AbortController();
  const wakeup = createWakeup();
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  await client.connect();
  let renewing: NodeJS.Timeout | undefined;
  const release = async (): Promise<void> => {
    clearInterval(renewing);
    await hangUp(client);
  };
  try {
    while (!(await tryToTake(client, mailboxId))) {
      if (signal.aborted || lost.signal.aborted) {
        await release();
        return undefined;
      }
      await wakeup.wait(tryEvery, signal);
    }
    const { rows } = await client.query<{ watch_epoch: number }>(
      'UPDATE mailbox SET watch_epoch = watch_epoch + 1 WHERE id = $1 RETURNING watch_epoch',
      [mailboxId],
    );
    client.on('notification', ({ payload }) => {
      if (payload === 'new contact' || payload === 'mailbox') wakeup.notify();
    });
    await client.query('LISTEN rapport');
    renewing = keepRenewed(client, mailboxId, lost);
    return { epoch: rows[0]?.watch_epoch ?? 0, lost: lost.signal, wakeup, release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Lock and lease in one statement. Where the lock is held under an expired lease, the holder's session is ended, for the next try. */
async function tryToTake(client: pg.Client, mailboxId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `WITH lock AS MATERIALIZED (
       SELECT pg_try_advisory_lock(hashtextextended($1::text, 41)) AS taken)
     INSERT INTO watch_lease (mailbox_id, pid, expires_at)
     SELECT $1::text::uuid, pg_backend_pid(), ${expiry} FROM lock WHERE taken
     ON CONFLICT (mailbox_id) DO UPDATE SET pid = excluded.pid, expires_at = excluded.expires_at`,
    [mailboxId],
  );
  if (rowCount === 1) return true;
  // The process of the lease, and the one that holds the lock: after a restart of PostgreSQL its number may be somebody else's.
  await client.query(
    `SELECT pg_terminate_backend(lease.pid) FROM watch_lease AS lease
     JOIN pg_locks AS held ON held.pid = lease.pid AND locktype = 'advisory' AND granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND ((classid::bigint << 32) | objid::bigint) = hashtextextended($1::text, 41)
     WHERE mailbox_id = $1::text::uuid AND expires_at < now()`,
    [mailboxId],
  );
  return false;
}

const expiry = `now() + interval '${lasts} milliseconds'`;

/** Aborts `lost` when the lease has gone to another, or was not renewed in time: another may have it then. */
function keepRenewed(client: pg.Client, mailboxId: string, lost: AbortController): NodeJS.Timeout {
  let renewedAt = performance.now();
  let asking = false;
  return setInterval(() => {
    if (performance.now() - renewedAt > lasts) lost.abort();
    if (asking || lost.signal.aborted) return;
    asking = true;
    const asked = performance.now();
    client
      .query(
        `UPDATE watch_lease SET expires_at = ${expiry}
         WHERE mailbox_id = $1 AND pid = pg_backend_pid()`,
        [mailboxId],
      )
      .then(({ rowCount }) => {
        if (rowCount === 1) renewedAt = asked;
        else lost.abort();
      })
      // Tried again until its time is over; a session that ended has said so.
      .catch(() => undefined)
      .finally(() => (asking = false));
  }, renewEvery);
}

/** Ends the session; one that nobody answers on is left to itself. */
async function hangUp(client: pg.Client): Promise<void> {
  await Promise.race([
    client.end().catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, renewEvery).unref()),
  ]);
}
