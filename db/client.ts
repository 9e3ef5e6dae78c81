import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';

export type Database = PrismaClient;
/** The client inside of an interactive transaction. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0];

/** Connects lazily; `connections` bounds the pool of this process. */
export function openDatabase(
  url: string,
  options: { readonly connections?: number } = {},
): Database {
  const adapter = new PrismaPg({ connectionString: url, max: options.connections ?? 10 });
  return new PrismaClient({ adapter, transactionOptions: { timeout: 15_000, maxWait: 10_000 } });
}
