import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { asAdministrator, databaseName } from '../../db/migrate.ts';

/**
 * The database as the schema engine wants it. adapter-pg alone will not do: built from a URL, its shadow database is
 * the *main* one (pg lets the URL win), so migrations would be replayed over the user's data.
 */
export function engineDatabase(databaseUrl: string): {
  readonly factory: SqlMigrationAwareDriverAdapterFactory;
  /** Ends all connections and drops the shadow databases. */
  readonly close: () => Promise<void>;
} {
  const opened: SqlDriverAdapter[] = [];
  const shadows: string[] = [];

  async function connect(url: string): Promise<SqlDriverAdapter> {
    const adapter = await connectWithCharacters(url);
    opened.push(adapter);
    return adapter;
  }

  async function connectToShadowDb(): Promise<SqlDriverAdapter> {
    const shadow = `${databaseName(databaseUrl)}_shadow_${process.pid}_${shadows.length}`;
    await asAdministrator(databaseUrl, async (client) => {
      await client.query(`drop database if exists ${pg.escapeIdentifier(shadow)} with (force)`);
      await client.query(`create database ${pg.escapeIdentifier(shadow)} template template0`);
    });
    shadows.push(shadow);
    const url = new URL(databaseUrl);
    url.pathname = `/${encodeURIComponent(shadow)}`;
    return connect(url.href);
  }

  async function close(): Promise<void> {
    await Promise.allSettled(opened.map((adapter) => adapter.dispose()));
    if (shadows.length === 0) return;
    await asAdministrator(databaseUrl, async (client) => {
      for (const shadow of shadows) {
        await client.query(`drop database if exists ${pg.escapeIdentifier(shadow)} with (force)`);
      }
    });
  }

  return {
    factory: {
      provider: 'postgres',
      adapterName: '@prisma/adapter-pg',
      connect: () => connect(databaseUrl),
      connectToShadowDb,
    },
    close,
  };
}

const internalCharType = 18;
const textType = 25;

/**
 * adapter-pg does not know the type "char" of PostgreSQL's catalogs and refuses it; as plain text it makes the engine
 * panic. So it is read as text and then presented as a character.
 */
async function connectWithCharacters(url: string): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const characters = new WeakMap<object, readonly number[]>();
  markCharacters(pool, characters);
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columns = characters.get(result.rows) ?? [];
    const columnTypes = result.columnTypes.map((type, index) =>
      columns.includes(index) ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  // adapter-pg cuts scripts at every semicolon, those inside functions too. Sent whole, a failing one also leaves no trace.
  adapter.executeScript = (script) => runWhole(pool, script);
  return adapter;
}

async function runWhole(pool: pg.Pool, script: string): Promise<void> {
  const session = await pool.connect();
  try {
    await session.query(script);
  } catch (error) {
    throw asAdapterError(error as pg.DatabaseError);
  } finally {
    session.release();
  }
}

/** Of any other kind of error the engine would only say "external error". */
function asAdapterError(error: pg.DatabaseError): DriverAdapterError {
  return new DriverAdapterError({
    kind: 'postgres',
    code: error.code ?? 'XX000',
    severity: error.severity ?? 'ERROR',
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  });
}

function markCharacters(pool: pg.Pool, characters: WeakMap<object, readonly number[]>): void {
  const query = pool.query.bind(pool) as (config: pg.QueryArrayConfig) => Promise<pg.QueryResult>;
  const marked = async (config: pg.QueryArrayConfig) => {
    const result = await query(config);
    const columns = result.fields.flatMap((field, index) =>
      field.dataTypeID === internalCharType ? [index] : [],
    );
    for (const index of columns) result.fields[index]!.dataTypeID = textType;
    if (columns.length > 0) characters.set(result.rows, columns);
    return result;
  };
  // adapter-pg calls the pool in this one form only.
  pool.query = marked as typeof pool.query;
}
