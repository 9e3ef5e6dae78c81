import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { storedInvitation } from '../../../db/invitation.ts';
import type { Contact, Mailbox } from '../../../db/generated/client.ts';
import { addCalendar } from '../../../operations/calendars/add-calendar.ts';
import { removeCalendar } from '../../../operations/calendars/remove-calendar.ts';
import { removeContact } from '../../../operations/contacts/remove-contact.ts';
import { showContact } from '../../../operations/contacts/show-contact.ts';
import { approveDraft } from '../../../operations/drafts/approve-draft.ts';
import { editDraft } from '../../../operations/drafts/edit-draft.ts';
import { skipDraft } from '../../../operations/drafts/skip-draft.ts';
import { stop } from '../../../operations/journeys/stop-contact.ts';
import { cancelMeeting } from '../../../operations/meetings/cancel-meeting.ts';
import { confirmMeeting, rescheduleMeeting } from '../../../operations/meetings/confirm-meeting.ts';
import { listMeetings } from '../../../operations/meetings/list-meetings.ts';
import { listSlots } from '../../../operations/meetings/list-slots.ts';
import { proposeTimes } from '../../../operations/meetings/propose.ts';
import { dismissMeetingItem } from '../../../operations/needs-you/dismiss-meeting-item.ts';
import { listNeedsYou } from '../../../operations/needs-you/list-needs-you.ts';
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
  kim = await fixture.addUser({
    name: 'Kim Lee',
    affiliation: 'TU Berlin',
    timeZone: 'Europe/Berlin',
  });
  mailbox = await addMailbox(kim);
  ana = await addPerson(kim, mailbox, { timeZone: 'America/New_York', company: 'Acme' });
});

const at = '2026-03-10T15:00:00.000Z';
const later = '2026-03-12T15:00:00.000Z';

/** The mail left: what its attempts would have written. */
async function send(draftId: string) {
  const draft = await kim.db.draft.update({ where: { id: draftId }, data: { state: 'sent' } });
  await kim.db.send.create({
    data: {
      draftId,
      contactId: draft.contactId,
      mailboxId: mailbox.id,
      messageId: draft.messageId,
      slotAt: kim.now(),
      claimedAt: kim.now(),
      acceptedAt: kim.now(),
      state: 'ACCEPTED',
    },
  });
}

/** A calendar with an exam of an hour. */
const calendarWith = (start: string) =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'SUMMARY:Exam',
    `DTSTART:${start}`,
    'DURATION:PT1H',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');

const draftOf = (id: string | null) => kim.db.draft.findUniqueOrThrow({ where: { id: id! } });
const invitationOf = async (id: string | null) => storedInvitation((await draftOf(id)).calendar);
const reply = (text: string, facts = {}) =>
  addMessage(kim, ana, { visibleText: text, at: new Date('2026-03-05T10:00:00Z'), ...facts });
const timeItems = async () =>
  (await listNeedsYou.run(kim, {})).filter(({ type }) => type === 'time');

describe('free times', () => {
  it('are told on both clocks', async () => {
    const slots = await listSlots.run(kim, { contact: ana.id });
    expect(slots).toHaveLength(3);
    expect(slots[0]).toMatchObject({
      minutes: 20,
      yours: expect.stringContaining('Berlin'),
      theirs: expect.stringContaining('New York'),
    });
  });

  it('are none while a calendar is not read to its end, and say which', async () => {
    await addCalendar.run(kim, { text: 'BEGIN:VCALENDAR\r\n', name: 'Work' });
    await expect(listSlots.run(kim, {})).rejects.toThrow('“Work” could not be read to its end');
  });
});

describe('words changed by hand', () => {
  const rulesAfter = async (draftId: string, from: string, to: string) => {
    const { text } = await draftOf(draftId);
    expect(text).toContain(from);
    const edited = await editDraft.run(kim, { draftId, text: text.replaceAll(from, to) });
    return edited.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  };

  it('must still say every time that a proposal offers', async () => {
    const slots = [at, later];
    const { draftId } = await proposeTimes.run(kim, { ref: ana.id, slots });
    expect(await rulesAfter(draftId, 'Best wishes', 'All the best')).toEqual([]);
    expect(await rulesAfter(draftId, '12 March', '13 March')).toEqual(['time_differs']);
  });

  it('must still say the time that is confirmed', async () => {
    const { draftId } = await confirmMeeting.run(kim, { ref: ana.id, at, format: 'coffee' });
    expect(await rulesAfter(draftId!, '11:00 am', '10:30 am')).toEqual(['time_differs']);
  });

  it('change nothing of what the calendar says', async () => {
    await addCalendar.run(kim, { text: calendarWith('20260310T150000Z') });
    const { draftId } = await confirmMeeting.run(kim, { ref: ana.id, at });
    await rulesAfter(draftId!, 'Best wishes', 'All the best');
    expect((await draftOf(draftId)).findings).toContainEqual(
      expect.objectContaining({ rule: 'time_taken' }),
    );
  });
});

describe('a proposal', () => {
  it('offers free times, and holds them against everybody else', async () => {
    const draft = await proposeTimes.run(kim, { ref: ana.id });
    expect(draft).toMatchObject({ purpose: 'proposal', state: 'awaiting_approval' });
    expect(draft.slots).toHaveLength(3);
    const bo = await addPerson(kim, mailbox, {
      email: 'bo@b.example',
      timeZone: 'America/New_York',
    });
    const others = await listSlots.run(kim, { contact: bo.id, count: 20 });
    const taken = draft.slots.map((slot) => slot.at);
    expect(others.filter((slot) => taken.includes(slot.at))).toEqual([]);
    const own = await listSlots.run(kim, { contact: ana.id });
    expect(own.map((slot) => slot.at)).toEqual(taken);
  });

  it('of other times replaces the one before it', async () => {
    const first = await proposeTimes.run(kim, { ref: ana.id });
    const second = await proposeTimes.run(kim, { ref: ana.id, slots: [later, at], minutes: 45 });
    expect(second.slots).toEqual([
      { at, minutes: 45 },
      { at: later, minutes: 45 },
    ]);
    expect((await draftOf(first.draftId)).state).toBe('withdrawn');
    expect(await kim.db.slotOffer.count({ where: { contactId: ana.id, releasedAt: null } })).toBe(
      2,
    );
  });

  it('is held without free times, and goes through with times of the user’s choice', async () => {
    await addCalendar.run(kim, { text: 'BEGIN:VCALENDAR\r\n', name: 'Work' });
    const held = await proposeTimes.run(kim, { ref: ana.id });
    expect(held).toMatchObject({ state: 'held', slots: [] });
    expect(held.findings.map(({ rule }) => rule)).toContain('calendar_not_read');
    const chosen = await proposeTimes.run(kim, { ref: ana.id, slots: [at, later] });
    expect(chosen.state).toBe('awaiting_approval');
    expect(chosen.findings.map(({ rule }) => rule)).toContain('calendar_not_read');
  });

  it('is not approved once one of its times is taken or past', async () => {
    const { draftId } = await proposeTimes.run(kim, { ref: ana.id, slots: [at, later] });
    const busy = calendarWith('20260312T150000Z');
    const { calendarId } = await addCalendar.run(kim, { text: busy, name: 'Work' });
    await expect(approveDraft.run(kim, { draftId })).rejects.toThrow('Exam');
    await removeCalendar.run(kim, { calendarId });
    const thatDay = { ...kim, now: () => new Date('2026-03-11T00:00:00Z') };
    await expect(approveDraft.run(thatDay, { draftId })).rejects.toThrow('is past');
    expect(await approveDraft.run(kim, { draftId })).toMatchObject({ state: 'approved' });
  });

  it('that is skipped, or whose journey ends, lets others have its times', async () => {
    const held = () => kim.db.slotOffer.count({ where: { contactId: ana.id, releasedAt: null } });
    const { draftId } = await proposeTimes.run(kim, { ref: ana.id });
    expect(await held()).toBe(3);
    await skipDraft.run(kim, { draftId });
    expect(await held()).toBe(0);
    await proposeTimes.run(kim, { ref: ana.id });
    await kim.db.contact.update({ where: { id: ana.id }, data: { stage: 'closed' } });
    expect(await held()).toBe(0);
  });

  it('never offers what is past', async () => {
    const past = proposeTimes.run(kim, { ref: ana.id, slots: ['2026-03-04T09:59:00.000Z'] });
    await expect(past).rejects.toMatchObject({ name: 'InvalidInput' });
  });
});

describe('confirming', () => {
  it('drafts a confirmation with an invitation to the contact', async () => {
    const agreed = await confirmMeeting.run(kim, {
      ref: ana.id,
      at,
      format: 'video',
      where: 'https://meet.example/1',
    });
    expect(agreed).toMatchObject({
      sequence: 0,
      at,
      minutes: 20,
      format: 'video',
      state: 'confirmed',
      attendance: 'needs_action',
      clash: null,
    });
    expect(await draftOf(agreed.draftId)).toMatchObject({
      purpose: 'confirmation',
      state: 'awaiting_approval',
    });
    expect(await invitationOf(agreed.draftId)).toMatchObject({
      method: 'REQUEST',
      uid: agreed.uid,
      sequence: 0,
      organizer: { address: 'kim@example.org' },
      attendee: { address: 'ana@acme.example' },
    });
    const { meetings } = await showContact.run(kim, { ref: ana.id });
    expect(meetings).toMatchObject([{ meetingId: agreed.meetingId, organizer: 'us' }]);
    expect(await listMeetings.run(kim, {})).toHaveLength(1);
  });

  it('takes the one time that they picked for sure, and answers the mail with it', async () => {
    const proposal = await proposeTimes.run(kim, { ref: ana.id, slots: [at, later] });
    await send(proposal.draftId);
    const message = await reply('The second one works for me.');
    expect(await timeItems()).toMatchObject([
      { messageId: message.id, times: [{ at: later, from: 'slot', certain: true, free: true }] },
    ]);
    expect(await confirmMeeting.run(kim, { ref: ana.id })).toMatchObject({ at: later });
    expect(await timeItems()).toEqual([]);
    expect(await kim.db.slotOffer.count({ where: { releasedAt: null, contactId: ana.id } })).toBe(
      0,
    );
  });

  it('asks which time is meant where that is not sure, or it is taken', async () => {
    await expect(confirmMeeting.run(kim, { ref: ana.id })).rejects.toThrow('--at');
    const proposal = await proposeTimes.run(kim, { ref: ana.id, slots: [at, later] });
    await send(proposal.draftId);
    await reply('The second one works for me.');
    await addCalendar.run(kim, { text: calendarWith('20260312T150000Z'), name: 'Work' });
    await expect(confirmMeeting.run(kim, { ref: ana.id })).rejects.toThrow('Exam');
    const [item] = await timeItems();
    expect(item?.times).toMatchObject([{ free: false, clash: expect.stringContaining('Exam') }]);
    const agreed = await confirmMeeting.run(kim, { ref: ana.id, at: later });
    expect(agreed.clash).toContain('Exam');
    expect((await draftOf(agreed.draftId)).findings).toContainEqual(
      expect.objectContaining({ rule: 'time_taken', severity: 'warning' }),
    );
  });

  it('again before anything left keeps row, UID and SEQUENCE 0, and replaces the draft', async () => {
    const first = await confirmMeeting.run(kim, { ref: ana.id, at });
    const second = await confirmMeeting.run(kim, { ref: ana.id, at: later });
    expect(second).toMatchObject({
      meetingId: first.meetingId,
      uid: first.uid,
      sequence: 0,
      at: later,
    });
    expect((await draftOf(first.draftId)).state).toBe('withdrawn');
    expect(await kim.db.meeting.count({ where: { contactId: ana.id } })).toBe(1);
  });

  it('with --no-mail drafts nothing', async () => {
    const agreed = await confirmMeeting.run(kim, { ref: ana.id, at, noMail: true });
    expect(agreed.draftId).toBeNull();
    expect(await kim.db.draft.count({ where: { contactId: ana.id } })).toBe(0);
  });

  it('adopts their invitation under its UID, and answers it', async () => {
    await reply('', {
      kind: 'calendar',
      calendar: {
        method: 'REQUEST',
        uid: 'theirs-1',
        sequence: 3,
        organizer: 'ana@acme.example',
        summary: 'Chat',
        start: at,
        end: '2026-03-10T15:30:00Z',
      },
    });
    const agreed = await confirmMeeting.run(kim, { ref: ana.id });
    expect(agreed).toMatchObject({ uid: 'theirs-1', sequence: 3, minutes: 30, organizer: 'them' });
    expect(await invitationOf(agreed.draftId)).toMatchObject({
      method: 'REPLY',
      uid: 'theirs-1',
      sequence: 3,
      answer: 'ACCEPTED',
      organizer: { address: 'ana@acme.example' },
      attendee: { address: 'kim@example.org' },
    });
  });

  it('is refused for what is over, and names the word for that', async () => {
    const over = confirmMeeting.run(kim, { ref: ana.id, at: '2026-03-04T09:00:00.000Z' });
    await expect(over).rejects.toThrow('say how it went');
  });
});

describe('once the invitation has left', () => {
  it('moving raises SEQUENCE under the same UID', async () => {
    const first = await confirmMeeting.run(kim, { ref: ana.id, at });
    await send(first.draftId!);
    const moved = await rescheduleMeeting.run(kim, { ref: ana.id, at: later });
    expect(moved).toMatchObject({ uid: first.uid, sequence: 1, at: later });
    expect(await invitationOf(moved.draftId)).toMatchObject({ method: 'REQUEST', sequence: 1 });
    const placed = await rescheduleMeeting.run(kim, { ref: ana.id, where: '+49 30 1234' });
    expect(placed).toMatchObject({ at: later, where: '+49 30 1234', sequence: 2 });
  });

  it('cancelling withdraws it, and a new time reuses the UID', async () => {
    const first = await confirmMeeting.run(kim, { ref: ana.id, at });
    await send(first.draftId!);
    const gone = await cancelMeeting.run(kim, { ref: ana.id, why: 'an exam was moved' });
    expect(gone).toMatchObject({ uid: first.uid, sequence: 1, state: 'cancelled' });
    expect(await draftOf(gone.draftId)).toMatchObject({ purpose: 'cancellation' });
    expect(await invitationOf(gone.draftId)).toMatchObject({ method: 'CANCEL', sequence: 1 });
    await expect(cancelMeeting.run(kim, { ref: ana.id })).rejects.toMatchObject({
      name: 'NotFound',
    });
    const again = await confirmMeeting.run(kim, { ref: ana.id, at: later });
    expect(again).toMatchObject({ meetingId: first.meetingId, uid: first.uid, sequence: 2 });
  });
});

describe('a mail about it that is skipped', () => {
  it('leaves the conversation standing as one that was agreed elsewhere', async () => {
    const { draftId, meetingId } = await confirmMeeting.run(kim, { ref: ana.id, at });
    await skipDraft.run(kim, { draftId: draftId! });
    expect(await kim.db.meeting.findUniqueOrThrow({ where: { id: meetingId } })).toMatchObject({
      state: 'confirmed',
      noMail: true,
    });
  });

  it('leaves an item that they do not know of the cancellation, until it is dealt with', async () => {
    const first = await confirmMeeting.run(kim, { ref: ana.id, at });
    await send(first.draftId!);
    const { draftId } = await cancelMeeting.run(kim, { ref: ana.id });
    await skipDraft.run(kim, { draftId: draftId! });
    const items = async () =>
      (await listNeedsYou.run(kim, {})).filter(({ type }) => type === 'meeting');
    const [item] = await items();
    expect(item?.why).toContain('does not know that the conversation is cancelled');
    await dismissMeetingItem.run(kim, { itemId: item!.id });
    expect(await items()).toEqual([]);
  });
});

describe('while the invitation has never left', () => {
  it('cancelling drafts nothing', async () => {
    const first = await confirmMeeting.run(kim, { ref: ana.id, at });
    expect(await cancelMeeting.run(kim, { ref: ana.id })).toMatchObject({
      sequence: 0,
      state: 'cancelled',
      draftId: null,
    });
    expect((await draftOf(first.draftId)).state).toBe('withdrawn');
  });

  it('moving needs something that is agreed', async () => {
    await expect(rescheduleMeeting.run(kim, { ref: ana.id, at })).rejects.toThrow(
      'Agree on a time first',
    );
  });
});

describe('a mail about a time', () => {
  it('with a booking page shows it, and names no time', async () => {
    await reply('Please book here: https://calendly.com/ana/20min');
    expect(await timeItems()).toMatchObject([
      { times: [], link: 'https://calendly.com/ana/20min', why: expect.stringContaining('book') },
    ]);
  });

  it('without one stays a reply', async () => {
    await reply('Happy to talk, any time.');
    expect(await timeItems()).toEqual([]);
  });
});

describe('somebody with whom a conversation is agreed', () => {
  it('is not stopped without a word about it', async () => {
    await confirmMeeting.run(kim, { ref: ana.id, at });
    await expect(stop.run(kim, { ref: ana.id })).rejects.toThrow('Cancel that first');
    await stop.run(kim, { ref: ana.id, keepMeeting: true });
    expect(await listMeetings.run(kim, {})).toMatchObject([{ state: 'confirmed' }]);
  });

  it('is not removed while your invitation stands, unless you say so', async () => {
    const { draftId } = await confirmMeeting.run(kim, { ref: ana.id, at });
    await send(draftId!);
    await expect(removeContact.run(kim, { ref: ana.id })).rejects.toThrow('has your invitation');
    await removeContact.run(kim, removeContact.input.parse({ ref: ana.id, anyway: 'true' }));
    expect(await listMeetings.run(kim, {})).toEqual([]);
  });

  it('who has not been told is removed like anybody else', async () => {
    await confirmMeeting.run(kim, { ref: ana.id, at });
    await removeContact.run(kim, { ref: ana.id });
    expect(await listMeetings.run(kim, {})).toEqual([]);
  });
});
