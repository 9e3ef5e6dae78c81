import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

export type Database = PrismaClient;
/** The client inside of an interactive transaction. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0];

/** For a process that works, watches and shows pages at once. */
export const wholeProcess = { connections: 20 } as const;

/** Connects lazily; `connections` bounds the pool of this process. */
export function openDatabase(
  url: string,
  options: { readonly connections?: number } = {},
): Database {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10 });
  // A connection that dies while it is handed over has nobody who listens, and pg would end the process for it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    statementNameGenerator: nameStatements(),
  });
  return new PrismaClient({ adapter, transactionOptions: { timeout: 15_000, maxWait: 10_000 } });
}

/** Every connection keeps what is named, some tens of KiB each in PostgreSQL, until it is closed. */
const namedStatements = 300;

/**
 * Names the statements, so that a connection parses and plans each once. Lists of any length make
 * ever new texts: those that come when enough are named stay without a name.
 */
function nameStatements(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= namedStatements || sql.length > 8_000) return '';
    const name = `rapport_${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
