import type { Environment } from '../config/env.ts';
import { Conflict } from '../domain/errors.ts';
import { deploy } from '../db/migrate.ts';
import { clientTls, ensureCertificates } from '../embedded/certificates.ts';
import { givenTemporal } from '../embedded/given-temporal.ts';
import { readPorts } from '../embedded/ports.ts';
import { postgresPassword, postgresUrl, runningPostgres } from '../embedded/postgres.ts';
import { embeddedNamespace, type Servers } from '../embedded/servers.ts';
import { runningTemporal } from '../embedded/temporal.ts';

/**
 * The servers that a further process joins: those that `DATABASE_URL` and `TEMPORAL_*` name, else the
 * ones of the instance that runs on the data folder. Throws Conflict where neither is there.
 */
export async function reachServers(
  environment: Environment,
  say: (line: string) => void = () => {},
): Promise<Pick<Servers, 'databaseUrl' | 'temporal'>> {
  const databaseUrl = environment.databaseUrl ?? (await embeddedDatabase(environment));
  const temporal = environment.temporalIsGiven
    ? givenTemporal(environment)
    : await embeddedTemporal(environment);
  await migrate(environment, { databaseUrl, checkOnly: !environment.migrate, say });
  return { databaseUrl, temporal };
}

/**
 * Brings the database of the environment, or of the instance on the data folder, to this version and returns what was
 * applied. Throws Conflict where there is no database.
 */
export async function migrateDatabase(
  environment: Environment,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const databaseUrl = environment.databaseUrl ?? (await embeddedDatabase(environment));
  return migrate(environment, { databaseUrl, checkOnly: false, say });
}

function migrate(
  environment: Environment,
  options: {
    readonly databaseUrl: string;
    readonly checkOnly: boolean;
    readonly say: (line: string) => void;
  },
): Promise<readonly string[]> {
  const { databaseUrl, checkOnly, say } = options;
  return deploy({
    databaseUrl,
    checkOnly,
    async beforeMigrate() {
      const { backUpBeforeMigration } = await import('../backup/before-migrate.ts');
      say(`Saved the database to ${await backUpBeforeMigration(environment, databaseUrl)}`);
    },
  });
}

async function embeddedDatabase({ data }: Environment): Promise<string> {
  const running = await runningPostgres(data.postgres);
  if (!running) throw nothingToJoin('PostgreSQL', 'DATABASE_URL', data.root);
  const password = postgresPassword(data.postgres);
  return postgresUrl({ port: running.port, password, database: 'rapport' });
}

async function embeddedTemporal({ data }: Environment): Promise<Servers['temporal']> {
  const running = await runningTemporal(data.temporal);
  const { frontend } = readPorts(data.ports);
  if (!running || frontend === undefined)
    throw nothingToJoin('Temporal', 'TEMPORAL_ADDRESS', data.root);
  const certificates = await ensureCertificates(data.tls, new Date());
  return {
    address: `127.0.0.1:${frontend}`,
    namespace: embeddedNamespace,
    tls: clientTls(certificates),
  };
}

function nothingToJoin(server: string, variable: string, folder: string): Conflict {
  return new Conflict(
    `There is no ${server} to work with: none runs for ${folder}, and ${variable} is not set. Start Rapport there (npm start), or name a server of yours in ${variable}.`,
  );
}
