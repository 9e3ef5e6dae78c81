import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deploy } from '../../db/migrate.ts';
import { freePorts } from '../../embedded/ports.ts';
import {
  postgresPassword,
  postgresUrl,
  startPostgres,
  stopPostgres,
} from '../../embedded/postgres.ts';

/** A PostgreSQL of its own for tools and measurements, which waits for no disk. */
export async function ownPostgres(): Promise<{
  /** Makes a migrated database and returns its URL. */
  readonly database: (name: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-postgres-'));
  const password = postgresPassword(folder);
  const [port] = await freePorts(1);
  const postgres = await startPostgres({ folder, port: port!, password, durable: false });
  return {
    async database(name) {
      const databaseUrl = postgresUrl({ port: postgres.port, password, database: name });
      await deploy({ databaseUrl });
      return databaseUrl;
    },
    async stop() {
      await stopPostgres({ folder });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
