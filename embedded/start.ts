import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Environment } from '../config/env.ts';
import { createLogger } from '../config/logger.ts';
import { rapportVersion } from '../config/version.ts';
import { ensureUser, setAccessToken } from '../db/users.ts';
import { Refusal } from '../domain/errors.ts';
import { startApplication } from '../worker/application.ts';
import { startWeb } from '../worker/web.ts';
import { holdFolder } from './instance.ts';
import { liveUntilStopped } from './life.ts';
import { nextFreePort } from './ports.ts';
import { startPracticeMailbox } from './practice-mailbox.ts';
import { readOrCreatePrivate } from './private-file.ts';
import { startServers } from './supervise.ts';

export type StartOptions = {
  readonly environment: Environment;
  /** Instead of RAPPORT_PORT. */
  readonly port?: number;
  /** Whoever binds beyond this machine needs one (RAPPORT_PASSWORD). */
  readonly password?: string;
  /** A line for the person who waits. */
  readonly say: (line: string) => void;
  /** Called once, when a person could use the page. */
  readonly ready: (where: { readonly url: string }) => void;
  /** Ends the instance like Ctrl-C. */
  readonly ask?: Promise<void>;
};

/**
 * Runs the whole of Rapport on this machine until it is asked to stop: servers, workers, pages.
 * Throws Refusal when another instance lives on the data folder.
 */
export async function start(options: StartOptions): Promise<void> {
  const { environment, say } = options;
  const { data, host } = environment;
  refuseOpenDoor(host, options.password);
  const logger = createLogger(environment.logLevel);
  const log = (event: string, details = {}): void => logger.info(details, event);
  const folder = await holdFolder(data, rapportVersion());
  try {
    const servers = await startServers({ data, environment, say });
    const stops: { name: string; stop: () => Promise<void> }[] = [
      { name: 'The servers', stop: servers.stop },
    ];
    try {
      const application = await startApplication({
        databaseUrl: servers.databaseUrl,
        temporal: servers.temporal,
        dataRoot: data.root,
        secretKey: environment.secretKey,
        roles: { journeys: true, watch: true },
        log,
      });
      stops.unshift({ name: 'The workers', stop: application.stop });
      const { db } = application;
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const userId = await ensureUser(db, { timeZone });
      const token = readOrCreatePrivate(join(data.run, 'token'), () =>
        randomBytes(24).toString('base64url'),
      ).trim();
      await setAccessToken(db, { userId, label: 'this machine', token });

      const practice = await startPracticeMailbox(application);
      stops.unshift({ name: 'The practice mailbox', stop: practice.stop });
      const wanted = options.port ?? environment.port;
      const port = await nextFreePort(wanted, host);
      if (port !== wanted) say(`Port ${wanted} is taken; using ${port}`);
      const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
      const url = `http://${shownHost}:${port}/?token=${token}`;
      const web = await startWeb({
        application,
        host,
        port,
        url,
        signInToken: token,
        password: options.password,
        practice,
        report: (error) => logger.error({ reason: describe(error) }, 'page.failed'),
      });
      stops.unshift({ name: 'The pages', stop: web.stop });
      await application.watchAll();
      folder.announce({
        pid: process.pid,
        url,
        host,
        port,
        token,
        version: rapportVersion(),
        startedAt: new Date().toISOString(),
      });
      options.ready({ url });
      await liveUntilStopped(stops, { say, ...(options.ask ? { ask: options.ask } : {}) });
    } catch (error) {
      for (const { stop } of stops) await stop().catch(() => undefined);
      throw error;
    }
  } finally {
    folder.release();
  }
}

/** The token in the address is enough for this machine's user alone. */
function refuseOpenDoor(host: string, password: string | undefined): void {
  const local = host === 'localhost' || host === '::1' || host.startsWith('127.');
  if (!local && password === undefined)
    throw new Refusal(
      `RAPPORT_HOST is ${host}, so other machines could reach your mail. Set RAPPORT_PASSWORD too, or leave RAPPORT_HOST at 127.0.0.1.`,
    );
}

/** Never the message: it may quote data. */
function describe(error: unknown): string {
  return error instanceof Error
    ? `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}`
    : 'unknown';
}
