import { randomBytes } from 'node:crypto';
import type { ImapFlow } from 'imapflow';
import { usualWatchTimes, type Dependencies } from '../activities/dependencies.ts';
import { catchUp } from '../activities/receiving/catch-up.ts';
import { secretBox } from '../config/secret-box.ts';
import { openDatabase, type Database } from '../db/client.ts';
import type { Mailbox } from '../db/generated/client.ts';
import { fetchCalendar } from '../mail/calendar/fetch-calendar.ts';
import { openImap } from '../mail/imap/imap.ts';
import { oauthProviders } from '../mail/oauth/providers.ts';
import { readerHere } from '../mail/reader/read-and-judge.ts';
import { openSmtp } from '../mail/smtp/smtp.ts';
import { addManyContacts } from '../tests/support/many-contacts.ts';
import { plainMail, practiceServers, type Practice } from '../tests/support/mail-servers.ts';
import { ownPostgres } from '../tests/support/own-postgres.ts';
import { pagesOn } from '../tests/support/web-application.ts';
import { slowestOfTwenty } from './pages.ts';
import { median, type Ratio } from './ratio.ts';

const few = 1_000;
const messagesEach = 3.6;
const rounds = 60;
const uncounted = 20;

/**
 * A user with many contacts and their messages in PostgreSQL, against one with a thousand: what one received mail costs
 * until it is stored, and how long the pages take. The two take turns, so that whatever else the machine does meets both.
 */
export async function measureManyContacts(
  contacts: number,
): Promise<{ readonly ratio: Ratio; readonly lines: readonly string[] }> {
  const postgres = await ownPostgres();
  const users: User[] = [];
  try {
    for (const count of [few, contacts])
      users.push(await userWith(await postgres.database(`contacts_${count}`), count));
    const [one, other] = users as [User, User];
    const limit: number[] = [];
    const ours: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      limit.push(await takeInOne(one, round));
      ours.push(await takeInOne(other, round));
    }
    const messages = await other.db.message.count();
    const pages = await slowestOfTwenty(pagesOn(other.db), ['/', '/contacts', '/board']);
    return {
      ratio: {
        name: `One received mail with ${contacts} contacts and ${messages} messages`,
        ours: { what: 'read, judged and stored (median)', value: median(ours.slice(uncounted)) },
        limit: {
          what: `the same with ${few} contacts (median)`,
          value: median(limit.slice(uncounted)),
        },
        unit: 'ms',
        goal: { kind: 'at most', ratio: 1.5 },
      },
      lines: Object.entries(pages).map(
        ([path, ms]) =>
          `    ${path}: ${ms.toFixed(0)} ms, the slowest of twenty (goal at most 100: ${ms <= 100 ? 'met' : 'MISSED'})`,
      ),
    };
  } finally {
    for (const user of users) await user.leave();
    await postgres.stop();
  }
}

type User = {
  readonly db: Database;
  readonly dependencies: Dependencies;
  readonly mailbox: Mailbox;
  readonly client: ImapFlow;
  readonly practice: Practice['practice'];
  readonly leave: () => Promise<void>;
};

async function userWith(databaseUrl: string, contacts: number): Promise<User> {
  const { practice, me, stop } = await practiceServers();
  const db = openDatabase(databaseUrl, { connections: 8 });
  const secrets = secretBox({ key: randomBytes(32) });
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
  await addManyContacts(db, { userId: user.id, mailboxId: mailbox.id }, contacts);
  await addMessages(db, mailbox.id, contacts);
  const dependencies: Dependencies = {
    db,
    databaseUrl,
    secrets,
    run: 'bench',
    now: () => new Date(),
    random: Math.random,
    deliverSoon: () => undefined,
    isRunning: () => Promise.resolve(true),
    fetchCalendar,
    openImap,
    openSmtp,
    reader: readerHere,
    oauth: oauthProviders,
    watching: usualWatchTimes,
    log: () => undefined,
  };
  const client = await openImap(me);
  await catchUp(dependencies, { client, mailbox, epoch: undefined });
  return {
    db,
    dependencies,
    mailbox,
    client,
    practice,
    async leave() {
      await client.logout();
      await db.$disconnect();
      await stop();
    },
  };
}

/** Up to `messagesEach` for every contact on average, of both directions. */
async function addMessages(db: Database, mailboxId: string, contacts: number): Promise<void> {
  const missing = Math.round(contacts * messagesEach) - (await db.message.count());
  await db.$executeRaw`
    INSERT INTO message (id, mailbox_id, contact_id, direction, kind, state, at, message_id, from_address, to_address,
      subject, text, visible_text, dedupe_key)
    SELECT gen_random_uuid(), mailbox_id, id, CASE WHEN n % 2 = 0 THEN 'in' ELSE 'out' END, 'human_reply', CASE WHEN n % 2 = 0 THEN 'handled' ELSE 'sent' END,
      now() - make_interval(days => n), '<' || n || '-' || id || '@many.test>', email, 'me@home.test', 'Re: A question',
      'Gladly.', 'Gladly.', '<' || n || '-' || id || '@many.test>'
    FROM contact CROSS JOIN generate_series(1, ${Math.ceil(messagesEach)}::int) AS n
    WHERE mailbox_id = ${mailboxId}::uuid ORDER BY n LIMIT ${missing}`;
  await db.$executeRawUnsafe('VACUUM (ANALYZE)');
}

/** Milliseconds from the mail lying in the inbox until it is stored. */
async function takeInOne(user: User, round: number): Promise<number> {
  const { db, dependencies, mailbox, client, practice } = user;
  const contact = await db.contact.findFirstOrThrow({
    where: { email: `p${round * 7}@many.test` },
  });
  const before = await db.message.count({ where: { contactId: contact.id } });
  practice.deliver(
    mailbox.address,
    plainMail({
      from: contact.email,
      headers: [`In-Reply-To: <${contact.id}@home.test>`],
      text: 'Gladly. Which day suits you?',
    }),
  );
  const begun = performance.now();
  await catchUp(dependencies, { client, mailbox, epoch: undefined });
  const took = performance.now() - begun;
  const after = await db.message.count({ where: { contactId: contact.id } });
  if (after !== before + 1) throw new Error(`${contact.email}: ${after - before} mails stored.`);
  return took;
}
