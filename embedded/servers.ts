import { join } from 'node:path';
import type { TLSConfig } from '@temporalio/client';
import type { DataFolder } from '../config/data-folder.ts';
import type { Environment } from '../config/env.ts';
import { deploy } from '../db/migrate.ts';
import { latch } from './latch.ts';
import { keepAlive, type Kept } from './keep-alive.ts';
import { truncateLogs } from './logs.ts';
import { choosePorts, type PortName } from './ports.ts';
import {
  postgresPassword,
  postgresUrl,
  runningPostgres,
  startPostgres,
  stopPostgres,
} from './postgres.ts';
import { findTemporal } from './temporal-binaries.ts';
import { runningTemporal, startTemporal, stopTemporal } from './temporal.ts';

/** How to reach Temporal: what `Connection.connect` and `NativeConnection.connect` take, and the namespace. */
export type TemporalTarget = {
  readonly address: string;
  readonly namespace: string;
  readonly tls?: TLSConfig | boolean;
  readonly apiKey?: string;
  /** Reads the key again from where it is kept: it may have been renewed there. */
  readonly readApiKey?: () => string | undefined;
  readonly metadata?: Record<string, string>;
};

export type Servers = {
  readonly databaseUrl: string;
  readonly temporal: TemporalTarget;
  /** Temporal first, then PostgreSQL. Servers that were given are left alone. */
  readonly stop: () => Promise<void>;
  /** Whether one of those that were started here has ended by itself. */
  readonly haveDied: () => boolean;
};

/** A server that was running ended by itself while the start went on; the start may be tried again. */
export class ServerDied extends Error {
  override readonly name = 'ServerDied';
  constructor(options: ErrorOptions) {
    const { cause } = options;
    super(`A server ended while Rapport was starting: ${(cause as Error).message}`, options);
  }
}

export type StartServers = {
  readonly data: DataFolder;
  readonly environment: Environment;
  /** One line for a person who waits. */
  readonly say: (line: string) => void;
  readonly beforeMigrate?: (databaseUrl: string, pending: readonly string[]) => Promise<void>;
  /** Called when this server is on its way, so perhaps often: the moment to load what will be needed next. */
  readonly whileWaiting?: (server: 'PostgreSQL' | 'Temporal') => void;
  /** Called with the database, migrated, while Temporal may still be starting. Its failure is that of the start. */
  readonly whenMigrated?: (databaseUrl: string) => Promise<void>;
  /** Called after that, once Temporal's server is on its way. Its failure is that of the start, too. */
  readonly whileTemporalStarts?: (databaseUrl: string) => Promise<void>;
};

export const embeddedNamespace = 'rapport';

/**
 * Brings up what Rapport stands on, or uses what `DATABASE_URL` and `TEMPORAL_*` name, with the database migrated. From
 * then on a server that dies is started again on its port, until `stop`.
 */
export async function startServers(options: StartServers): Promise<Servers> {
  const { data, environment, say } = options;
  const ports = await choosePorts(data.ports, await ownPorts(data));
  const kept: Kept[] = [];
  const stopLooking = truncateLogs(serverLogs(data));
  const stop = async () => {
    stopLooking();
    for (const server of kept.toReversed()) await server.stop();
  };

  const haveDied = () => kept.some((server) => server.hasDied());

  const migrate = async (databaseUrl: string) => {
    const { beforeMigrate } = options;
    const applied = await deploy({
      databaseUrl,
      ...(beforeMigrate && { beforeMigrate: (pending) => beforeMigrate(databaseUrl, pending) }),
    });
    if (applied.length > 0) say(`Brought the database up to date (${applied.length} changes)`);
    await options.whenMigrated?.(databaseUrl);
  };

  const embeddedPostgres = async () => {
    const folder = data.postgres;
    const password = postgresPassword(folder);
    const start = () =>
      startPostgres({
        folder,
        port: ports.postgres,
        password,
        whileWaiting: () => options.whileWaiting?.('PostgreSQL'),
      });
    // Killed while it starts it comes up at the second try.
    const running = await start().catch(start);
    kept.push(
      keepAlive({ name: 'PostgreSQL', running, start, stop: () => stopPostgres({ folder }), say }),
    );
    return { port: running.port, password };
  };

  const embeddedTemporal = async (postgres: { port: number; password: string }) => {
    const folder = data.temporal;
    const binaries = findTemporal({ given: environment.temporalServer, cache: environment.cache });
    const start = () =>
      startTemporal({
        folder,
        tlsFolder: data.tls,
        ports,
        binaries,
        postgres,
        namespace: embeddedNamespace,
        say,
        whileWaiting: waitForTemporal,
        beforeAsking: () => free.opened,
      });
    const running = await start().catch(start);
    kept.push(
      keepAlive({ name: 'Temporal', running, start, stop: () => stopTemporal({ folder }), say }),
    );
    return { address: running.address, namespace: embeddedNamespace, tls: running.tls };
  };

  /** Temporal's server is on its way. */
  const launched = latch();
  /** What is done meanwhile is done, or has failed. */
  const free = latch();
  const waitForTemporal = () => {
    launched.open();
    options.whileWaiting?.('Temporal');
  };

  const use = (given: TemporalTarget) => {
    waitForTemporal();
    return Promise.resolve(given);
  };

  try {
    const given = environment.temporalIsGiven ? await readGivenTemporal(environment) : undefined;
    // A Temporal server that is ours keeps its state in a PostgreSQL that is ours, whatever holds our own tables.
    const needsPostgres = environment.databaseUrl === undefined || given === undefined;
    const postgres = needsPostgres ? await embeddedPostgres() : undefined;
    const starting = given === undefined ? embeddedTemporal(postgres!) : use(given);
    const beside = async (databaseUrl: string) => {
      await migrate(databaseUrl);
      await Promise.race([launched.opened, starting]);
      await options.whileTemporalStarts?.(databaseUrl);
      return databaseUrl;
    };
    const migrated = beside(
      environment.databaseUrl ?? postgresUrl({ ...postgres!, database: 'rapport' }),
    );
    void migrated.then(free.open, free.open);
    const [databaseUrl, temporal] = await settleAll(migrated, starting);
    return { databaseUrl, temporal, stop, haveDied };
  } catch (error) {
    const died = haveDied();
    await stop();
    throw died ? new ServerDied({ cause: error }) : error;
  }
}

/** Loaded for those who have one only: the reader brings most of the SDK with it. */
async function readGivenTemporal(environment: Environment): Promise<TemporalTarget> {
  const { givenTemporal } = await import('./given-temporal.ts');
  return givenTemporal(environment);
}

/** Ends what a killed instance has left running in this folder. */
export async function stopOrphans(data: DataFolder): Promise<void> {
  await stopTemporal({ folder: data.temporal });
  await stopPostgres({ folder: data.postgres });
}

/** Both must have ended, well or not, before a failure is acted on: else one would be started while all is stopped. */
async function settleAll<One, Other>(
  one: Promise<One>,
  other: Promise<Other>,
): Promise<[One, Other]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}

/** Ports that are taken, but by servers of this very folder. */
async function ownPorts(
  data: DataFolder,
): Promise<(name: PortName, port: number) => Promise<boolean>> {
  const postgres = await runningPostgres(data.postgres);
  const temporal = await runningTemporal(data.temporal);
  return (name, port) =>
    Promise.resolve(name === 'postgres' ? postgres?.port === port : temporal !== undefined);
}

function serverLogs(data: DataFolder): readonly string[] {
  return [join(data.postgres, 'server.log'), join(data.temporal, 'server.log')];
}
