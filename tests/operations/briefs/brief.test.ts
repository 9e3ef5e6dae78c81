import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Contact } from '../../../db/generated/client.ts';
import { editBrief } from '../../../operations/briefs/edit-brief.ts';
import { showBrief } from '../../../operations/briefs/show-brief.ts';
import { addMailbox, addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let ana: Contact;

beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser({ name: 'Kim Lee', timeZone: 'Europe/Berlin' });
  ana = await addPerson(kim, await addMailbox(kim), {
    topics: ['grid planning'],
    timeZone: 'Europe/Lisbon',
  });
});

const ofAna = () => showBrief.run(kim, { ref: ana.id });

test('a brief is there before a time is agreed', async () => {
  const brief = await ofAna();
  expect(brief).toMatchObject({ contactId: ana.id, meeting: null, join: null });
  expect(brief.questions).toHaveLength(8);
  expect(brief.questions[0]?.text).toContain('grid planning');
});

test('a brief shows the agreed meeting on both clocks, and not a cancelled one', async () => {
  const meeting = {
    userId: kim.userId,
    contactId: ana.id,
    at: new Date('2026-07-01T12:00:00Z'),
    minutes: 20,
    format: 'call',
    where: 'https://meet.example.org/x',
    organizer: 'us',
    organizerAddress: 'kim@example.org',
    attendeeAddress: ana.email,
  };
  await kim.db.meeting.create({ data: { ...meeting, uid: 'one', state: 'cancelled' } });
  expect((await ofAna()).meeting).toBeNull();
  await kim.db.meeting.create({ data: { ...meeting, uid: 'two' } });
  expect((await ofAna()).meeting).toMatchObject({
    at: '2026-07-01T12:00:00.000Z',
    yours: 'Wednesday 1 July, 14:00 (Berlin)',
    theirs: 'Wednesday 1 July, 13:00 (Lisbon)',
  });
});

test('own questions take the place of the suggested ones until they are taken away', async () => {
  const [suggested] = (await ofAna()).questions;
  const edited = await editBrief.run(kim, {
    ref: ana.id,
    questions: [suggested!.text, 'What is a bad day?'],
  });
  expect(edited.questions).toEqual([
    suggested,
    { theme: 'role', about: 'role', text: 'What is a bad day?' },
  ]);
  expect((await editBrief.run(kim, { ref: ana.id, questions: [''] })).questions).toHaveLength(8);
});

test('notes are kept beside the questions', async () => {
  await editBrief.run(kim, { ref: ana.id, questions: ['What is a bad day?'] });
  const { notes, questions, who } = await editBrief.run(kim, {
    ref: ana.id,
    notes: 'Ask about Porto',
  });
  expect(notes).toBe('Ask about Porto');
  expect(who).toContain('Ask about Porto');
  expect(questions).toHaveLength(1);
});

test('more than fourteen questions are refused', async () => {
  const questions = Array.from({ length: 15 }, (_, index) => `Question ${index}?`);
  await expect(editBrief.run(kim, { ref: ana.id, questions })).rejects.toThrow('14 are the most');
});
