import type { Database } from '../../db/client.ts';
import type { Mailbox } from '../../db/generated/client.ts';
import type { Seen } from '../../mail/imap/read-new.ts';

/**
 * The mails that may concern a contact, told from their headers alone: nobody else's mail is ever
 * fetched. Three queries at most, however many mails there are.
 */
export async function candidates(
  db: Database,
  look: { readonly mailbox: Mailbox; readonly mails: readonly Seen[] },
): Promise<readonly Seen[]> {
  const { mailbox, mails } = look;
  if (mails.length === 0) return [];
  const people = await knownAddresses(db, mailbox.userId, unique(mails.flatMap(partners)));
  const ids = await knownIds(db, mailbox.userId, unique(mails.flatMap(idsOf)));
  const known = (mail: Seen): boolean => idsOf(mail).some((id) => ids.has(id));
  const threads = new Set([
    ...(await knownThreads(db, mailbox.userId, unique(mails.flatMap(threadsOf)))),
    // Our own copy may only arrive together with the answer to it.
    ...mails.filter(known).flatMap(threadsOf),
  ]);
  return mails.filter(
    (mail) =>
      looksLikeBounce(mail) ||
      partners(mail).some((address) => people.has(address)) ||
      known(mail) ||
      threadsOf(mail).some((thread) => threads.has(thread)),
  );
}

const partners = (mail: Seen): readonly string[] => [...(mail.from ? [mail.from] : []), ...mail.to];

const idsOf = (mail: Seen): readonly string[] => [
  ...(mail.messageId ? [mail.messageId] : []),
  ...mail.references,
];

const threadsOf = (mail: Seen): readonly string[] =>
  mail.gmailThreadId === undefined ? [] : [mail.gmailThreadId];

/** Bounces come from strangers; only their content tells whose they are. */
function looksLikeBounce(mail: Seen): boolean {
  return (
    mail.returnPath === '' ||
    mail.failedRecipients.length > 0 ||
    mail.contentType === 'multipart/report' ||
    /^(mailer-daemon|postmaster|mail-daemon|mailerdaemon)@/.test(mail.from ?? '')
  );
}

async function knownAddresses(
  db: Database,
  userId: string,
  addresses: readonly string[],
): Promise<ReadonlySet<string>> {
  const wanted = [...addresses];
  const rows = await db.$queryRaw<{ email: string }[]>`
    SELECT email FROM contact WHERE user_id = ${userId}::uuid AND email = ANY(${wanted})
    UNION
    SELECT a.email FROM contact_address a JOIN contact c ON c.id = a.contact_id
      WHERE c.user_id = ${userId}::uuid AND a.email = ANY(${wanted})`;
  return new Set(rows.map(({ email }) => email));
}

async function knownIds(
  db: Database,
  userId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const wanted = [...ids];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT s.message_id AS id FROM send s JOIN contact c ON c.id = s.contact_id
      WHERE c.user_id = ${userId}::uuid AND s.message_id = ANY(${wanted})
    UNION
    SELECT s.server_message_id FROM send s JOIN contact c ON c.id = s.contact_id
      WHERE c.user_id = ${userId}::uuid AND s.server_message_id = ANY(${wanted})
    UNION
    SELECT m.message_id FROM message m JOIN contact c ON c.id = m.contact_id
      WHERE c.user_id = ${userId}::uuid AND m.message_id = ANY(${wanted})`;
  return new Set(rows.map(({ id }) => id));
}

/** Gmail's own threads; other servers have none, and then nothing is asked. */
async function knownThreads(
  db: Database,
  userId: string,
  threads: readonly string[],
): Promise<ReadonlySet<string>> {
  if (threads.length === 0) return new Set();
  const wanted = [...threads];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT s.gmail_thread_id AS id FROM send s JOIN contact c ON c.id = s.contact_id
      WHERE c.user_id = ${userId}::uuid AND s.gmail_thread_id = ANY(${wanted})
    UNION
    SELECT m.gmail_thread_id FROM message m JOIN contact c ON c.id = m.contact_id
      WHERE c.user_id = ${userId}::uuid AND m.gmail_thread_id = ANY(${wanted})`;
  return new Set(rows.map(({ id }) => id));
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
