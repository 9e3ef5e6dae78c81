import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Environment } from '../config/env.ts';
import { refuseOpenDoor } from '../config/require-password.ts';
import { rapportVersion } from '../config/version.ts';
import type { Instance } from '../embedded/instance.ts';
import { nextFreePort } from '../embedded/ports.ts';
import { startPracticeMailbox } from '../practice/mailbox.ts';
import { practicePeople } from '../practice/people/people.ts';
import type { Application } from './application.ts';
import { startWeb } from './http-server.ts';

export type Pages = { readonly instance: Instance; readonly stop: () => Promise<void> };

/** Serves the pages on the wanted port or the next free one, for the user of the data folder. */
export async function startPages(options: {
  readonly application: Application;
  readonly environment: Environment;
  /** What `signInToken` gave. */
  readonly token: string;
  readonly port?: number;
  readonly password?: string;
  readonly logger: Logger;
  readonly say: (line: string) => void;
}): Promise<Pages> {
  const { application, environment, token, logger, say } = options;
  const { data, host } = environment;
  refuseOpenDoor(host, options.password);
  const wanted = options.port ?? environment.port;
  const port = await nextFreePort(wanted, host);
  if (port !== wanted) say(`Port ${wanted} is taken; using ${port}`);
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const own = `http://${shownHost.includes(':') ? `[${shownHost}]` : shownHost}:${port}`;
  const url = `${environment.publicUrl?.origin ?? own}/?token=${token}`;
  const practice = await startPracticeMailbox(application, { folder: join(data.root, 'practice') });
  const web = await startWeb({
    application,
    host,
    port,
    url,
    publicUrl: environment.publicUrl,
    rewriting: environment.rewriting,
    signInToken: token,
    password: options.password,
    practice: { start: practice.start, people: practicePeople },
    report: (error) => logger.error({ reason: describe(error) }, 'page.failed'),
  });
  return {
    instance: {
      pid: process.pid,
      url,
      callAt: own,
      host,
      port,
      token,
      version: rapportVersion(),
      startedAt: new Date().toISOString(),
    },
    async stop() {
      await web.stop();
      await practice.stop();
    },
  };
}

/** Where it happened and what kind it is; never the message, which may quote data. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return `${error.name} ${
    error.stack
      ?.split('\n')
      .find((line) => line.includes(' at '))
      ?.trim() ?? ''
  }`;
}
