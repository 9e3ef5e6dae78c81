import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { setAccessToken } from '../../db/access-tokens.ts';
import { addDraft, addMailbox, addPerson } from '../operations/fixture.ts';
import { aMailbox, host, openPages, signedIn, type Pages } from './pages.ts';

const token = 'a-token-of-the-command-line';

async function withData(pages: Pages) {
  const { db } = pages;
  const user = await db.user.create({ data: {} });
  await setAccessToken(db, { userId: user.id, label: 'test', token });
  const context = { db, userId: user.id } as Parameters<typeof addMailbox>[0];
  const mailbox = await addMailbox(context);
  await db.mailbox.update({
    where: { id: mailbox.id },
    data: { state: 'connected', lastLookedAt: new Date(Date.now() - 42_000) },
  });
  const contact = await addPerson(context, mailbox, { stage: 'waiting' });
  const draft = await addDraft(context, contact, { state: 'sent' });
  await addDraft(context, contact);
  const { messageId } = draft;
  const send = { draftId: draft.id, contactId: contact.id, mailboxId: mailbox.id, messageId };
  await db.send.create({ data: { ...send, state: 'ACCEPTED', slotAt: new Date() } });
  const entry = { contactId: contact.id, target: `journey/${contact.id}` };
  await db.outbox.create({ data: { ...entry, kind: 'pause', payload: {} } });
  const createdAt = new Date(Date.now() - 60_000);
  await db.outbox.create({
    data: {
      ...entry,
      kind: 'replyReceived',
      payload: { id: randomUUID(), messageId: randomUUID() },
      createdAt,
      deliveredAt: new Date(createdAt.getTime() + 250),
    },
  });
  return { mailbox, contact };
}

const bearer = (value = token) => ({ headers: { host, authorization: `Bearer ${value}` } });

test('metrics count mails, journeys and what waits, and name nobody', async () => {
  const pages = await openPages();
  const { mailbox, contact } = await withData(pages);
  const answer = await pages.app.request('/metrics', bearer());
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/plain');
  const text = await answer.text();
  for (const line of [
    'rapport_mails{state="accepted"} 1',
    'rapport_mails{state="claimed"} 0',
    'rapport_open_journeys{stage="waiting"} 1',
    'rapport_drafts_waiting 1',
    'rapport_outbox_waiting 1',
    'rapport_reactions_last_day 1',
    'rapport_reaction_seconds{quantile="0.5"} 0.25',
    `rapport_mailbox_connected{mailbox="${mailbox.id}"} 1`,
  ])
    expect(text.split('\n')).toContain(line);
  const age = /^rapport_mailbox_look_age_seconds\{.*\} ([\d.]+)$/m.exec(text)?.[1];
  expect(Number(age)).toBeGreaterThanOrEqual(42);
  expect(text).toContain('process_cpu_seconds_total');
  for (const secret of [mailbox.address, contact.email, contact.name, 'acme'])
    expect(text).not.toContain(secret);
});

test('metrics are for who has the token or is signed in', async () => {
  const pages = await openPages();
  await withData(pages);
  expect((await pages.app.request('/metrics', { headers: { host } })).status).toBe(401);
  expect((await pages.app.request('/metrics', bearer('another'))).status).toBe(401);
  expect((await (await signedIn(pages)).get('/metrics')).status).toBe(200);
});

test('metrics of one user show nothing of another', async () => {
  const pages = await openPages();
  await withData(pages);
  const other = await pages.db.user.create({ data: {} });
  await setAccessToken(pages.db, { userId: other.id, label: 'test', token: 'other-token' });
  const text = await (await pages.app.request('/metrics', bearer('other-token'))).text();
  expect(text).toContain('rapport_mails{state="accepted"} 0');
  expect(text).toContain('rapport_outbox_waiting 0');
  expect(text).not.toContain('mailbox="');
});

test('anybody may ask whether it is ready, and learns no more', async () => {
  const ready = { ready: true, database: 'ok', temporal: 'ok', workers: 1, url: 'http://secret' };
  for (const [given, status] of [
    [ready, 200],
    [{ ...ready, ready: false }, 503],
  ] as const) {
    const { app } = await openPages({ health: () => Promise.resolve(given) });
    const answer = await app.request('/healthz', { headers: { host } });
    expect([answer.status, await answer.json()]).toEqual([status, { ready: given.ready }]);
  }
});

test('an outside watch hears of a mailbox that does not work, without a word about whose', async () => {
  const { app, db } = await openPages();
  const { mailboxId } = await aMailbox(db);
  const ask = () => app.request('/healthz/mailboxes', { headers: { host } });
  expect((await ask()).status).toBe(200);
  await db.mailbox.update({ where: { id: mailboxId }, data: { state: 'sign_in_failed' } });
  const answer = await ask();
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ mailboxes: 1, failing: 1 });
});
