import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from '../config/env.ts';
import { isOutdated } from '../db/migrate.ts';
import { createLogger } from '../config/logger.ts';
import { rapportVersion } from '../config/version.ts';
import { Conflict } from '../domain/errors.ts';
import { lockFolder, type FolderLock } from '../embedded/instance.ts';
import { onShutdownSignal, runUntilShutdown, type Stoppable } from './shutdown.ts';
import { reachServers } from './connect-servers.ts';
import { startHealthServer } from './health-server.ts';
import { startPages } from './pages.ts';
import { startApplication } from './application.ts';
import { signInToken } from './sign-in-token.ts';

export type Role = 'worker' | 'watch' | 'web';

/**
 * One role as a process of its own, any number of times, on the servers of the environment or of the
 * instance that runs on the data folder. Resolves when it was asked to stop and has stopped.
 */
export async function runRole(options: {
  readonly role: Role;
  readonly environment: Environment;
  readonly port?: number;
  readonly password?: string;
  readonly say: (line: string) => void;
  readonly ready: (where: { readonly url?: string }) => void;
}): Promise<void> {
  const { role, environment, say } = options;
  const logger = createLogger(environment.logLevel);
  const servers = await reachServers(environment, say);
  const run = randomUUID();
  // Claims in the ledger and in the outbox name their run.
  logger.info({ role, run }, 'role.starts');
  const application = await startApplication({
    ...servers,
    run,
    dataRoot: environment.data.root,
    secretKey: environment.secretKey,
    encryptPayloads: environment.encryptPayloads,
    workerVersion: environment.workerVersion,
    log: (event, details = {}) => logger.info(details, event),
  });
  const stops: Stoppable[] = [{ name: 'The work', stop: application.stop }];
  let folder: FolderLock | undefined;
  // Not while it starts, nor while it hands over what it holds.
  let working = false;
  try {
    if (role === 'web') {
      folder = await holdIfFree(environment);
      const token = await signInToken(application.db, environment.data);
      const pages = await startPages({ ...options, application, token, logger });
      stops.unshift({ name: 'The pages', stop: pages.stop });
      folder?.announce(pages.instance);
      options.ready({ url: pages.instance.url });
    } else {
      const { healthPort: port, host } = environment;
      const ready = async () => working && (await application.health()).ready;
      if (port !== undefined) {
        const health = await startHealthServer({ host, port, ready });
        stops.push({ name: 'The answers about health', stop: health.stop });
      }
      await application.work({ journeys: role === 'worker', watch: role === 'watch' });
      await application.watchAll();
      working = true;
      options.ready({});
    }
    const end = onShutdownSignal(whenOutdated(servers.databaseUrl, say));
    void end.then(() => (working = false));
    await runUntilShutdown(stops, { say, end });
  } catch (error) {
    for (const { stop } of stops) await stop().catch(() => undefined);
    throw error;
  } finally {
    folder?.release();
  }
}

/** Resolves when a newer version has migrated the database: what is known here no longer fits it. */
async function whenOutdated(databaseUrl: string, say: (line: string) => void): Promise<void> {
  for (;;) {
    await sleep(betweenSchemaChecks, undefined, { ref: false });
    // A database that does not answer just now says nothing about its version.
    if (await isOutdated(databaseUrl).catch(() => false)) break;
  }
  say('A newer version of Rapport has migrated the database; this process takes no more work.');
}

/** Milliseconds. */
const betweenSchemaChecks = 30_000;

/** The first page process of a data folder answers the command line there; further ones only serve. */
async function holdIfFree({ data }: Environment): Promise<FolderLock | undefined> {
  try {
    return await lockFolder(data, rapportVersion());
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    throw error;
  }
}
