import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Contact } from '../../../db/generated/client.ts';
import type { TakeawayKind } from '../../../domain/meeting/takeaway.ts';
import { listDrafts } from '../../../operations/drafts/list-drafts.ts';
import { checkIn } from '../../../operations/journeys/check-in.ts';
import { listTakeaways } from '../../../operations/takeaways/list-takeaways.ts';
import { takeAdvice } from '../../../operations/takeaways/take-advice.ts';
import { addMailbox, addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let ana: Contact;

beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser({ name: 'Kim Lee' });
  ana = await addPerson(kim, await addMailbox(kim));
});

function learn(kind: TakeawayKind, text: string, contact = ana) {
  return kim.db.takeaway.create({
    data: { userId: kim.userId, contactId: contact.id, kind, text },
  });
}

test('what was learnt is listed over all contacts, by kind and by contact', async () => {
  const bo = await addPerson(
    kim,
    await kim.db.mailbox.findFirstOrThrow({ where: { userId: kim.userId } }),
    {
      email: 'bo@lab.example',
      name: 'Bo Lund',
    },
  );
  await learn('skill', 'SQL');
  await learn('advice', 'Read the grid code');
  await learn('skill', 'Writing', bo);
  const texts = async (filter: Parameters<typeof listTakeaways.run>[1]) =>
    (await listTakeaways.run(kim, filter)).map(({ text }) => text);
  expect(await texts({})).toEqual(['SQL', 'Read the grid code', 'Writing']);
  expect(await texts({ kind: 'skill' })).toEqual(['SQL', 'Writing']);
  expect(await texts({ kind: 'skill', contact: bo.email })).toEqual(['Writing']);
});

test('an advice is taken once, and how it went can be added later', async () => {
  const { id } = await learn('advice', 'Read the grid code');
  const first = await takeAdvice.run(kim, { id });
  expect(first).toMatchObject({ done: true, how: null });
  expect(await takeAdvice.run(kim, { id, how: 'It answered half of my questions.' })).toMatchObject(
    {
      done: true,
      how: 'It answered half of my questions.',
    },
  );
});

test('only an advice can be taken', async () => {
  const { id } = await learn('skill', 'SQL');
  await expect(takeAdvice.run(kim, { id })).rejects.toThrow('not an advice');
});

test("another user's takeaways are not there", async () => {
  const { id } = await learn('advice', 'Read the grid code');
  const stranger = await fixture.addUser();
  expect(await listTakeaways.run(stranger, {})).toEqual([]);
  await expect(takeAdvice.run(stranger, { id })).rejects.toMatchObject({ name: 'NotFound' });
});

test('a check-in that was held for want of a reason is written with an advice once it is taken', async () => {
  await kim.db.contact.update({ where: { id: ana.id }, data: { stage: 'keeping_in_touch' } });
  const held = await checkIn.run(kim, { ref: ana.id });
  expect(held.state).toBe('held');
  const { id } = await learn('advice', 'Read the grid code');
  await takeAdvice.run(kim, { id, how: 'It answered half of my questions.' });
  const [draft, ...others] = await listDrafts.run(kim, { all: false });
  expect(others).toEqual([]);
  expect(draft).toMatchObject({ purpose: 'check_in', state: 'awaiting_approval' });
  expect(draft?.text).toContain('It answered half of my questions.');
});

test('a check-in with a reason of the user keeps it when an advice is taken', async () => {
  await kim.db.contact.update({ where: { id: ana.id }, data: { stage: 'keeping_in_touch' } });
  const { draftId } = await checkIn.run(kim, { ref: ana.id, reason: 'I passed the exam.' });
  const { id } = await learn('advice', 'Read the grid code');
  await takeAdvice.run(kim, { id });
  expect(await listDrafts.run(kim, { all: false })).toMatchObject([{ draftId, revision: 1 }]);
});
