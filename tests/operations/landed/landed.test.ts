import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Mailbox } from '../../../db/generated/client.ts';
import { tellOfNewRole } from '../../../operations/landed/tell-everybody.ts';
import { addMailbox, addMessage, addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let mailbox: Mailbox;

beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser({ name: 'Kim Lee' });
  mailbox = await addMailbox(kim);
});

const person = (name: string, facts: Parameters<typeof addPerson>[2] = {}) =>
  addPerson(kim, mailbox, { name, email: `${name.toLowerCase()}@x.example`, ...facts });
const land = (more: { readonly dryRun?: boolean } = {}) =>
  tellOfNewRole.run(kim, { role: 'grid analyst', company: 'Tidewise', ...more });

test('everybody who answered, met or introduced is told, each with what they did', async () => {
  const met = await person('Ana', { metAt: new Date('2026-01-10T10:00:00Z') });
  await kim.db.takeaway.create({
    data: { userId: kim.userId, contactId: met.id, kind: 'advice', text: 'Read the grid code' },
  });
  const answered = await person('Bo');
  await addMessage(kim, answered, { state: 'handled', judgement: 'interested' });
  const introducer = await person('Cy');
  await kim.db.referral.create({
    data: { userId: kim.userId, introducerId: introducer.id, name: 'Dee', state: 'accepted' },
  });
  await person('Silent');

  const told = await land();
  expect(told.map(({ name }) => name)).toEqual(['Ana', 'Bo', 'Cy']);
  const texts = await Promise.all(
    told.map(async ({ draftId }) => kim.db.draft.findUniqueOrThrow({ where: { id: draftId! } })),
  );
  expect(texts[0]?.text).toContain('Read the grid code');
  expect(texts[1]?.text).toContain('You answered me');
  expect(texts[2]?.text).toContain('You sent me to Dee');
  for (const { text, purpose } of texts) {
    expect(purpose).toBe('landed_role');
    expect(text).toMatch(/grid analyst at Tidewise/);
  }
});

test('nobody is told who declined, bounced, opted out or is suppressed', async () => {
  const metAt = new Date('2026-01-10T10:00:00Z');
  await person('No', { metAt, outcome: 'declined', stage: 'closed' });
  await person('Gone', { metAt, outcome: 'bounced', stage: 'closed' });
  await person('Never', { metAt, outcome: 'opted_out', stage: 'closed' });
  const { email } = await person('Stopped', { metAt });
  await kim.db.suppression.create({ data: { userId: kim.userId, email, why: 'asked' } });
  expect(await land()).toEqual([]);
});

test('a second call gives the same drafts, and a dry run makes none', async () => {
  await person('Ana', { metAt: new Date('2026-01-10T10:00:00Z') });
  expect(await land({ dryRun: true })).toMatchObject([{ name: 'Ana', draftId: null }]);
  expect(await kim.db.draft.count({ where: { contact: { userId: kim.userId } } })).toBe(0);
  const first = await land();
  expect(await land()).toEqual(first);
});

test('it asks once whether the rest of the search should end', async () => {
  await person('Ana', { metAt: new Date('2026-01-10T10:00:00Z') });
  await person('Waiting', { stage: 'waiting' });
  await land();
  await land();
  const questions = await kim.db.question.findMany({ where: { userId: kim.userId } });
  expect(questions).toMatchObject([{ kind: 'stop_outreach' }]);
});
