import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

export type Database = PrismaClient;
/** The client inside of an interactive transaction. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0];

/** Connects lazily; `connections` bounds the pool of this process. */
export function openDatabase(
  url: string,
  options: { readonly connections?: number } = {},
): Database {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10 });
  // A connection that dies while it is handed over has nobody who listens, and pg would end the process for it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  return new PrismaClient({ adapter, transactionOptions: { timeout: 15_000, maxWait: 10_000 } });
}
