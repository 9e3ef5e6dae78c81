import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Mailbox } from '../../../db/generated/client.ts';
import { listNeedsYou } from '../../../operations/needs-you/list-needs-you.ts';
import { queueGroups } from '../../../operations/needs-you/queue-groups.ts';
import { readQueue } from '../../../operations/needs-you/read-queue.ts';
import { addPeople } from '../../support/people.ts';
import { addMailbox, addMessage, addPerson, openFixture, type TestUser } from '../fixture.ts';

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

const read = (wanted: Partial<Parameters<typeof readQueue>[1]> = {}) =>
  readQueue(kim, { filter: {}, page: 1, perPage: 7, ...wanted });

/** The items of every page, in their order. */
async function everyItem(): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let page = 1; page <= (await read()).pages; page += 1)
    ids.push(...(await read({ page })).entries.map(({ item }) => item.id));
  return ids;
}

it('shows on its pages what the list of needs-you has, each once', async () => {
  await addPeople(kim.db, { userId: kim.userId, mailboxId: mailbox.id }, 22);
  const waiting = await addPerson(kim, mailbox);
  const message = await addMessage(kim, waiting, { state: 'handled' });
  await kim.db.contact.update({ where: { id: waiting.id }, data: { answerOwedTo: message.id } });
  await kim.db.problem.create({
    data: {
      userId: kim.userId,
      mailboxId: mailbox.id,
      kind: 'mailbox',
      text: 'It cannot be read.',
    },
  });
  const listed = (await listNeedsYou.run(kim, {})).map(({ id }) => id);
  expect(listed).toHaveLength(24);
  expect((await everyItem()).toSorted()).toEqual(listed.toSorted());
});

it('goes by urgency, and by the waiting within a group', async () => {
  await addPeople(kim.db, { userId: kim.userId, mailboxId: mailbox.id }, 33);
  const { entries } = await read({ perPage: 50 });
  const ranks = entries.map(({ group }) => queueGroups.indexOf(group));
  expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
  for (const [at, { group, item }] of entries.entries()) {
    const before = entries[at - 1];
    if (before?.group === group) expect(before.item.since <= item.since).toBe(true);
  }
});

it('opens what is asked for wherever it is, and says when it waits no longer', async () => {
  await addPeople(kim.db, { userId: kim.userId, mailboxId: mailbox.id }, 22);
  const last = (await everyItem()).at(-1)!;
  const { open } = await read({ itemId: last });
  expect(open?.item.id).toBe(last);
  expect(open?.draft?.text).toContain('20 minutes');
  await kim.db.draft.updateMany({ data: { state: 'withdrawn' } });
  expect(await read({ itemId: last })).toMatchObject({ open: undefined, gone: true });
});

it('searches names, companies and subjects on all pages, whatever their accents', async () => {
  await addPeople(kim.db, { userId: kim.userId, mailboxId: mailbox.id }, 44);
  const { found, total, entries } = await read({ filter: { text: 'novak volta' } });
  expect(total).toBe(44);
  expect(found).toBeGreaterThan(0);
  for (const { item, company } of entries)
    expect([item.contactName, company]).toEqual([expect.stringContaining('Novák'), 'Volta']);
});

it('shows nobody what waits for another user', async () => {
  await addPeople(kim.db, { userId: kim.userId, mailboxId: mailbox.id }, 11);
  const other = await fixture.addUser({ name: 'Lee' });
  expect(await readQueue(other, { filter: {}, page: 1, perPage: 50 })).toMatchObject({
    total: 0,
    entries: [],
  });
});
