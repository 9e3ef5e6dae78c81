import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../config/env.ts';
import type { OperationContext } from '../operations/context.ts';
import { ensureUser } from '../db/users.ts';
import { startServers, type Servers } from '../embedded/servers.ts';
import { startApplication, type Application } from '../worker/application.ts';
import { workflowBundle } from '../tests/support/workflow-bundle.ts';

export type Stage = {
  readonly servers: Servers;
  readonly application: Application;
  readonly context: OperationContext;
  readonly userId: string;
  /** Where the servers keep their data. */
  readonly folder: string;
  readonly leave: () => Promise<void>;
};

/** Real servers and a real application in a data folder of their own, with mails allowed at any time. */
export async function enterStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
  const environment = readEnvironment({ ...process.env, RAPPORT_DATA: folder });
  const servers = await startServers({
    data: environment.data,
    environment,
    say: () => undefined,
  });
  const bundle = await workflowBundle();
  const application = await startApplication({
    ...servers,
    dataRoot: folder,
    secretKey: undefined,
    log: () => undefined,
    ...(bundle ? { bundle } : {}),
  });
  await application.work({ journeys: true, watch: true });
  const userId = await hastyUser(application);
  return {
    servers,
    application,
    userId,
    folder,
    context: application.contextFor(userId),
    async leave() {
      await application.stop();
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A user whose mails may leave at any time. */
export async function hastyUser(application: Application): Promise<string> {
  const userId = await ensureUser(application.db, { timeZone: 'UTC' });
  await application.db.user.update({
    where: { id: userId },
    data: {
      profile: { name: 'Max Muster', timeZone: 'UTC', language: 'en' },
      settings: {
        workingHours: 'always',
        spacing: 'PT0S',
        holidays: 'off',
        dailyLimit: 10_000,
        onePerCompany: false,
      },
    },
  });
  return userId;
}

/** A mailbox that nobody watches: looking back through one for new contacts has its own pace. */
export async function unwatchedMailbox({
  context,
  userId,
}: Pick<Stage, 'context' | 'userId'>): Promise<string> {
  const server = { imapHost: '127.0.0.1', imapPort: 1, smtpHost: '127.0.0.1', smtpPort: 1 };
  const row = await context.db.mailbox.create({
    data: {
      ...server,
      userId,
      address: `bench-${Date.now()}@home.test`,
      login: 'bench',
      secret: context.secrets.seal('none'),
      imapSecurity: 'none',
      smtpSecurity: 'none',
    },
  });
  return row.id;
}
