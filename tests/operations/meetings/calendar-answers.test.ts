import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyCalendarAnswer } from '../../../db/calendar-answers.ts';
import type { Contact } from '../../../db/generated/client.ts';
import type { CalendarAnswer, Verdict } from '../../../domain/classify/verdict.ts';
import { confirmMeeting, rescheduleMeeting } from '../../../operations/meetings/confirm-meeting.ts';
import { showMeeting } from '../../../operations/meetings/list-meetings.ts';
import { listNeedsYou } from '../../../operations/needs-you/list-needs-you.ts';
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
  ana = await addPerson(kim, await addMailbox(kim), { timeZone: 'Europe/Berlin' });
});

const at = '2026-03-10T15:00:00.000Z';

/** What the watcher does with a calendar mail of theirs. */
async function hear(answer: Partial<CalendarAnswer>, from = 'ana@acme.example') {
  const calendar = { method: 'REPLY', sequence: 0, attendee: from, ...answer };
  // Only these fields are read.
  const verdict = { kind: 'calendar', calendar } as unknown as Verdict;
  return kim.db.$transaction((tx) =>
    applyCalendarAnswer(
      tx,
      { id: ana.id, addresses: [ana.email] },
      { verdict, from, at: new Date('2026-03-05T10:00:00Z') },
    ),
  );
}

const attendance = async () => (await showMeeting.run(kim, { ref: ana.id })).attendance;

describe('the answer of their calendar', () => {
  it.each([
    ['ACCEPTED', 'accepted', 'noted'],
    ['DECLINED', 'declined', 'ask'],
    ['TENTATIVE', 'tentative', 'ask'],
  ] as const)(
    '%s is kept, and asks only where a person is needed',
    async (partstat, kept, effect) => {
      const { uid } = await confirmMeeting.run(kim, { ref: ana.id, at });
      expect(await hear({ uid, partstat })).toBe(effect);
      expect(await attendance()).toBe(kept);
    },
  );

  it('to an invitation that has changed since changes nothing', async () => {
    const { uid, draftId } = await confirmMeeting.run(kim, { ref: ana.id, at });
    const draft = await kim.db.draft.findUniqueOrThrow({ where: { id: draftId! } });
    await kim.db.send.create({
      data: {
        draftId: draft.id,
        contactId: ana.id,
        mailboxId: ana.mailboxId,
        messageId: draft.messageId,
        slotAt: kim.now(),
        state: 'ACCEPTED',
      },
    });
    await rescheduleMeeting.run(kim, { ref: ana.id, at: '2026-03-11T15:00:00.000Z' });
    expect(await hear({ uid, sequence: 0, partstat: 'ACCEPTED' })).toBe('noted');
    expect(await attendance()).toBe('needs_action');
  });

  it('asks when somebody else answers, another meeting is meant, or a time is proposed', async () => {
    const { uid } = await confirmMeeting.run(kim, { ref: ana.id, at });
    expect(await hear({ uid, partstat: 'ACCEPTED' }, 'bo@other.example')).toBe('ask');
    expect(await hear({ uid: 'another', partstat: 'ACCEPTED' })).toBe('ask');
    expect(await attendance()).toBe('needs_action');
    expect(await hear({ uid, method: 'COUNTER' })).toBe('ask');
    expect(await attendance()).toBe('tentative');
  });

  it('cancels only a meeting that they invited to, and the journey hears of it', async () => {
    const { uid, meetingId } = await confirmMeeting.run(kim, { ref: ana.id, at });
    expect(await hear({ uid, method: 'CANCEL', sequence: 1 })).toBe('ask');
    await kim.db.meeting.update({ where: { id: meetingId }, data: { organizer: 'them' } });
    expect(await hear({ uid, method: 'CANCEL', sequence: 1 })).toBe('noted');
    expect(await showMeeting.run(kim, { ref: ana.id })).toMatchObject({ state: 'cancelled' });
    const items = await listNeedsYou.run(kim, {});
    expect(items.filter(({ type }) => type === 'meeting')).toHaveLength(1);
    const told = await kim.db.outbox.findFirst({
      where: { contactId: ana.id, kind: 'meetingChanged' },
      orderBy: { id: 'desc' },
    });
    expect(told?.payload).toMatchObject({ meetingId, how: 'cancelled_by_them' });
  });
});
