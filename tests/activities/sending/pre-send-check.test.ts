import { MockActivityEnvironment } from '@temporalio/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Drafted } from '../../../activities/results.ts';
import { stateOf } from '../../../db/journey-state.ts';
import { setFlags } from '../../../practice/server/store.ts';
import { plainMail } from '../../support/mail-servers.ts';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';

let post: ActivityFixture;
beforeEach(async () => {
  post = await openActivityFixture();
});
afterEach(() => post.close());

describe('an approved nudge goes', () => {
  test('when the mailbox shows nothing new', async () => {
    const { nudge } = await post.nudging();
    expect(await post.send(nudge)).toMatchObject({ kind: 'sent' });
    expect(post.accepted(nudge)).toBe(1);
    expect(await post.send(nudge)).toMatchObject({ kind: 'sent' });
    expect(post.accepted(nudge)).toBe(1);
  });

  test("when what came is somebody else's, which is not stored", async () => {
    const { nudge } = await post.nudging();
    post.practice.deliver(
      'me@home.test',
      plainMail({ from: 'Bob <bob@elsewhere.test>', subject: 'Lunch?' }),
    );
    expect(await post.send(nudge)).toMatchObject({ kind: 'sent' });
    expect(await post.messages()).toEqual([]);
  });
});

describe('an approved nudge does not go, and is withdrawn,', () => {
  const places: readonly (readonly [string, (outreach: { readonly messageId: string }) => void])[] =
    [
      ['when their answer waits in the inbox', (outreach) => post.reply(outreach)],
      ['when their answer waits in Junk', (outreach) => post.reply(outreach, { folder: 'Junk' })],
      [
        'when the answer came from another address',
        (outreach) => post.reply(outreach, { from: 'Ana <ana@private.test>', subject: 'Hello' }),
      ],
      [
        'when a colleague answered, naming our mail only among the references',
        (outreach) =>
          post.reply(outreach, {
            from: 'Eva <eva@work.test>',
            headers: [`References: ${outreach.messageId} <other@work.test>`],
          }),
      ],
      [
        'when they wrote without answering our mail',
        () => post.practice.deliver('me@home.test', plainMail({ subject: 'By the way' })),
      ],
    ];

  test.each(places)('%s', async (_, arrive) => {
    const { contact, outreach, nudge } = await post.nudging();
    arrive(outreach);
    expect(await post.send(nudge)).toEqual({ kind: 'overtaken' });
    expect(post.accepted(nudge)).toBe(0);
    expect(await post.ofDraft(nudge)).toMatchObject({ state: 'withdrawn', send: null });
    const [message] = await post.messages();
    expect(message).toMatchObject({ direction: 'in', contactId: contact.id, state: 'needs_you' });
    await expect(post.approve(nudge)).rejects.toThrow('withdrawn');
    const told = await post.db.outbox.findMany({ where: { kind: 'replyReceived' } });
    expect(told).toMatchObject([{ contactId: contact.id }]);
  });

  test('when the user wrote by hand, from their own mail program', async () => {
    const { contact, nudge } = await post.nudging();
    post.practice.deliver(
      'me@home.test',
      plainMail({ from: 'me@home.test', to: 'ana@work.test', subject: 'Something else' }),
      { folder: 'Sent' },
    );
    expect(await post.send(nudge)).toEqual({ kind: 'overtaken' });
    expect(post.accepted(nudge)).toBe(0);
    expect(await post.messages()).toMatchObject([
      { direction: 'out', byHand: true, contactId: contact.id, subject: 'Something else' },
    ]);
    expect(await post.db.outbox.count({ where: { kind: 'wroteByHand' } })).toBe(1);
  });

  test.each(['rcpt', 'mail', 'auth'] as const)(
    'when the answer comes while the servers talk (%s)',
    async (step) => {
      const { outreach, nudge } = await post.nudging();
      post.practice.faults.smtp = ({ at }) => {
        if (at === step && post.folder('INBOX').mails.length === 0) post.reply(outreach);
        return undefined;
      };
      expect(await post.send(nudge)).toEqual({ kind: 'overtaken' });
      expect(post.accepted(nudge)).toBe(0);
      expect(await post.ofDraft(nudge)).toMatchObject({ state: 'withdrawn', send: null });
      expect(await post.messages()).toHaveLength(1);
    },
  );

  test('when they asked not to be written to: nothing more goes to that address', async () => {
    const { contact, outreach, nudge } = await post.nudging();
    post.reply(outreach, {
      text: 'Please do not write to me again. Remove me from your list.\r\n',
    });
    expect(await post.send(nudge)).toEqual({ kind: 'overtaken' });
    expect(await post.db.suppression.findMany()).toMatchObject([{ email: contact.email }]);
  });
});

describe('a mailbox that cannot be read', () => {
  test('holds the nudge, says so on the page, and lets it go when it is back', async () => {
    const { contact, nudge } = await post.nudging();
    post.practice.faults.imap = ({ at }) => (at === 'connect' ? 'drop' : undefined);
    const before = post.now().getTime();
    const sending = await post.send(nudge);
    expect(sending.kind).toBe('held');
    expect(sending).toHaveProperty('retryAt');
    if (sending.kind === 'held') expect(sending.retryAt).toBeGreaterThan(before);
    expect(post.accepted(nudge)).toBe(0);
    expect(await post.ofContact(contact)).toMatchObject({
      stage: 'scheduled',
      nextWhy: expect.stringContaining('the mailbox, which cannot be read') as string,
    });
    expect((await post.mailbox()).state).toBe('unreachable');
    const called = () =>
      post.db.outbox.count({ where: { kind: 'lookAgain', contactId: contact.id } });
    const calledBefore = await called();
    post.practice.faults.imap = undefined;
    expect(await post.send(nudge)).toMatchObject({ kind: 'sent' });
    expect((await post.mailbox()).state).toBe('connected');
    // What waits for the mailbox is called at once, and not when its patience ends.
    expect(await called()).toBeGreaterThan(calledBefore);
  });

  test.each(['NOOP', 'EXAMINE', 'UID FETCH'])('even at %s holds the nudge', async (command) => {
    const { outreach, nudge } = await post.nudging();
    post.reply(outreach);
    post.practice.faults.imap = (step) =>
      step.at === 'command' && step.command === command ? 'drop' : undefined;
    expect((await post.send(nudge)).kind).toBe('held');
    post.practice.faults.imap = undefined;
    expect(await post.send(nudge)).toEqual({ kind: 'overtaken' });
    expect(post.accepted(nudge)).toBe(0);
  });

  test('between RCPT and DATA holds it as well, free to be tried again', async () => {
    const { nudge } = await post.nudging();
    post.practice.faults.smtp = ({ at }) => {
      if (at === 'rcpt') post.practice.faults.dropImap();
      return undefined;
    };
    expect((await post.send(nudge)).kind).toBe('held');
    expect((await post.ofDraft(nudge)).send?.state).toBe('PENDING');
    post.practice.faults.smtp = undefined;
    expect(await post.send(nudge)).toMatchObject({ kind: 'sent' });
    expect(post.accepted(nudge)).toBe(1);
  });
});

describe('while the servers talk', () => {
  test.each([
    ['a pause', () => post.db.contact.updateMany({ data: { pausedAt: new Date() } }), 'held'],
    ['the panic stop', () => post.db.user.updateMany({ data: { holdSince: new Date() } }), 'held'],
    ['a stop', () => post.db.contact.updateMany({ data: { stoppedAt: new Date() } }), 'overtaken'],
  ] as const)('%s still stops the mail', async (_, decide, kind) => {
    const { nudge } = await post.nudging();
    post.practice.faults.smtp = async ({ at }) => {
      if (at === 'rcpt') await decide();
      return undefined;
    };
    expect((await post.send(nudge)).kind).toBe(kind);
    expect(post.accepted(nudge)).toBe(0);
  });
});

test('the gate changes no flag', async () => {
  const { nudge } = await post.nudging();
  post.practice.deliver('me@home.test', plainMail({ from: 'bob@elsewhere.test' }));
  post.reply({ messageId: '<unknown@home.test>' });
  const inbox = post.folder('INBOX');
  const first = inbox.mails[0];
  if (first) setFlags(inbox, first, new Set(['\\Flagged']));
  await post.send(nudge);
  expect(inbox.mails.map(({ flags }) => [...flags])).toEqual([['\\Flagged'], []]);
});

test('a first mail to somebody with earlier mail waits for an approval that knows of it', async () => {
  post.practice.deliver('me@home.test', plainMail({ subject: 'Long ago' }), {
    date: new Date('2024-05-06T07:08:09Z'),
  });
  const contact = await post.contact({ lookedBackAt: null, stage: 'awaiting_approval' });
  const outreach = await post.approved(contact);
  expect(await post.send(outreach)).toEqual({ kind: 'not_approved' });
  const draft = await post.ofDraft(outreach);
  expect(draft.state).toBe('awaiting_approval');
  expect(JSON.stringify(draft.findings)).toContain('2024-05-06');
  expect(await post.ofContact(contact)).toMatchObject({
    stage: 'awaiting_approval',
    earlierMails: 1,
  });
  await post.approve(outreach);
  expect(await post.send(outreach)).toMatchObject({ kind: 'sent' });
  expect(post.accepted(outreach)).toBe(1);
});

describe('where all mail is in one folder, as at Gmail', () => {
  let gmail: ActivityFixture;
  beforeEach(async () => {
    gmail = await openActivityFixture({ gmail: true });
  });
  afterEach(() => gmail.close());

  test('an answer that a filter has archived stops the nudge', async () => {
    const { outreach, nudge } = await gmail.nudging();
    gmail.reply(outreach, { folder: 'Archive' });
    expect(await gmail.send(nudge)).toEqual({ kind: 'overtaken' });
    expect(gmail.accepted(nudge)).toBe(0);
    expect(await gmail.messages()).toHaveLength(1);
  });

  test('our own mails are not taken for mails by hand', async () => {
    const { nudge } = await gmail.nudging();
    expect(await gmail.send(nudge)).toMatchObject({ kind: 'sent' });
    expect(await gmail.messages()).toEqual([]);
    expect(gmail.folder('Sent').mails).toHaveLength(2);
  });
});

test('the nudge is in the thread of the first mail', async () => {
  const { contact, outreach } = await post.nudging();
  await post.db.draft.updateMany({ where: { purpose: 'nudge' }, data: { state: 'withdrawn' } });
  const state = stateOf(await post.ofContact(contact));
  const input = { contactId: contact.id, purpose: 'nudge' as const, again: undefined, state };
  const drafted: Drafted = await new MockActivityEnvironment().run(
    post.activities.draftMail,
    input,
  );
  if (drafted.kind !== 'drafted') throw new Error(`The nudge is ${drafted.kind}.`);
  expect(await post.ofDraft({ id: drafted.draft.draftId })).toMatchObject({
    subject: `Re: ${outreach.subject}`,
    inReplyTo: outreach.messageId,
    references: [outreach.messageId],
    state: 'awaiting_approval',
  });
});

test('a nudge is not drafted as long as the mailbox cannot be read', async () => {
  const { contact } = await post.nudging();
  await post.db.draft.updateMany({ where: { purpose: 'nudge' }, data: { state: 'withdrawn' } });
  post.practice.faults.refuseConnections = true;
  post.clock.ahead = 10 * 60_000;
  const state = stateOf(await post.ofContact(contact));
  const input = { contactId: contact.id, purpose: 'nudge' as const, again: undefined, state };
  const drafted: Drafted = await new MockActivityEnvironment().run(
    post.activities.draftMail,
    input,
  );
  expect(drafted.kind).toBe('held');
  expect((await post.ofContact(contact)).nextWhy).toContain('cannot be reached');
});

test('a thank-you that left before the journey came to it is not drafted again', async () => {
  const { contact } = await post.nudging();
  const at = new Date('2030-03-04T09:00:00Z');
  const meeting = await post.db.meeting.create({
    data: {
      userId: contact.userId,
      contactId: contact.id,
      uid: 'talk@here.example',
      at,
      minutes: 20,
      organizer: 'us',
      organizerAddress: 'me@home.test',
      attendeeAddress: contact.email,
    },
  });
  await post.db.draft.updateMany({
    where: { contactId: contact.id, purpose: 'nudge' },
    data: { purpose: 'thank_you', state: 'skipped', meetingId: meeting.id },
  });
  const end = at.getTime();
  const state = {
    ...stateOf(await post.ofContact(contact)),
    chapter: 'thanks' as const,
    step: 7,
    open: undefined,
    meeting: { meetingId: meeting.id, at: end, end },
  };
  const drafted: Drafted = await new MockActivityEnvironment().run(post.activities.draftMail, {
    contactId: contact.id,
    purpose: 'thank_you' as const,
    again: undefined,
    state,
  });
  expect(drafted).toMatchObject({ kind: 'drafted', settled: { how: 'skipped' } });
  expect(await post.db.draft.count({ where: { purpose: 'thank_you' } })).toBe(1);
});
