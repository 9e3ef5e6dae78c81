import { randomBytes } from 'node:crypto';
import type { OperationContext } from '../../operations/context.ts';
import { secretBox } from '../../config/secret-box.ts';
import { openDatabase, type Database } from '../../db/client.ts';
import type { Contact, Draft, Mailbox, Prisma } from '../../db/generated/client.ts';
import { stateToJson } from '../../db/journey-state.ts';
import { firstState } from '../../domain/journey.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { fetchCalendar } from '../../mail/calendar/fetch-calendar.ts';
import type { MailAccount } from '../../mail/account.ts';
import type { MailboxCheck } from '../../mail/check-mailbox.ts';
import type { PlainMail } from '../../mail/smtp/send-plain-mail.ts';
import { tokenHash } from '../../db/access-tokens.ts';
import { freshDatabase } from '../support/database.ts';
import { oauthProviders } from '../../mail/oauth/providers.ts';
import { discover } from '../../mail/discovery/discovery.ts';
import { offline } from '../support/offline.ts';

export type TestUser = OperationContext & {
  readonly token: string;
  readonly checks: MailboxCheck[];
  /** What was asked of the world outside. */
  readonly checked: MailAccount[];
  readonly watched: string[];
  readonly sent: PlainMail[];
};

export async function openFixture() {
  const { url, drop } = await freshDatabase();
  const db = openDatabase(url, { connections: 4 });
  return {
    db,
    addUser: (profile: Prisma.InputJsonObject = {}) => addUser(db, profile),
    close: async () => {
      await db.$disconnect();
      await drop();
    },
  };
}

async function addUser(db: Database, profile: Prisma.InputJsonObject): Promise<TestUser> {
  const token = randomBytes(24).toString('base64url');
  const tokens = { create: { label: 'test', hash: tokenHash(token) } };
  const { id: userId } = await db.user.create({ data: { profile, tokens } });
  const checks: MailboxCheck[] = [
    { check: 'sign_in_imap', ok: true, needed: true, detail: 'Signed in.' },
    { check: 'idle', ok: false, needed: false, detail: 'No IDLE: looks every minute instead.' },
  ];
  const checked: MailAccount[] = [];
  const watched: string[] = [];
  const sent: PlainMail[] = [];
  return {
    db,
    userId,
    token,
    checks,
    checked,
    watched,
    sent,
    now: () => new Date('2026-03-04T10:00:00Z'),
    secrets: secretBox({ key: randomBytes(32) }),
    oauth: oauthProviders,
    deliverSoon: () => {},
    discover: (address) => discover(address, offline),
    checkMailbox: async (account) => {
      checked.push(account);
      return checks;
    },
    sendDirectly: async (_account, mail) => {
      sent.push(mail);
      return '<test@example.org>';
    },
    watchMailbox: async (mailboxId) => void watched.push(mailboxId),
    fetchCalendar,
  };
}

export async function addMailbox(
  { db, userId }: OperationContext,
  address = 'kim@example.org',
): Promise<Mailbox> {
  return db.mailbox.create({
    data: {
      userId,
      address,
      login: address,
      secret: '',
      imapHost: 'localhost',
      imapPort: 143,
      imapSecurity: 'none',
      smtpHost: 'localhost',
      smtpPort: 25,
      smtpSecurity: 'none',
    },
  });
}

export async function addPerson(
  { db, userId }: OperationContext,
  mailbox: Mailbox,
  facts: Partial<Prisma.ContactUncheckedCreateInput> = {},
): Promise<Contact> {
  return db.contact.create({
    data: {
      userId,
      mailboxId: mailbox.id,
      email: 'ana@acme.example',
      name: 'Ana Silva',
      policy: defaultPolicy,
      journey: stateToJson(firstState(defaultPolicy)),
      ...facts,
    },
  });
}

export async function addDraft(
  { db }: OperationContext,
  contact: Contact,
  facts: Partial<Prisma.DraftUncheckedCreateInput> = {},
): Promise<Draft> {
  return db.draft.create({
    data: {
      contactId: contact.id,
      purpose: 'outreach',
      state: 'awaiting_approval',
      to: contact.email,
      subject: 'Quick question from Kim',
      text: 'Dear Ana, …',
      template: 'outreach.en@1',
      messageId: messageId(),
      ...facts,
    },
  });
}

export async function addMessage(
  { db }: OperationContext,
  contact: Contact,
  facts: Partial<Prisma.MessageUncheckedCreateInput> = {},
) {
  const id = facts.messageId ?? messageId();
  return db.message.create({
    data: {
      mailboxId: contact.mailboxId,
      contactId: contact.id,
      direction: 'in',
      kind: 'human_reply',
      state: 'needs_you',
      at: new Date(),
      messageId: id,
      dedupeKey: id,
      fromAddress: contact.email,
      toAddress: 'kim@example.org',
      subject: 'Re: Quick question',
      text: 'Happy to talk.\n> Dear Ana',
      visibleText: 'Happy to talk.',
      ...facts,
    },
  });
}

function messageId(): string {
  return `<${randomBytes(8).toString('hex')}@example.org>`;
}
