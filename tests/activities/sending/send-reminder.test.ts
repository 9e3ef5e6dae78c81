import { MockActivityEnvironment } from '@temporalio/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listNeedsYou } from '../../../operations/needs-you/list-needs-you.ts';
import { stopAll } from '../../../operations/journeys/stop-all.ts';
import { changeSettings } from '../../../operations/settings/change-settings.ts';
import { resumeAll } from '../../../operations/journeys/resume-all.ts';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let post: ActivityFixture;
beforeEach(async () => {
  post = await openActivityFixture();
});
afterEach(() => post.close());

/** A conversation that begins so many milliseconds from now; its clock was asked once. */
async function agreed(begins: number) {
  const contact = await post.contact();
  const meeting = await post.db.meeting.create({
    data: {
      userId: post.userId,
      contactId: contact.id,
      uid: 'meeting-1@home.test',
      at: new Date(post.now().getTime() + begins),
      minutes: 20,
      where: 'https://meet.example/1',
      organizer: 'us',
      organizerAddress: 'me@home.test',
      attendeeAddress: contact.email,
    },
  });
  await look(meeting.id);
  return { contact, meeting };
}

const look = (meetingId: string) => post.activities.meetingStep({ meetingId });
const reminders = () => post.db.reminder.findMany({ orderBy: { createdAt: 'asc' } });
const toMyself = () =>
  post.practice.sent().filter(({ to }) => to.length === 1 && to[0] === 'me@home.test');
const send = (reminderId: string) =>
  new MockActivityEnvironment().run(post.activities.sendReminder, { reminderId });
async function sendAll() {
  for (const { id } of await reminders()) await send(id);
}

/** The text of the file. */
function attached(raw: string): string {
  const part = raw.slice(raw.lastIndexOf('Content-Type: text/calendar'));
  const [, body = ''] = /\r\n\r\n([\w+/=\r\n]+)/.exec(part) ?? [];
  return Buffer.from(body, 'base64').toString();
}

test('the brief comes as a mail to oneself, once, with the event as a file', async () => {
  const { meeting } = await agreed(20 * 60 * minute);
  await look(meeting.id);
  await sendAll();
  await sendAll();
  const mails = toMyself();
  expect(mails).toHaveLength(1);
  const raw = String(mails[0]?.raw);
  expect(raw).toMatch(/^Subject: .*brief for the conversation with Ana Silva is ready/m);
  expect(raw).toMatch(/filename="?event\.ics/);
  const event = attached(raw);
  expect(event).toContain('UID:meeting-1@home.test');
  expect(event).not.toMatch(/METHOD|ATTENDEE/);
  expect(await reminders()).toMatchObject([{ state: 'ACCEPTED' }]);
});

test('each step of the meeting has one mail, and none is sent to the contact', async () => {
  const { meeting, contact } = await agreed(20 * 60 * minute);
  post.clock.ahead += 19.5 * 60 * minute;
  await look(meeting.id);
  post.clock.ahead += 60 * minute;
  await look(meeting.id);
  await sendAll();
  const told = (await reminders()).map(({ subject, state }) => `${subject} ${state}`);
  expect(told).toEqual([
    // It came due while nothing was sent, and the conversation is over.
    'Your brief for the conversation with Ana Silva is ready. EXPIRED',
    'Your conversation with Ana Silva begins soon. EXPIRED',
    'How did the conversation with Ana Silva go? ACCEPTED',
  ]);
  expect(post.practice.sent().filter(({ to }) => to.includes(contact.email))).toEqual([]);
});

test('a thank-you that has half of its time left is brought up by mail', async () => {
  const { contact, meeting } = await agreed(-20 * minute);
  const draft = await post.draft(contact, 'thank_you', 'Thank you for your time.');
  await post.db.draft.update({ where: { id: draft.id }, data: { meetingId: meeting.id } });
  post.clock.ahead += day / 2 + minute;
  const owed = { contactId: contact.id, draftId: draft.id };
  await post.activities.thankYouStep(owed);
  await post.activities.thankYouStep(owed);
  await sendAll();
  const subjects = toMyself().map(({ raw }) => /^Subject: (.*)$/m.exec(String(raw))?.[1]);
  expect(subjects.filter((subject) => subject?.includes('is due in 12 hours'))).toHaveLength(1);
});

test('who switched them off gets none', async () => {
  await changeSettings.run(post.context, { settings: { remindByMail: 'off' } });
  await agreed(20 * 60 * minute);
  expect(await reminders()).toEqual([]);
});

test('the panic stop holds them back, and a server that cannot be reached lets them wait', async () => {
  await agreed(20 * 60 * minute);
  const [reminder] = await reminders();
  await stopAll.run(post.context, {});
  expect(await send(reminder!.id)).toBeGreaterThan(post.now().getTime());
  await resumeAll.run(post.context, {});
  post.practice.faults.smtp = (step) => (step.at === 'connect' ? 'drop' : undefined);
  expect(await send(reminder!.id)).toBeGreaterThan(post.now().getTime());
  post.practice.faults.smtp = undefined;
  expect(toMyself()).toEqual([]);
  expect(await send(reminder!.id)).toBeUndefined();
  expect(toMyself()).toHaveLength(1);
});

test('one that an attempt died with is not sent again', async () => {
  await agreed(20 * 60 * minute);
  await post.db.reminder.updateMany({ data: { state: 'CLAIMED', claimedAt: post.now() } });
  await sendAll();
  expect(toMyself()).toEqual([]);
  expect(await reminders()).toMatchObject([{ state: 'AMBIGUOUS' }]);
});

test('the user is told that the other side knows nothing, for as long as that is so', async () => {
  const { contact, meeting } = await agreed(20 * 60 * minute);
  const draft = await post.draft(contact, 'confirmation', 'It is agreed.');
  await post.db.draft.update({
    where: { id: draft.id },
    data: { meetingId: meeting.id, state: 'awaiting_approval' },
  });
  const said = async () =>
    (await listNeedsYou.run(post.context, {})).find(({ type }) => type === 'meeting')?.why;
  expect(await said()).toContain('have not been told');
  await post.db.draft.update({ where: { id: draft.id }, data: { state: 'approved' } });
  expect(await said()).toBe('Your brief for the conversation with Ana Silva is ready.');
});
