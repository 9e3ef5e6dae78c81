import type { KnownTraces, MailTraces } from '../domain/related-mail.ts';
import type { Database } from './client.ts';
import type { Contact } from './generated/client.ts';

type Look = Pick<MailTraces, 'senders' | 'recipients' | 'ids' | 'gmailThreadId' | 'colleague'>;

/** What is known of a user's contacts of all that any of the mails names: at most four queries, each by an index. */
export async function findKnownTraces(
  db: Database,
  userId: string,
  looks: readonly Look[],
): Promise<KnownTraces> {
  const people = unique(looks.flatMap(({ senders, recipients }) => [...senders, ...recipients]));
  const ids = unique(looks.flatMap((look) => look.ids));
  const inThreads = unique(looks.flatMap((look) => look.gmailThreadId ?? []));
  const domains = unique(looks.flatMap((look) => look.colleague?.domain ?? []));
  const [addresses, mails, threads, written] = await Promise.all([
    people.length === 0 ? [] : byAddress(db, userId, people),
    ids.length === 0 ? [] : byId(db, userId, ids),
    inThreads.length === 0 ? [] : byThread(db, userId, inThreads),
    domains.length === 0 ? [] : toDomain(db, userId, domains),
  ]);
  return { addresses, mails, threads, written };
}

function byAddress(
  db: Database,
  userId: string,
  wanted: string[],
): Promise<KnownTraces['addresses']> {
  return db.$queryRaw<{ contactId: string; mailbox: string }[]>`
    SELECT id AS "contactId", mailbox_address(email) AS mailbox FROM contact
      WHERE user_id = ${userId}::uuid AND mailbox_address(email) = ANY(${wanted})
    UNION
    SELECT c.id, mailbox_address(a.email) FROM contact_address a JOIN contact c ON c.id = a.contact_id
      WHERE c.user_id = ${userId}::uuid AND mailbox_address(a.email) = ANY(${wanted})`;
}

async function byId(db: Database, userId: string, wanted: string[]): Promise<KnownTraces['mails']> {
  const rows = await db.$queryRaw<{ contactId: string; id: string; to: string | null }[]>`
    SELECT mail."contactId", mail.id, mail."to" FROM (
      SELECT s.contact_id AS "contactId", s.message_id AS id, d."to", s.slot_at AS at
        FROM send s JOIN draft d ON d.id = s.draft_id WHERE s.message_id = ANY(${wanted})
      UNION ALL
      SELECT s.contact_id, s.server_message_id, d."to", s.slot_at
        FROM send s JOIN draft d ON d.id = s.draft_id WHERE s.server_message_id = ANY(${wanted})
      UNION ALL
      SELECT m.contact_id, m.message_id, CASE WHEN m.direction = 'out' THEN m.to_address END, m.at
        FROM message m WHERE m.message_id = ANY(${wanted})
    ) mail JOIN contact ON contact.id = mail."contactId"
    WHERE contact.user_id = ${userId}::uuid
    ORDER BY mail.at`;
  return rows.map(({ to, ...mail }) => ({ ...mail, to: to ?? undefined }));
}

/** Gmail's own threads; other servers have none. */
function byThread(db: Database, userId: string, wanted: string[]): Promise<KnownTraces['threads']> {
  return db.$queryRaw<{ contactId: string; gmailThreadId: string }[]>`
    SELECT s.contact_id AS "contactId", s.gmail_thread_id AS "gmailThreadId"
      FROM send s JOIN contact c ON c.id = s.contact_id
      WHERE c.user_id = ${userId}::uuid AND s.gmail_thread_id = ANY(${wanted})
    UNION
    SELECT m.contact_id, m.gmail_thread_id FROM message m JOIN contact c ON c.id = m.contact_id
      WHERE c.user_id = ${userId}::uuid AND m.gmail_thread_id = ANY(${wanted})`;
}

/** At a domain with many people an answer without ids is looked for among so many of the last mails. */
const lastMails = 200;

/** Only of open journeys: what a colleague says to a closed one holds nothing. */
function toDomain(db: Database, userId: string, wanted: string[]): Promise<KnownTraces['written']> {
  return db.$queryRaw<{ contactId: string; domain: string; subject: string }[]>`
    SELECT mail.contact_id AS "contactId", wanted.domain, mail.subject
    FROM unnest(${wanted}::text[]) AS wanted(domain)
    CROSS JOIN LATERAL (
      SELECT id, contact_id, subject FROM draft WHERE split_part("to", '@', 2) = wanted.domain
      ORDER BY created_at DESC LIMIT ${lastMails}
    ) mail
    -- The limit keeps the planner from reading all sends instead of these.
    CROSS JOIN LATERAL (
      SELECT slot_at FROM send JOIN contact ON contact.id = contact_id
      WHERE draft_id = mail.id AND state IN ('CLAIMED', 'ACCEPTED', 'AMBIGUOUS')
        AND user_id = ${userId}::uuid AND stage <> 'closed'
      LIMIT 1
    ) sent
    ORDER BY sent.slot_at`;
}

/** The contacts who have one of the mailboxes (mailboxAddress) as their address. */
export async function contactsAt(
  db: Database,
  userId: string,
  mailboxes: readonly string[],
): Promise<readonly Contact[]> {
  const found = await byAddress(db, userId, [...mailboxes]);
  return db.contact.findMany({
    where: { id: { in: found.map(({ contactId }) => contactId) } },
    orderBy: { id: 'asc' },
  });
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
