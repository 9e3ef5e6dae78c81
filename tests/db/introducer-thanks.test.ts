import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Contact } from '../../db/generated/client.ts';
import { draftIntroducerThanks } from '../../db/referrals.ts';
import {
  addMailbox,
  addMessage,
  addPerson,
  openFixture,
  type TestUser,
} from '../operations/fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let ana: Contact;
let bo: Contact;

beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser({ name: 'Kim Lee' });
  const mailbox = await addMailbox(kim);
  ana = await addPerson(kim, mailbox);
  bo = await addPerson(kim, mailbox, { email: 'bo@lab.example', name: 'Bo Lund' });
  await kim.db.referral.create({
    data: {
      userId: kim.userId,
      introducerId: ana.id,
      contactId: bo.id,
      name: 'Bo Lund',
      state: 'accepted',
    },
  });
});

const thanks = async () => {
  await draftIntroducerThanks(kim.db, { contactId: bo.id });
  return kim.db.draft.findMany({
    where: { contactId: ana.id, purpose: 'introducer_thanks' },
  });
};

test('the introducer is thanked once, when the person has answered', async () => {
  expect(await thanks()).toEqual([]);
  await addMessage(kim, bo, { matchRule: 'reply_id' });
  expect((await thanks())[0]?.text).toContain('Bo Lund');
  expect(await thanks()).toHaveLength(1);
});

test.each([
  ['from another address', { matchRule: 'reply_id', fromAddress: 'eve@evil.example' }],
  ['that was matched by its subject only', { matchRule: 'subject_and_sender' }],
  ['that is not certain', { matchRule: 'reply_id', certain: false }],
  ['that is an auto-reply', { matchRule: 'reply_id', kind: 'auto_reply' }],
  ['that was judged to be none', { matchRule: 'reply_id', judgement: 'not_a_reply' }],
  ['that opts out', { matchRule: 'reply_id', judgement: 'opt_out' }],
])('a mail %s thanks nobody', async (_what, facts) => {
  await addMessage(kim, bo, facts);
  expect(await thanks()).toEqual([]);
});

test('a weak mail that a person judged counts', async () => {
  await addMessage(kim, bo, { matchRule: 'known_sender', judgement: 'declined' });
  expect(await thanks()).toHaveLength(1);
});

test('an introducer who opted out or is suppressed is left alone', async () => {
  await addMessage(kim, bo, { matchRule: 'reply_id' });
  await kim.db.suppression.create({
    data: { userId: kim.userId, email: ana.email, why: 'asked' },
  });
  expect(await thanks()).toEqual([]);
  await kim.db.suppression.deleteMany({ where: { userId: kim.userId } });
  await kim.db.contact.update({ where: { id: ana.id }, data: { outcome: 'opted_out' } });
  expect(await thanks()).toEqual([]);
});
