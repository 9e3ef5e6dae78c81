import { expect, test } from 'vitest';
import { lookNow } from '../../activities/receiving/read-mailbox-now.ts';
import { openDatabase, type Database } from '../../db/client.ts';
import { claimEntries } from '../../db/outbox.ts';
import { pgClient } from '../../db/postgres/pg-client.ts';
import { openActivityFixture } from '../activities/activity-fixture.ts';
import { addManyContacts } from '../support/many-contacts.ts';
import { plainMail } from '../support/mail-servers.ts';
import { aDraft, aReply, openPages, signedIn } from '../web/pages.ts';
import { pagesOn } from '../support/web-application.ts';

const many = 20_000;

/**
 * Rows that were read, by table, by everything that `act` does on a database connection of its own: by sequential scans
 * or fetched for an index, where they are many.
 */
async function scanned(
  url: string,
  act: (db: Database) => Promise<unknown>,
): Promise<Readonly<Record<string, number>>> {
  const client = pgClient(url);
  await client.connect();
  try {
    const read = async (): Promise<ReadonlyMap<string, number>> => {
      const { rows } = await client.query<{ name: string; read: string }>(
        `SELECT relname AS name, seq_tup_read + coalesce(idx_tup_fetch, 0) AS read
         FROM pg_stat_user_tables`,
      );
      return new Map(rows.map((row) => [row.name, Number(row.read)]));
    };
    // A session hands in what it has counted when it ends.
    const alone = async (): Promise<void> => {
      for (let others = 1; others > 0;) {
        const { rows } = await client.query<{ others: number }>(
          `SELECT count(*)::int AS others FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'scans'`,
        );
        others = rows[0]!.others;
      }
    };
    const before = await read();
    const named = new URL(url);
    named.searchParams.set('application_name', 'scans');
    const db = openDatabase(named.href, { connections: 2 });
    await act(db);
    await db.$disconnect();
    await alone();
    const after = await read();
    const grown = [...after].map(([name, now]) => [name, now - (before.get(name) ?? 0)] as const);
    return Object.fromEntries(grown.filter(([, rows]) => rows >= many / 4));
  } finally {
    await client.end();
  }
}

test('no page reads all rows of a table where its user has many contacts', async () => {
  const pages = await openPages();
  const { db } = pages;
  const { contactId } = await aDraft(db);
  await aReply(db, contactId);
  const { userId, id: mailboxId } = await db.mailbox.findFirstOrThrow();
  await addManyContacts(db, { userId, mailboxId }, many);
  await readsNoTable(pages, ['/', '/board', '/contacts', `/contacts/${contactId}`, '/learned']);
});

test('nor where somebody else has', async () => {
  const pages = await openPages();
  const { db } = pages;
  const { contactId } = await aDraft(db);
  await aReply(db, contactId);
  const other = await db.user.create({ data: {} });
  const { id: _, ...mailbox } = await db.mailbox.findFirstOrThrow();
  const { id: mailboxId } = await db.mailbox.create({
    data: { ...mailbox, userId: other.id, address: 'other@home.test' },
  });
  await addManyContacts(db, { userId: other.id, mailboxId }, many);
  await readsNoTable(pages, [
    '/',
    '/board',
    '/contacts',
    `/contacts/${contactId}`,
    '/prospects',
    '/learned',
  ]);
});

async function readsNoTable(
  pages: Awaited<ReturnType<typeof openPages>>,
  paths: readonly string[],
): Promise<void> {
  for (const path of paths) {
    const found = await scanned(pages.url, async (own) => {
      const browser = await signedIn(pagesOn(own));
      expect((await browser.get(path)).status, path).toBe(200);
    });
    expect(found, path).toEqual({});
  }
}

test('a received mail does not read all rows of a table where its user has many contacts', async () => {
  const post = await openActivityFixture();
  try {
    const { outreach } = await post.nudging();
    await addManyContacts(post.db, { userId: post.userId, mailboxId: post.mailboxId }, many);
    await lookNow({ ...post.dependencies }, await post.mailbox());
    post.reply(outreach, {});
    post.practice.deliver(
      'me@home.test',
      plainMail({ from: 'p7@many.test', subject: 'Re: A question' }),
    );
    const found = await scanned(post.dependencies.databaseUrl, async (db) => {
      await lookNow({ ...post.dependencies, db }, await post.mailbox());
      await claimEntries(db, { run: 'test', limit: 25 });
    });
    const stored = await post.db.message.count({ where: { state: 'needs_you' } });
    expect(stored).toBe(2);
    expect(found).toEqual({});
  } finally {
    await post.close();
  }
});
