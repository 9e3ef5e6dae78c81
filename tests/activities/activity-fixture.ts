import { fetchCalendar } from '../../mail/calendar/fetch-calendar.ts';
import { randomBytes } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import type { Dependencies } from '../../activities/dependencies.ts';
import type { Sending } from '../../activities/results.ts';
import { createActivities } from '../../activities/index.ts';
import { approveDraft } from '../../operations/drafts/approve-draft.ts';
import type { OperationContext } from '../../operations/context.ts';
import { secretBox } from '../../config/secret-box.ts';
import { openDatabase } from '../../db/client.ts';
import { createDraft } from '../../db/drafts.ts';
import type { Contact, Draft, Mailbox, Prisma } from '../../db/generated/client.ts';
import { stateToJson } from '../../db/journey-state.ts';
import { firstState } from '../../domain/journey.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { folderOf } from '../../practice/server/store.ts';
import { openImap } from '../../mail/imap/imap.ts';
import type { MailReader } from '../../mail/reader/mail-reader.ts';
import { readerHere } from '../../mail/reader/read-and-judge.ts';
import { openSmtp } from '../../mail/smtp/smtp.ts';
import { freshDatabase } from '../support/database.ts';
import { plainMail, practiceServers } from '../support/mail-servers.ts';
import { oauthProviders } from '../../mail/oauth/providers.ts';
import { discover } from '../../mail/discovery/discovery.ts';
import { offline } from '../support/offline.ts';

/** Mails go whenever they are approved. */
export const hasty = {
  ...defaultPolicy,
  workingHours: 'always',
  holidays: 'off',
  spacing: 'PT0S',
  dailyLimit: 1_000,
};

export type ActivityFixture = Awaited<ReturnType<typeof openActivityFixture>>;

/** A user with a mailbox on the practice servers, a database of their own, and the activities on both. */
export async function openActivityFixture(
  options: { readonly gmail?: boolean; readonly reader?: MailReader } = {},
) {
  const servers = await practiceServers(options);
  const { practice, me } = servers;
  const { url, drop } = await freshDatabase();
  const db = openDatabase(url, { connections: 8 });
  const secrets = secretBox({ key: randomBytes(32) });
  const clock = { ahead: 0 };
  const now = () => new Date(Date.now() + clock.ahead);
  const user = await db.user.create({ data: { profile: { name: 'Kim', timeZone: 'UTC' } } });
  const mailbox = await db.mailbox.create({
    data: {
      userId: user.id,
      address: me.address,
      login: me.user,
      secret: secrets.seal(me.password),
      imapHost: me.imap.host,
      imapPort: me.imap.port,
      imapSecurity: me.imap.security,
      smtpHost: me.smtp.host,
      smtpPort: me.smtp.port,
      smtpSecurity: me.smtp.security,
      state: 'connected',
    },
  });
  const dependencies: Dependencies = {
    db,
    databaseUrl: url,
    secrets,
    oauth: oauthProviders,
    now,
    random: () => 0.5,
    deliverSoon: () => {},
    isRunning: () => Promise.resolve(true),
    fetchCalendar,
    openImap: (account, limits) => openImap(account, { connectTimeout: 5_000, ...limits }),
    openSmtp: (account, limits) => openSmtp(account, { connectTimeout: 5_000, ...limits }),
    reader: options.reader ?? readerHere,
    watching: { look: 200, maxIdle: 60_000, probe: 5_000, answer: 6_000, patience: 200 },
    log: () => {},
    run: 'test',
  };
  const context: OperationContext = {
    db,
    userId: user.id,
    now,
    oauth: oauthProviders,
    secrets,
    deliverSoon: () => {},
    discover: (address) => discover(address, offline),
    checkMailbox: () => Promise.resolve([]),
    sendDirectly: () => Promise.resolve('<test@home.test>'),
    watchMailbox: () => Promise.resolve(),
    fetchCalendar,
  };
  const activities = createActivities(dependencies);
  let made = 0;

  const post = {
    practice,
    db,
    dependencies,
    context,
    activities,
    clock,
    now,
    userId: user.id,
    mailboxId: mailbox.id,
    mailbox: (): Promise<Mailbox> => db.mailbox.findUniqueOrThrow({ where: { id: mailbox.id } }),
    contact: (facts: Partial<Prisma.ContactUncheckedCreateInput> = {}): Promise<Contact> =>
      db.contact.create({
        data: {
          userId: user.id,
          mailboxId: mailbox.id,
          email: 'ana@work.test',
          name: 'Ana Silva',
          policy: hasty,
          journey: stateToJson(firstState(hasty)),
          lookedBackAt: new Date(),
          ...facts,
        },
      }),
    async draft(
      contact: Contact,
      purpose: Purpose = 'outreach',
      text = 'May I ask you something?',
    ) {
      return db.$transaction((tx) =>
        createDraft(tx, {
          contactId: contact.id,
          purpose,
          to: contact.email,
          from: me.address,
          subject: purpose === 'outreach' ? 'Quick question' : 'Re: Quick question',
          text: `${text} (${++made})`,
          findings: [],
          template: 'test',
        }),
      );
    },
    approve: (draft: Pick<Draft, 'id'>) => approveDraft.run(context, { draftId: draft.id }),
    async approved(contact: Contact, purpose: Purpose = 'outreach') {
      const draft = await post.draft(contact, purpose);
      await post.approve(draft);
      return draft;
    },
    send: (draft: Pick<Draft, 'id' | 'contactId'>): Promise<Sending> =>
      new MockActivityEnvironment().run(activities.sendMail, {
        contactId: draft.contactId,
        draftId: draft.id,
      }),
    /** A contact who has had the first mail, and an approved nudge. */
    async nudging(facts: Partial<Prisma.ContactUncheckedCreateInput> = {}) {
      const contact = await post.contact(facts);
      const outreach = await post.approved(contact);
      const sending = await post.send(outreach);
      if (sending.kind !== 'sent') throw new Error(`The first mail is ${sending.kind}.`);
      await db.contact.update({ where: { id: contact.id }, data: { stage: 'waiting' } });
      return { contact, outreach, nudge: await post.approved(contact, 'nudge') };
    },
    /** Ana answers a draft. */
    reply: (
      draft: Pick<Draft, 'messageId'>,
      mail: Parameters<typeof plainMail>[0] & { readonly folder?: string } = {},
    ) =>
      practice.deliver(
        me.address,
        plainMail({ headers: [`In-Reply-To: ${draft.messageId}`], ...mail }),
        mail.folder === undefined ? {} : { folder: mail.folder },
      ),
    ofDraft: (draft: Pick<Draft, 'id'>) =>
      db.draft.findUniqueOrThrow({ where: { id: draft.id }, include: { send: true } }),
    ofContact: (contact: Pick<Contact, 'id'>) =>
      db.contact.findUniqueOrThrow({ where: { id: contact.id } }),
    problems: () => db.problem.findMany({ where: { resolvedAt: null } }),
    messages: () => db.message.findMany({ orderBy: { createdAt: 'asc' } }),
    /** Message-IDs that the server has accepted. */
    accepted: (draft: Pick<Draft, 'messageId'>) =>
      practice.sent().filter(({ raw }) => raw.includes(draft.messageId)).length,
    folder: (path: string) => folderOf(practice.store, me.address, path),
    async close() {
      await db.$disconnect();
      await servers.stop();
      await drop();
    },
  };
  return post;
}
