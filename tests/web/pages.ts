import { onTestFinished } from 'vitest';
import { openDatabase, type Database } from '../../db/client.ts';
import { stateToJson } from '../../db/journey-state.ts';
import { firstState } from '../../domain/journey.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { freshDatabase } from '../support/database.ts';
import { host, pagesOn, token, type Given, type Pages } from '../support/web-application.ts';

export { host, token, type Pages };

/** The web application on a database of its own; no mail, no Temporal. */
export async function openPages(given: Given = {}): Promise<Pages & { readonly url: string }> {
  const { url, drop } = await freshDatabase();
  const db = openDatabase(url, { connections: 3 });
  onTestFinished(async () => {
    await db.$disconnect();
    await drop();
  });
  return { ...pagesOn(db, given), url };
}

/** A browser without JavaScript: keeps cookies, follows no redirect, sends forms with their hidden fields. */
export type Browser = {
  readonly get: (path: string) => Promise<Response>;
  readonly text: (path: string) => Promise<string>;
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
  /** A form with a file, which its field `file` has. */
  readonly upload: (
    path: string,
    file: string | Uint8Array<ArrayBuffer>,
    fields?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
};

export async function signedIn({ app }: Pages): Promise<Browser & { readonly csrf: string }> {
  const answer = await app.request(`/?token=${token}`, { headers: { host } });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const headers = { host, cookie };
  const get = async (path: string): Promise<Response> => app.request(path, { headers });
  const text = async (path: string): Promise<string> => (await get(path)).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(await text('/settings'))?.[1] ?? '';
  return {
    get,
    text,
    csrf,
    post: async (path, fields, more = {}) =>
      app.request(path, {
        method: 'POST',
        headers: { ...headers, origin: `http://${host}`, ...more },
        body: new URLSearchParams({ csrf, ...fields }),
      }),
    upload: async (path, file, fields = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ csrf, ...fields })) body.set(name, value);
      body.set('file', new File([file], 'people.csv'));
      const sent = { ...headers, origin: `http://${host}` };
      return app.request(path, { method: 'POST', headers: sent, body });
    },
  };
}

/** A user with a profile and a connected mailbox. */
export async function aMailbox(
  db: Database,
): Promise<{ readonly mailboxId: string; readonly userId: string }> {
  const user =
    (await db.user.findFirst()) ??
    (await db.user.create({
      data: { profile: { name: 'Mira Hofmann', timeZone: 'Europe/Berlin', language: 'en' } },
    }));
  const server = { imapHost: 'imap.example.org', imapPort: 993, imapSecurity: 'tls' };
  const mailbox = await db.mailbox.create({
    data: {
      ...server,
      smtpHost: 'smtp.example.org',
      smtpPort: 465,
      smtpSecurity: 'tls',
      userId: user.id,
      address: 'mira@example.org',
      login: 'mira@example.org',
      secret: 'sealed',
      state: 'connected',
    },
  });
  return { mailboxId: mailbox.id, userId: user.id };
}

/** A contact with a first mail that waits for approval. */
export async function aDraft(
  db: Database,
  given: { readonly name?: string; readonly subject?: string; readonly text?: string } = {},
): Promise<{ readonly contactId: string; readonly draftId: string }> {
  const { mailboxId, userId } = await aMailbox(db);
  const contact = await db.contact.create({
    data: {
      userId,
      mailboxId,
      email: 'ana@example.com',
      name: given.name ?? 'Ana Ferreira',
      policy: { ...defaultPolicy },
      journey: stateToJson(firstState(defaultPolicy)),
      stage: 'awaiting_approval',
      nextWhy: 'your approval',
    },
  });
  const draft = await db.draft.create({
    data: {
      contactId: contact.id,
      purpose: 'outreach',
      state: 'awaiting_approval',
      to: 'ana@example.com',
      template: 'outreach',
      messageId: '<one@example.org>',
      subject: given.subject ?? 'Quick question',
      text: given.text ?? 'Dear Ana,\n\nwould you have 20 minutes?',
    },
  });
  return { contactId: contact.id, draftId: draft.id };
}

/** A reply of Ana's that waits to be judged. */
export async function aReply(
  db: Database,
  contactId: string,
  given: { readonly subject?: string; readonly text?: string } = {},
): Promise<string> {
  const { mailboxId } = await db.contact.findUniqueOrThrow({ where: { id: contactId } });
  const text = given.text ?? 'Gladly. Thursday at ten?';
  const message = await db.message.create({
    data: {
      mailboxId,
      contactId,
      direction: 'in',
      kind: 'human_reply',
      state: 'needs_you',
      at: new Date(),
      messageId: '<reply@example.com>',
      dedupeKey: '<reply@example.com>',
      fromAddress: 'ana@example.com',
      toAddress: 'mira@example.org',
      subject: given.subject ?? 'Re: Quick question',
      text,
      visibleText: text,
    },
  });
  return message.id;
}
