import type { Client } from 'pg';

/** Claims leave half a minute between the end of SMTP work and anybody's judgement: clocks must differ by less. */
const tolerableMs = 15_000;
/** Milliseconds. */
const patience = 5_000;

/**
 * Timers and approvals compare times: a clock in the wrong year would send everything at once, and processes whose
 * clocks differ would judge each other's work too early. The only other clock that can be read is that of a PostgreSQL
 * elsewhere: mail servers do not tell the time.
 */
export async function clockCheck(means: {
  readonly now: () => Date;
  readonly databaseUrl: string | undefined;
}): Promise<{ readonly check: 'clock'; readonly ok: boolean; readonly detail: string }> {
  const { now, databaseUrl } = means;
  const at = now();
  const year = at.getUTCFullYear();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const said = `${at.toISOString()} (${zone})`;
  const sane = year >= 2026 && year < 2100;
  if (databaseUrl === undefined)
    return {
      check: 'clock',
      ok: sane,
      detail: `${said}; PostgreSQL runs on this machine, so there is no other clock to compare it with`,
    };
  try {
    const difference = await differenceTo(databaseUrl, now);
    const ok = Math.abs(difference) <= tolerableMs;
    return { check: 'clock', ok: sane && ok, detail: `${said}; ${clockText(difference, ok)}` };
  } catch (error) {
    const why = (error as Error).message || (error as Error).name;
    return {
      check: 'clock',
      ok: sane,
      detail: `${said}; PostgreSQL’s clock could not be read: ${why}`,
    };
  }
}

/** Milliseconds that PostgreSQL's clock is surely ahead of ours (negative: behind): what the journey of the question explains is left out. */
async function differenceTo(databaseUrl: string, now: () => Date): Promise<number> {
  const client = await connected(databaseUrl);
  try {
    const asked = now().getTime();
    const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at');
    const answered = now().getTime();
    const theirs = rows[0]!.at.getTime();
    if (theirs < asked) return theirs - asked;
    return Math.max(0, theirs - answered);
  } finally {
    await client.end();
  }
}

async function connected(databaseUrl: string): Promise<Client> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function clockText(difference: number, ok: boolean): string {
  const seconds = Math.round(Math.abs(difference) / 1000);
  if (seconds === 0) return 'PostgreSQL’s clock agrees';
  const length =
    seconds < 120
      ? `${seconds} s`
      : seconds < 7_200
        ? `${Math.round(seconds / 60)} minutes`
        : `${Math.round(seconds / 3_600)} hours`;
  const differs = `PostgreSQL’s clock is ${length} ${difference > 0 ? 'ahead' : 'behind'}`;
  return ok ? differs : `${differs}: set both clocks by a time server`;
}
