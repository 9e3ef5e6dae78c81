import pg from 'pg';
import { Conflict } from '../domain/errors.ts';
import { pgClient } from '../db/postgres/pg-client.ts';

/** Tables whose content belongs to one machine: sign-ins there, and what migrations do themselves. */
const leftOut = ['_prisma_migrations', 'session', 'watch_lease', 'sweep_finding'];
const rowsAtOnce = 200;
/** No such database, no such table. */
const notSetUpYet = ['3D000', '42P01'];

/** A line that is not a row begins with this; a row is a JSON object. */
export const controlMark = '#';

/**
 * The database as lines, each with its end: the names of its migrations, then for every table its name and rows
 * (parents first), the sequences, and the end. One snapshot, whatever others write meanwhile.
 */
export async function* dumpDatabase(databaseUrl: string): AsyncGenerator<string> {
  const client = pgClient(databaseUrl);
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read, read only');
    yield control({ migrations: await appliedMigrations(client) });
    let rows = 0;
    for (const table of await tablesInOrder(client)) {
      yield control({ table });
      for await (const lines of rowsOf(client, table)) {
        rows += lines.length;
        yield lines.map((line) => `${line}\n`).join('');
      }
    }
    yield control({ sequences: await sequences(client) });
    yield control({ end: true, rows });
    await client.query('commit');
  } catch (error) {
    if (!notSetUpYet.includes((error as pg.DatabaseError).code ?? '')) throw error;
    throw new Conflict('Rapport has not finished its first start. Try again when it is ready.');
  } finally {
    await client.end();
  }
}

function control(value: object): string {
  return `${controlMark}${JSON.stringify(value)}\n`;
}

async function appliedMigrations(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ migration_name: string }>(
    'select migration_name from "_prisma_migrations" where finished_at is not null and rolled_back_at is null order by 1',
  );
  return rows.map((row) => row.migration_name);
}

async function* rowsOf(client: pg.Client, table: string): AsyncGenerator<readonly string[]> {
  // As text: JavaScript would round what is larger than its numbers.
  await client.query(
    `declare rows no scroll cursor for select to_jsonb(t)::text as line from ${pg.escapeIdentifier(table)} t`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${rowsAtOnce} from rows`);
    if (rows.length === 0) break;
    yield rows.map((row) => row.line);
  }
  await client.query('close rows');
}

async function tablesInOrder(client: pg.Client): Promise<readonly string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  const { rows: references } = await client.query<{ child: string; parent: string }>(
    `select child.relname as child, parent.relname as parent from pg_constraint
      join pg_class child on child.oid = conrelid join pg_class parent on parent.oid = confrelid
      where contype = 'f' and conrelid <> confrelid`,
  );
  const names = tables.map(({ name }) => name).filter((name) => !leftOut.includes(name));
  const ordered: string[] = [];
  const visit = (name: string): void => {
    if (ordered.includes(name) || !names.includes(name)) return;
    for (const { child, parent } of references) if (child === name) visit(parent);
    ordered.push(name);
  };
  for (const name of names) visit(name);
  return ordered;
}

/** Where each sequence stands: ids that were given out once must not be given out again. */
async function sequences(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; last: string }>(
    "select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' and last_value is not null",
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}
