import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { markRestored } from '../../backup/after-restore.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let database: FreshDatabase;
let client: pg.Client;
let contactId: string;

beforeEach(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  contactId = await addContact();
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

const query = async (sql: string, values: unknown[] = []): Promise<any[]> =>
  (await client.query(sql, values)).rows;

async function addContact(): Promise<string> {
  const [userId, mailboxId, id] = [randomUUID(), randomUUID(), randomUUID()];
  await query('insert into user_account (id) values ($1)', [userId]);
  await query(
    `insert into mailbox (id, user_id, address, login, secret, imap_host, imap_port, imap_security, smtp_host, smtp_port, smtp_security)
      values ($1, $2, 'kim@example.org', 'kim', '', 'h', 1, 'tls', 'h', 1, 'tls')`,
    [mailboxId, userId],
  );
  await query(
    `insert into contact (id, user_id, mailbox_id, email, name, policy, journey)
      values ($1, $2, $3, 'ana@example.org', 'Ana', '{}', '{"heard": []}')`,
    [id, userId, mailboxId],
  );
  return id;
}

async function hasHeard(heard: readonly string[]): Promise<void> {
  await query('update contact set journey = $1', [JSON.stringify({ heard })]);
}

async function delivered(...told: readonly (string | readonly [string, object])[]): Promise<void> {
  for (const each of told) {
    const [kind, payload] = typeof each === 'string' ? [each, {}] : each;
    await query(
      `insert into outbox (contact_id, target, kind, payload, delivered_at)
        values ($1, $2, $3, $4, now())`,
      [contactId, `journey/${contactId}`, kind, payload],
    );
  }
}

async function toldAfterRestore(): Promise<readonly string[]> {
  await markRestored(client, { why: 'restored', problem: 'what to do' });
  const rows = await query(
    "select id || ' ' || kind as told from outbox where delivered_at is null order by id",
  );
  return rows.map(({ told }) => told as string);
}

test('nothing is sent until the user resumes, who is told why', async () => {
  await markRestored(client, { why: 'restored', problem: 'what to do' });
  await markRestored(client, { why: 'restored again', problem: 'what to do now' });
  expect(
    await query('select hold_note, hold_why, hold_since is not null as held from user_account'),
  ).toEqual([{ hold_note: 'restored again', hold_why: 'restored', held: true }]);
  expect(
    await query("select text from problem where kind = 'restored' and resolved_at is null"),
  ).toEqual([{ text: 'what to do now' }]);
});

test('an open journey starts anew, and hears again what its saved state does not know', async () => {
  await hasHeard(['outbox-1', 'outbox-3', 'news-of-4']);
  await delivered('start', 'judgeReply', 'pause');
  await delivered(['replyReceived', { id: 'news-of-4' }], ['replyReceived', { id: 'news-of-5' }]);
  await delivered('resume');
  expect(await toldAfterRestore()).toEqual([
    '2 judgeReply',
    '5 replyReceived',
    '6 resume',
    '7 start',
  ]);
});

test('a journey with a long past does not hear again what its state has forgotten', async () => {
  await delivered(...Array.from({ length: 210 }, () => 'lookAgain'), 'resume');
  await hasHeard(Array.from({ length: 200 }, (_, at) => `outbox-${at + 11}`));
  expect(await toldAfterRestore()).toEqual(['211 resume', '212 start']);
});

test('a journey that began again does not hear what had ended it', async () => {
  await delivered('start', 'stop', 'reopen', 'pause');
  expect(await toldAfterRestore()).toEqual(['3 reopen', '4 pause', '5 start']);
});

test('a closed journey rests', async () => {
  await delivered('start', 'stop');
  await query("update contact set stage = 'closed', outcome = 'stopped'");
  expect(await toldAfterRestore()).toEqual([]);
});

test('an approved mail begins anew; one that waits for a yes, or is done, does not', async () => {
  await query("update contact set stage = 'closed'");
  const [approved, waits, done] = [randomUUID(), randomUUID(), randomUUID()];
  for (const [id, state] of [
    [approved, 'approved'],
    [waits, 'awaiting_approval'],
    [done, 'sent'],
  ])
    await query(
      `insert into draft (id, contact_id, purpose, state, updated_at, "to", subject, text, template, message_id)
        values ($1, $2, 'reply', $3, now(), '', '', '', 'hand', $4)`,
      [id, contactId, state, `<${id}@example.org>`],
    );
  await toldAfterRestore();
  expect(await query('select target, kind from outbox')).toEqual([
    { target: `mail/${approved}`, kind: 'lookAgain' },
  ]);
});
