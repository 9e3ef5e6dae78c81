import { join } from 'node:path';
import { resolveProblems } from '../db/problems.ts';
import type { Database } from '../db/client.ts';
import type { SecretBox } from '../config/secret-box.ts';
import { passwordBinding } from '../domain/mailbox/password-binding.ts';
import { practiceAddress } from './people/people.ts';
import type { Served } from './serve.ts';

/** Whose mailbox it is, and what connecting one takes. */
export type PracticeContext = {
  readonly db: Database;
  readonly userId: string;
  readonly secrets: SecretBox;
  readonly watchMailbox: (mailboxId: string) => Promise<void>;
};

export type PracticeMailbox = {
  /** Connects the user to a mailbox of the practice servers; again is fine. */
  readonly start: (userId: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** So long, in milliseconds, the people of the practice cast take for what takes others a day. */
const practiceDay = 15_000;

/**
 * Serves the practice mailboxes: those that are connected from the start, with the mail they held
 * before, and new ones on demand. `folder` keeps their mail.
 */
export async function startPracticeMailbox(
  application: {
    readonly db: Database;
    readonly contextFor: (userId: string) => PracticeContext;
  },
  { folder, day = practiceDay }: { readonly folder: string; readonly day?: number },
): Promise<PracticeMailbox> {
  const running = new Map<string, Promise<Served>>();
  const start = async (userId: string): Promise<void> => {
    const served = running.get(userId) ?? load(join(folder, `${userId}.jsonl`), day);
    running.set(userId, served);
    served.catch(() => running.delete(userId));
    await connect(application.contextFor(userId), await served);
  };
  const connected = await application.db.mailbox.findMany({
    where: { practice: true, removedAt: null },
    select: { userId: true },
  });
  await Promise.all(connected.map(({ userId }) => start(userId)));
  return {
    start,
    async stop() {
      for (const served of running.values()) await (await served).stop();
    },
  };
}

/** The mail servers are loaded for those who practise only: most starts have no use for them. */
async function load(file: string, day: number): Promise<Served> {
  const { serve } = await import('./serve.ts');
  return serve(file, day);
}

/** The servers have other ports, and another password, each time they start. */
async function connect(context: PracticeContext, served: Served): Promise<void> {
  const { db, userId, secrets } = context;
  const servers = {
    imapHost: '127.0.0.1',
    imapPort: served.imap,
    imapSecurity: 'none',
    smtpHost: '127.0.0.1',
    smtpPort: served.smtp,
    smtpSecurity: 'none',
  };
  const settings = {
    practice: true,
    removedAt: null,
    login: practiceAddress,
    secret: secrets.seal(
      served.password,
      passwordBinding({ address: practiceAddress, ...servers }),
    ),
    ca: null,
    ...servers,
    sentCopy: 'server',
    state: 'connecting',
    stateDetail: null,
  };
  const id = await db.$transaction(async (tx) => {
    const mailbox = await tx.mailbox.upsert({
      where: { userId_address: { userId, address: practiceAddress } },
      create: { userId, address: practiceAddress, ...settings },
      update: settings,
    });
    await resolveProblems(tx, { kind: 'mailbox', mailboxId: mailbox.id });
    return mailbox.id;
  });
  await context.watchMailbox(id);
}
