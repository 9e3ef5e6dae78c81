import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Contact, Mailbox } from '../../../db/generated/client.ts';
import { confirmMeeting } from '../../../operations/meetings/confirm-meeting.ts';
import { proposeTimes } from '../../../operations/meetings/propose.ts';
import { listNeedsYou } from '../../../operations/needs-you/list-needs-you.ts';
import { judgeReply } from '../../../operations/replies/judge-reply.ts';
import { addMailbox, addMessage, addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let mailbox: Mailbox;
let ana: Contact;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  // It is Wednesday 4 March 2026, 11:00 in Berlin.
  kim = await fixture.addUser({ name: 'Kim Lee', timeZone: 'Europe/Berlin' });
  mailbox = await addMailbox(kim);
  ana = await addPerson(kim, mailbox, { timeZone: 'Europe/Berlin', stage: 'in_conversation' });
});

const write = (visibleText: string) =>
  addMessage(kim, ana, { visibleText, at: new Date('2026-03-04T09:30:00Z') });
const item = async () => (await listNeedsYou.run(kim, {})).find(({ type }) => type === 'time');
/** "Tue 14" for 14:00 on a Tuesday in Berlin. */
const hours = (slots: readonly { readonly at: string }[] = []) =>
  slots.map(({ at }) =>
    new Date(at)
      .toLocaleString('en-GB', { timeZone: 'Europe/Berlin', weekday: 'short', hour: '2-digit' })
      .replace(',', ''),
  );

it('free times of it are shown, and none is taken for what they named', async () => {
  await write('Next Tuesday afternoon would suit me.');
  const found = await item();
  expect(found).toMatchObject({ window: 'Next Tuesday afternoon would suit me.', link: null });
  expect(found?.times?.length).toBeGreaterThan(1);
  for (const hour of hours(found?.times)) expect(hour).toMatch(/^Tue 1[2-7]$/);
  for (const time of found?.times ?? []) expect(time).toMatchObject({ certain: false, free: true });
  await expect(confirmMeeting.run(kim, { ref: ana.id })).rejects.toThrow();
});

it('times are offered inside it, and their mail is dealt with', async () => {
  await write('Next Tuesday afternoon would suit me.');
  const { slots } = await proposeTimes.run(kim, { ref: ana.id });
  expect(slots.length).toBeGreaterThan(1);
  for (const hour of hours(slots)) expect(hour).toMatch(/^Tue 1[2-7]$/);
  expect(await item()).toBeUndefined();
});

it('times inside it are offered also after the mail was judged', async () => {
  const { id } = await write('Next Tuesday afternoon would suit me.');
  await judgeReply.run(kim, { messageId: id, judgement: 'proposes_time' });
  const { slots } = await proposeTimes.run(kim, { ref: ana.id });
  for (const hour of hours(slots)) expect(hour).toMatch(/^Tue 1[2-7]$/);
});

it('it may lie beyond the horizon of what is offered otherwise', async () => {
  await write('I am travelling. The week of 20 April would work.');
  const { slots } = await proposeTimes.run(kim, { ref: ana.id });
  expect(slots.length).toBeGreaterThan(1);
  for (const { at } of slots) expect(at).toMatch(/^2026-04-2[0-6]/);
});

it('where nothing of it is free, the item says so, and other times are offered', async () => {
  await write('This Sunday afternoon would suit me.');
  expect(await item()).toMatchObject({
    times: [],
    why: expect.stringContaining('none of your free times is in it'),
  });
  const { slots } = await proposeTimes.run(kim, { ref: ana.id });
  expect(slots.length).toBeGreaterThan(1);
});

it('counts no more once a mail of ours has followed it', async () => {
  await write('Next Tuesday afternoon would suit me.');
  const { draftId } = await proposeTimes.run(kim, { ref: ana.id });
  const { messageId } = await kim.db.draft.update({
    where: { id: draftId },
    data: { state: 'sent' },
  });
  await kim.db.send.create({
    data: {
      draftId,
      contactId: ana.id,
      mailboxId: mailbox.id,
      messageId,
      slotAt: kim.now(),
      claimedAt: kim.now(),
      acceptedAt: kim.now(),
      state: 'ACCEPTED',
    },
  });
  const { slots } = await proposeTimes.run(kim, { ref: ana.id });
  expect(new Set(hours(slots).map((hour) => hour.slice(0, 3))).size).toBeGreaterThan(1);
});
