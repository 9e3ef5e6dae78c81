import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Contact } from '../../../db/generated/client.ts';
import { checkIn } from '../../../operations/journeys/check-in.ts';
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
  ana = await addPerson(kim, await addMailbox(kim), {
    stage: 'keeping_in_touch',
    metAt: new Date('2026-01-10T10:00:00Z'),
  });
});

const checkInNow = (reason?: string) =>
  checkIn.run(kim, { ref: ana.id, ...(reason === undefined ? {} : { reason }) });

test('a check-in says its reason', async () => {
  const draft = await checkInNow('I passed the exam that you told me about.');
  expect(draft).toMatchObject({ purpose: 'check_in', state: 'awaiting_approval' });
  expect(draft.text).toContain('passed the exam');
});

test('without a reason it takes the advice that was taken, and tells of each once', async () => {
  const advice = { userId: kim.userId, contactId: ana.id, kind: 'advice' };
  await kim.db.takeaway.create({
    data: { ...advice, text: 'Read the grid code', doneAt: new Date('2026-02-01T10:00:00Z') },
  });
  const first = await checkInNow();
  expect(first.text).toContain('grid code');
  // What was never sent has told them of nothing.
  const second = await checkInNow();
  expect(second.text).toContain('grid code');
  await kim.db.draft.update({ where: { id: second.draftId }, data: { state: 'sent' } });
  expect(await checkInNow()).toMatchObject({ state: 'held' });
});

test('with no reason at all it is held and asks for one', async () => {
  const { state, findings } = await checkInNow();
  expect(state).toBe('held');
  expect(findings.map(({ rule }) => rule)).toContain('check_in_without_reason');
});

test('one that waits gives way to a newer one', async () => {
  const first = await checkInNow('I passed the exam.');
  const second = await checkInNow('I read your new article.');
  expect(await kim.db.draft.findUniqueOrThrow({ where: { id: first.draftId } })).toMatchObject({
    state: 'withdrawn',
  });
  expect(second.text).toContain('new article');
});

test('nobody is checked in with before you keep in touch', async () => {
  await kim.db.contact.update({ where: { id: ana.id }, data: { stage: 'waiting' } });
  await expect(checkInNow()).rejects.toThrow('not keeping in touch yet');
});
