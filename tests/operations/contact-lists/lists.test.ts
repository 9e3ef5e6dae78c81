import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Mailbox } from '../../../db/generated/client.ts';
import { readBoard } from '../../../operations/contact-lists/read-board.ts';
import { readTable } from '../../../operations/contact-lists/read-table.ts';
import { addManyContacts } from '../../support/many-contacts.ts';
import { addMailbox, addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let mailbox: Mailbox;

beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser({ name: 'Kim Lee', timeZone: 'Europe/Berlin' });
  mailbox = await addMailbox(kim);
});

const table = (wanted: Partial<Parameters<typeof readTable>[1]> = {}) =>
  readTable(kim, { order: 'name', descending: false, page: 1, perPage: 7, ...wanted });

it('counts on the board who is held as paused, and at no other stage', async () => {
  const now = kim.now();
  const soon = new Date(now.getTime() + 86_400_000);
  const past = new Date(now.getTime() - 86_400_000);
  await addPerson(kim, mailbox, { email: 'a@work.test', stage: 'waiting' });
  await addPerson(kim, mailbox, { email: 'b@work.test', stage: 'waiting', pausedAt: past });
  await addPerson(kim, mailbox, { email: 'c@work.test', stage: 'drafting', snoozedUntil: soon });
  await addPerson(kim, mailbox, { email: 'd@work.test', stage: 'drafting', snoozedUntil: past });
  await addPerson(kim, mailbox, { email: 'e@work.test', stage: 'closed', pausedAt: past });
  await addPerson(kim, mailbox, { email: 'f@work.test', stage: 'waiting', removedAt: past });
  const counts = (await readBoard(kim, { perColumn: 5 })).filter(({ count }) => count > 0);
  expect(Object.fromEntries(counts.map(({ stage, count }) => [stage, count]))).toEqual({
    drafting: 1,
    waiting: 1,
    paused: 2,
    closed: 1,
  });
  expect(counts.map(({ contacts }) => contacts.length)).toEqual(counts.map(({ count }) => count));
});

it('lists the first companies to choose from, and says when there are more', async () => {
  await addManyContacts(kim.db, { userId: kim.userId, mailboxId: mailbox.id }, 300);
  await addPerson(kim, mailbox, { email: 'a@work.test', company: null });
  const all = await table();
  expect(all).toMatchObject({ total: 301, found: 301, pages: 43, moreCompanies: false });
  expect(all.companies).toHaveLength(300);
  await addPerson(kim, mailbox, { email: 'b@work.test', company: 'Zwirn & Zink' });
  const more = await table();
  expect(more.companies).toEqual(all.companies);
  expect(more.moreCompanies).toBe(true);
  const one = await table({ company: 'Zwirn & Zink' });
  expect(one.rows.map(({ email }) => email)).toEqual(['b@work.test']);
  expect(one).toMatchObject({ total: 302, found: 1 });
});

it('offers the labels that somebody has', async () => {
  await addPerson(kim, mailbox, { email: 'a@work.test', labels: ['alumni', 'warm'] });
  await addPerson(kim, mailbox, { email: 'b@work.test', labels: ['alumni'] });
  await addPerson(kim, mailbox, { email: 'c@work.test' });
  expect((await table()).labels).toEqual(['alumni', 'warm']);
});
