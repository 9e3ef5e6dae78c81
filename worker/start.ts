import type { DataFolder } from '../config/data-folder.ts';
import type { Environment } from '../config/env.ts';
import { createLogger } from '../config/logger.ts';
import { rapportVersion } from '../config/version.ts';
import type { Application } from './application.ts';
import { refuseOpenDoor } from '../config/require-password.ts';
import { beginWork } from './begin-work.ts';
import { latch, type Latch } from '../embedded/latch.ts';
import { promised } from './promised.ts';
import { lockFolder, type FolderLock } from '../embedded/instance.ts';
import { onShutdownSignal, runUntilShutdown, type Stoppable } from './shutdown.ts';
import { newRun, type Run } from '../embedded/run-id.ts';
import { ServerDied, startServers, type TemporalTarget } from '../embedded/servers.ts';
import type { Database } from '../db/client.ts';

export type StartOptions = {
  readonly environment: Environment;
  /** Instead of RAPPORT_PORT. */
  readonly port?: number;
  /** Whoever binds beyond this machine needs one (RAPPORT_PASSWORD). */
  readonly password?: string;
  /** A line for the person who waits. */
  readonly say: (line: string) => void;
  /** Called when a person could use the page; again only if it is at another place after a second try. */
  readonly ready: (where: { readonly url: string }) => void;
  /** Ends the instance like Ctrl-C. */
  readonly ask?: Promise<void>;
};

type Parts = {
  readonly folder: FolderLock;
  readonly run: Run;
  readonly stops: Stoppable[];
  readonly working: Latch;
};

type Means = {
  readonly db: Database;
  readonly token: string;
  readonly databaseUrl: string;
  readonly temporal: TemporalTarget | Promise<TemporalTarget>;
};

/** Milliseconds after Temporal is there in which a question for the state of things waits for the workers, rather than count none. */
const workersPatience = 10_000;

/**
 * Runs the whole of Rapport on this machine until it is asked to stop: servers, workers, pages.
 * Throws Conflict when another instance lives on the data folder.
 */
export async function start(options: StartOptions): Promise<void> {
  const { environment, say } = options;
  const { data } = environment;
  refuseOpenDoor(environment.host, options.password);
  const folder = await lockFolder(data, rapportVersion());
  // Heard from here on, so that an early Ctrl-C also stops in order what has been started by then.
  const end = onShutdownSignal(options.ask);
  const stops: Stoppable[] = [];
  const working = latch();
  let shown: string | undefined;
  const ready: StartOptions['ready'] = ({ url }) => {
    if (url !== shown) options.ready({ url });
    shown = url;
  };
  try {
    const run = newRun(data);
    const parts = { folder, run, stops, working };
    const upOnce = () => bringUp({ ...options, ready }, parts);
    const application = await upOnce().catch(async (error: unknown) => {
      if (!(error instanceof ServerDied)) throw error;
      say(`${error.message}; starting once more`);
      for (const { stop } of stops.splice(0)) await stop().catch(() => undefined);
      return upOnce();
    });
    setTimeout(working.open, workersPatience).unref();
    await Promise.race([end, beginWork(application, run, end).finally(working.open)]);
    await runUntilShutdown(stops, { say, end });
  } catch (error) {
    for (const { stop } of stops) await stop().catch(() => undefined);
    throw error;
  } finally {
    folder.release();
  }
}

/**
 * Everything until a person could use the page, and then until Temporal answers. What has been started by then is in
 * `stops`, also when it throws: ServerDied when a server of ours went away under it, which another try may outlive.
 */
async function bringUp(options: StartOptions, parts: Parts): Promise<Application> {
  const { environment, say } = options;
  const openDatabase = databaseOpener(environment.data);
  const temporal = promised<TemporalTarget>();
  let application: Application | undefined;
  const open = async (databaseUrl: string, target: Means['temporal']) => {
    const database = await openDatabase(databaseUrl);
    application = await openPages(options, parts, { ...database, databaseUrl, temporal: target });
    return application;
  };
  const servers = await startServers({
    data: environment.data,
    environment,
    say,
    // The least first: whatever is being read when PostgreSQL is there delays Temporal's launch.
    whileWaiting: (server) => void (server === 'PostgreSQL' ? loadDatabase() : load()),
    whenMigrated: async (databaseUrl) => void (await openDatabase(databaseUrl)),
    // One that was named has to be there, as PostgreSQL has: a wrong name is said before there is a page.
    ...(environment.temporalIsGiven
      ? {}
      : { whileTemporalStarts: async (url) => void (await open(url, temporal.promise)) }),
    beforeMigrate: async (databaseUrl) => {
      const { backUpBeforeMigration } = await import('../backup/before-migrate.ts');
      say(`Saved the database to ${await backUpBeforeMigration(environment, databaseUrl)}`);
    },
  }).catch((error: unknown) => {
    temporal.reject(error);
    throw error;
  });
  parts.stops.push({ name: 'The servers', stop: servers.stop });
  temporal.resolve(servers.temporal);
  try {
    application ??= await open(servers.databaseUrl, servers.temporal);
    await application.reached;
    return application;
  } catch (error) {
    throw servers.haveDied() ? new ServerDied({ cause: error }) : error;
  }
}

/** The pages need PostgreSQL alone: what people decide before Temporal is there waits in the outbox. */
async function openPages(
  options: StartOptions,
  { folder, run, stops, working }: Parts,
  means: Means,
): Promise<Application> {
  const { environment } = options;
  const [{ startApplication }, { startPages }] = await load();
  const logger = createLogger(environment.logLevel);
  const application = await startApplication({
    ...means,
    run: run.id,
    dataRoot: environment.data.root,
    secretKey: environment.secretKey,
    encryptPayloads: environment.encryptPayloads,
    workerVersion: environment.workerVersion,
    log: (event, details = {}) => logger.info(details, event),
  });
  stops.unshift({ name: 'The work', stop: application.stop });
  const health = () => working.opened.then(application.health);
  const pages = await startPages({
    ...options,
    application: { ...application, health },
    token: means.token,
    logger,
  });
  stops.unshift({ name: 'The pages', stop: pages.stop });
  folder.announce(pages.instance);
  options.ready({ url: pages.instance.url });
  return application;
}

/** The larger half of the program, read from disk while the servers start by themselves. */
function load() {
  return Promise.all([import('./application.ts'), import('./pages.ts')]);
}

function loadDatabase() {
  return Promise.all([import('../db/client.ts'), import('./sign-in-token.ts')]);
}

/** Opens it at the first call. The first question takes it a fifth of a second, so it is asked while Temporal starts. */
function databaseOpener(data: DataFolder) {
  const open = async (databaseUrl: string) => {
    const [{ openDatabase, wholeProcess }, { signInToken }] = await loadDatabase();
    const db = openDatabase(databaseUrl, wholeProcess);
    return { db, token: await signInToken(db, data) };
  };
  let opened: ReturnType<typeof open> | undefined;
  return (databaseUrl: string) => (opened ??= open(databaseUrl));
}
