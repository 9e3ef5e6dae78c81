import { childEnvironment } from './child-environment.ts';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { postgresUrl, postgresUser } from './postgres.ts';
import type { TemporalBinaries } from './temporal-binaries.ts';
import { pgClient } from '../db/postgres/pg-client.ts';

type SchemaOptions = {
  readonly binaries: TemporalBinaries;
  readonly postgres: { readonly port: number; readonly password: string };
  readonly say: (line: string) => void;
};

const schemas = [
  { database: 'temporal', name: 'postgresql/v12/temporal' },
  { database: 'temporal_visibility', name: 'postgresql/v12/visibility' },
] as const;

/**
 * Creates Temporal's two databases, or brings them up to the release at hand. Which programs did it last stands in a
 * comment on the database itself, so that it travels with the data; when it is these, there is nothing to do.
 */
export async function ensureTemporalSchema(options: SchemaOptions): Promise<void> {
  const { fingerprint } = options.binaries;
  if (await isUpToDate(options)) return;
  const marks = await readMarks(options);
  await Promise.all(
    schemas.map(async ({ database, name }) => {
      if (marks.get(database) === fingerprint) return;
      options.say(`Preparing Temporal's database ${database}`);
      const run = (...words: readonly string[]) =>
        runSqlTool(options, ['--db', database, ...words]);
      if (!marks.has(database)) await run('create');
      if (!(await hasSchema(options, database))) await run('setup-schema', '-v', '0.0');
      await run('update-schema', '--schema-name', name);
      await mark(options, database);
    }),
  );
  // An upgrade may find members of the release before.
  await isUpToDate(options);
}

/**
 * The usual case, in one session. Forgets the members of an earlier run as well: a killed server stays listed, and one
 * on other ports would wait for it, answering "Not enough hosts" for minutes. No server runs now; ours is the only one.
 */
async function isUpToDate(options: SchemaOptions): Promise<boolean> {
  try {
    return await inDatabase(options, 'temporal', async (client) => {
      const { rows } = await client.query<{ found: number }>(
        `select count(*)::int as found from pg_database
          where datname = any ($1) and shobj_description(oid, 'pg_database') = $2`,
        [schemas.map(({ database }) => database), options.binaries.fingerprint],
      );
      if (rows[0]?.found !== schemas.length) return false;
      await client.query('delete from cluster_membership');
      return true;
    });
  } catch (error) {
    if ((error as pg.DatabaseError).code === noSuchDatabase) return false;
    throw error;
  }
}

const noSuchDatabase = '3D000';

/** Existing databases, with what their comment says (empty when there is none). */
function readMarks(options: SchemaOptions): Promise<ReadonlyMap<string, string>> {
  return inDatabase(options, 'postgres', async (client) => {
    const { rows } = await client.query<{ name: string; mark: string | null }>(
      `select datname as name, shobj_description(oid, 'pg_database') as mark from pg_database`,
    );
    return new Map(rows.map(({ name, mark }) => [name, mark ?? '']));
  });
}

function hasSchema(options: SchemaOptions, database: string): Promise<boolean> {
  return inDatabase(options, database, async (client) => {
    const { rows } = await client.query<{ found: boolean }>(
      `select to_regclass('schema_version') is not null as found`,
    );
    return rows[0]?.found === true;
  });
}

async function mark(options: SchemaOptions, database: string): Promise<void> {
  await inDatabase(options, 'postgres', (client) =>
    client.query(
      `comment on database ${pg.escapeIdentifier(database)} is ${pg.escapeLiteral(options.binaries.fingerprint)}`,
    ),
  );
}

async function inDatabase<Result>(
  { postgres }: SchemaOptions,
  database: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = pgClient(postgresUrl({ ...postgres, database }));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function runSqlTool(
  { binaries, postgres }: SchemaOptions,
  words: readonly string[],
): Promise<void> {
  const target = ['--pl', 'postgres12', '--ep', '127.0.0.1', '-p', String(postgres.port)];
  try {
    // The password goes by the environment: everybody on the machine can read a command line.
    await promisify(execFile)(binaries.sqlTool, [...target, '-u', postgresUser, ...words], {
      env: childEnvironment({ SQL_PASSWORD: postgres.password }),
    });
  } catch (error) {
    const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string };
    const reason = (stderr + stdout).trim().split('\n').slice(-4).join('\n');
    throw new Error(`temporal-sql-tool ${words.join(' ')} failed: ${reason}`, { cause: error });
  }
}
