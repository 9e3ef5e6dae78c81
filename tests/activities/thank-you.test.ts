import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createThankYouActivities } from '../../activities/thank-you.ts';
import type { Contact, Draft } from '../../db/generated/client.ts';
import { acceptSend } from '../../db/ledger.ts';
import { skipDraft } from '../../operations/drafts/skip-draft.ts';
import { listNeedsYou } from '../../operations/needs-you/list-needs-you.ts';
import {
  addDraft,
  addMailbox,
  addPerson,
  openFixture,
  type TestUser,
} from '../operations/fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let ana: Contact;
let thanks: Draft;

/** The conversation ended at 9:00; a thank-you is due within a day. */
const ended = Date.parse('2026-03-04T09:00:00Z');
const hours = (count: number) => new Date(ended + count * 3_600_000);

beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser({ name: 'Kim Lee' });
  ana = await addPerson(kim, await addMailbox(kim));
  const { id: meetingId } = await kim.db.meeting.create({
    data: {
      userId: kim.userId,
      contactId: ana.id,
      uid: '1@example.org',
      at: new Date(ended - 20 * 60_000),
      minutes: 20,
      organizer: 'us',
      organizerAddress: 'kim@example.org',
      attendeeAddress: ana.email,
    },
  });
  thanks = await addDraft(kim, ana, { purpose: 'thank_you', meetingId });
});

const stepAt = (now: Date) =>
  createThankYouActivities({ db: kim.db, now: () => now, deliverSoon: () => {} }).thankYouStep({
    contactId: ana.id,
    draftId: thanks.id,
  });
const itemsAt = async (now: Date) => {
  const items = await listNeedsYou.run({ ...kim, now: () => now }, {});
  return items.map(({ type, why }) => ({ type, why }));
};

test('one item per thank-you: a draft, then what is owed with the time left, then that it is overdue', async () => {
  expect(await itemsAt(hours(11))).toMatchObject([{ type: 'draft' }]);
  expect(await itemsAt(hours(13))).toMatchObject([
    { type: 'thank_you', why: expect.stringContaining('is due in 11 hours') },
  ]);
  expect(await itemsAt(hours(25))).toMatchObject([
    { type: 'thank_you', why: expect.stringContaining('is overdue') },
  ]);
});

test('what is due is said in turn, and a problem is raised once', async () => {
  expect(await stepAt(hours(1))).toBe(hours(12).getTime());
  expect(await stepAt(hours(12))).toBe(hours(24).getTime());
  expect(await stepAt(hours(24))).toBe(hours(48).getTime());
  await stepAt(hours(25));
  const items = await itemsAt(hours(25));
  expect(items.map(({ type }) => type).toSorted()).toEqual(['problem', 'thank_you']);
  await kim.db.problem.updateMany({ data: { resolvedAt: hours(26) } });
  await stepAt(hours(27));
  expect((await itemsAt(hours(27))).map(({ type }) => type)).toEqual(['thank_you']);
});

test('after two days a finding says that it comes late, once', async () => {
  expect(await stepAt(hours(49))).toBeUndefined();
  await stepAt(hours(50));
  const { findings } = await kim.db.draft.findUniqueOrThrow({ where: { id: thanks.id } });
  expect(findings).toMatchObject([{ rule: 'thank_you_late', severity: 'warning' }]);
});

test('a skipped thank-you is owed no more', async () => {
  await stepAt(hours(25));
  await skipDraft.run(kim, { draftId: thanks.id });
  expect(await itemsAt(hours(26))).toEqual([]);
  expect(await stepAt(hours(26))).toBeUndefined();
});

test('a thank-you that left says that the conversation took place', async () => {
  await kim.db.draft.update({ where: { id: thanks.id }, data: { state: 'approved' } });
  await kim.db.send.create({
    data: {
      draftId: thanks.id,
      contactId: ana.id,
      mailboxId: ana.mailboxId,
      messageId: thanks.messageId,
      slotAt: hours(2),
      claimedAt: hours(2),
      state: 'CLAIMED',
    },
  });
  await acceptSend(kim.db, { draftId: thanks.id, at: hours(2), response: '250 ok' });
  expect(await kim.db.meeting.findMany({ where: { contactId: ana.id } })).toMatchObject([
    { state: 'took_place' },
  ]);
  expect(await kim.db.contact.findUnique({ where: { id: ana.id } })).toMatchObject({
    metAt: new Date(ended - 20 * 60_000),
  });
});
