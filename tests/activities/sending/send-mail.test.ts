import { MockActivityEnvironment } from '@temporalio/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createActivities } from '../../../activities/index.ts';
import { settleDraft } from '../../../operations/drafts/settle-draft.ts';
import { testMailbox } from '../../../operations/mailboxes/test-mailbox.ts';
import { acceptSend } from '../../../db/ledger.ts';
import type { SmtpAct, SmtpStep } from '../../../practice/server/faults.ts';
import { addMail } from '../../../practice/server/store.ts';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';

let post: ActivityFixture;
beforeEach(async () => {
  post = await openActivityFixture();
});
afterEach(() => post.close());

const minutes = (n: number) => n * 60_000;
const at = (step: SmtpStep['at'], act: SmtpAct): void => {
  post.practice.faults.smtp = (now) => (now.at === step ? act : undefined);
};
const approved = async () => {
  const contact = await post.contact({ stage: 'awaiting_approval' });
  return { contact, mail: await post.approved(contact) };
};

describe('a mail that is accepted', () => {
  test('carries the Message-ID of its draft, and is kept in Sent once', async () => {
    const { contact, mail } = await approved();
    expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
    expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
    expect(post.accepted(mail)).toBe(1);
    const copies = post.folder('Sent').mails.filter(({ raw }) => raw.includes(mail.messageId));
    expect(copies).toHaveLength(1);
    expect([...(copies[0]?.flags ?? [])]).toEqual(['\\Seen']);
    // Our own copy is no mail written by hand.
    const nudge = await post.approved(contact, 'nudge');
    expect(await post.send(nudge)).toMatchObject({ kind: 'sent' });
    expect(await post.messages()).toEqual([]);
  });

  test('is not kept in Sent a second time where the server does so', async () => {
    post.practice.saveSent = true;
    const { mail } = await approved();
    await post.send(mail);
    expect(post.folder('Sent').mails).toHaveLength(1);
    expect((await post.mailbox()).sentCopy).toBe('server');
  });

  test('is known by the id that the server gives it, and so is its answer', async () => {
    post.practice.saveSent = true;
    post.practice.rewriteMessageIds = true;
    const { contact, mail } = await approved();
    await post.send(mail);
    const { send } = await post.ofDraft(mail);
    expect(send?.serverMessageId).toMatch(/outlook\.com>$/);
    const nudge = await post.approved(contact, 'nudge');
    post.reply({ messageId: send?.serverMessageId ?? '' }, { from: 'a@elsewhere.test' });
    expect(await post.send(nudge)).toEqual({ kind: 'overtaken' });
    expect(await post.messages()).toMatchObject([{ direction: 'in', matchRule: 'reply_id' }]);
  });
});

describe('a connection lost after DATA', () => {
  test('is settled by the copy in Sent', async () => {
    post.practice.saveSent = true;
    at('accepted', 'drop');
    const { mail } = await approved();
    expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
    post.practice.faults.smtp = undefined;
    expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
    expect(post.accepted(mail)).toBe(1);
    expect((await post.ofDraft(mail)).send?.state).toBe('ACCEPTED');
    expect(await post.problems()).toEqual([]);
  });

  test('is put before the user where Sent shows nothing; never sent again by itself', async () => {
    at('accepted', 'drop');
    const { contact, mail } = await approved();
    expect(await post.send(mail)).toEqual({ kind: 'unclear' });
    post.practice.faults.smtp = undefined;
    post.clock.ahead = minutes(60);
    expect(await post.send(mail)).toEqual({ kind: 'unclear' });
    expect(post.accepted(mail)).toBe(1);
    expect(await post.problems()).toMatchObject([{ kind: 'ambiguous', contactId: contact.id }]);
    await expect(post.approve(mail)).resolves.toMatchObject({ state: 'approved' });
    expect(await post.send(mail)).toEqual({ kind: 'unclear' });
  });

  test('may be settled with "it was sent"', async () => {
    at('accepted', 'drop');
    const { mail } = await approved();
    await post.send(mail);
    post.practice.faults.smtp = undefined;
    await settleDraft.run(post.context, { draftId: mail.id, answer: 'sent' });
    expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
    expect(post.accepted(mail)).toBe(1);
    expect(await post.problems()).toEqual([]);
  });

  test('may be settled with "it was not", and then it goes, under the same id', async () => {
    at('received', 'drop');
    const { mail } = await approved();
    expect(await post.send(mail)).toEqual({ kind: 'unclear' });
    expect(post.accepted(mail)).toBe(0);
    post.practice.faults.smtp = undefined;
    await settleDraft.run(post.context, { draftId: mail.id, answer: 'not_sent' });
    expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
    expect(post.accepted(mail)).toBe(1);
  });

  test('and "it was not" after an answer came does not send it', async () => {
    const { outreach, nudge } = await post.nudging();
    at('received', 'drop');
    expect(await post.send(nudge)).toEqual({ kind: 'unclear' });
    post.practice.faults.smtp = undefined;
    post.reply(outreach);
    await post.send(await post.approved(await post.contact({ email: 'bob@work.test' })));
    expect(await post.messages()).toHaveLength(1);
    const settled = await settleDraft.run(post.context, { draftId: nudge.id, answer: 'not_sent' });
    expect(settled.state).toBe('withdrawn');
    expect((await post.send(nudge)).kind).toBe('overtaken');
    expect(post.accepted(nudge)).toBe(0);
  });

  test('is settled later, when the copy turns up in Sent', async () => {
    at('accepted', 'drop');
    const { contact, mail } = await approved();
    expect(await post.send(mail)).toEqual({ kind: 'unclear' });
    post.practice.faults.smtp = undefined;
    const [accepted] = post.practice.sent();
    addMail(post.folder('Sent'), accepted?.raw ?? Buffer.alloc(0));
    const letter = await post.approved(contact, 'reply');
    expect(await post.send(letter)).toMatchObject({ kind: 'sent' });
    expect((await post.ofDraft(mail)).send?.state).toBe('ACCEPTED');
    expect(await post.problems()).toEqual([]);
  });
});

describe('an attempt that died with the mail in hand', () => {
  /** The claim stands, and nobody is there any more. */
  const abandoned = async () => {
    const { contact, mail } = await approved();
    at('mail', { code: 450, text: '4.2.0 later' });
    await post.send(mail);
    post.practice.faults.smtp = undefined;
    const now = post.now().getTime();
    await post.db.send.update({
      where: { draftId: mail.id },
      data: {
        state: 'CLAIMED',
        claim: '5a6f0f4e-8f0b-4a0e-9d0e-0d1c5b7a6f01',
        claimedAt: new Date(now),
        claimDeadline: new Date(now + 90_000),
      },
    });
    return { contact, mail };
  };

  test('is not doubted before its time is over', async () => {
    const { mail } = await abandoned();
    const sending = await post.send(mail);
    expect(sending.kind).toBe('held');
    if (sending.kind === 'held') expect(sending.retryAt).toBeGreaterThan(post.now().getTime());
    expect(post.accepted(mail)).toBe(0);
  });

  test('is then looked for, and the user is asked', async () => {
    const { mail } = await abandoned();
    post.clock.ahead = minutes(2);
    expect(await post.send(mail)).toEqual({ kind: 'unclear' });
    expect(post.accepted(mail)).toBe(0);
  });

  test('is not judged as long as Sent cannot be read', async () => {
    const { mail } = await abandoned();
    post.clock.ahead = minutes(2);
    post.practice.faults.refuseConnections = true;
    expect((await post.send(mail)).kind).toBe('held');
    expect((await post.ofDraft(mail)).send?.state).toBe('CLAIMED');
  });
});

describe('before the end of DATA', () => {
  test.each([
    [
      'a connection refused',
      () => {
        post.practice.faults.refuseConnections = true;
      },
    ],
    ['a connection lost at MAIL', () => at('mail', 'drop')],
    ['a connection lost at RCPT', () => at('rcpt', 'drop')],
    ['a greylisting', () => at('rcpt', { code: 450, text: '4.7.1 greylisted, come back' })],
    ['a temporary failure at the end', () => at('received', { code: 451, text: '4.3.0 later' })],
  ] as const)('%s is tried again, and the mail goes once', async (_, fail) => {
    const { contact, mail } = await approved();
    fail();
    expect((await post.send(mail)).kind).toBe('held');
    expect((await post.ofDraft(mail)).send?.state).toBe('PENDING');
    expect((await post.ofContact(contact)).stage).toBe('scheduled');
    post.practice.faults.smtp = undefined;
    post.practice.faults.refuseConnections = false;
    expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
    expect(post.accepted(mail)).toBe(1);
  });
});

describe('a refusal', () => {
  test('of the address closes nothing but this journey, with the words of the server', async () => {
    const { contact, mail } = await approved();
    at('rcpt', { code: 550, text: '5.1.1 no such user here' });
    expect(await post.send(mail)).toEqual({ kind: 'refused', deadAddress: true });
    const [problem] = await post.problems();
    expect(problem).toMatchObject({ kind: 'bounced', contactId: contact.id });
    expect(problem?.text).toContain('no such user here');
    expect(await post.ofDraft(mail)).toMatchObject({
      state: 'withdrawn',
      send: { state: 'REJECTED' },
    });
    expect((await post.mailbox()).sendingStoppedAt).toBeNull();
  });

  test('of the text waits for another approval, and then it goes', async () => {
    const { mail } = await approved();
    at('received', { code: 554, text: '5.6.0 I do not like the words' });
    expect(await post.send(mail)).toEqual({ kind: 'refused', deadAddress: false });
    expect(await post.ofDraft(mail)).toMatchObject({ state: 'awaiting_approval' });
    expect(await post.problems()).toMatchObject([
      { kind: 'refused', text: expect.stringContaining('I do not like the words') as string },
    ]);
    post.practice.faults.smtp = undefined;
    expect(await post.send(mail)).toEqual({ kind: 'not_approved' });
    expect(post.accepted(mail)).toBe(0);
    await post.approve(mail);
    expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
    expect(post.accepted(mail)).toBe(1);
    expect(await post.problems()).toEqual([]);
  });

  test.each([
    ['mail', 421, '4.7.0 too many mails'],
    ['rcpt', 454, '4.7.0 slow down'],
    ['auth', 535, '5.7.8 wrong password'],
    ['rcpt', 550, '5.7.1 blocked'],
    ['received', 554, '5.7.1 looks like spam'],
    ['received', 550, '5.1.8 Access denied, bad outbound sender'],
    ['rcpt', 550, 'Sender verify failed'],
    ['received', 554, '5.2.0 the store refused it: SendAsDenied, not allowed to send as me'],
  ] as const)(
    'at %s with %i stops the mailbox, loudly, and closes nobody',
    async (step, code, text) => {
      const { contact, mail } = await approved();
      at(step, { code, text });
      expect((await post.send(mail)).kind).toBe('held');
      const mailbox = await post.mailbox();
      expect(mailbox.sendingStoppedAt).not.toBeNull();
      expect(await post.problems()).toMatchObject([
        { kind: 'mailbox', mailboxId: mailbox.id, text: expect.stringContaining(text) as string },
      ]);
      expect(await post.ofContact(contact)).toMatchObject({ outcome: null, stage: 'scheduled' });
      // Until somebody has looked, the server is not bothered again: an account might be locked.
      let asked = 0;
      post.practice.faults.smtp = () => {
        asked += 1;
        return undefined as SmtpAct | undefined;
      };
      expect((await post.send(mail)).kind).toBe('held');
      expect(asked).toBe(0);
      post.practice.faults.smtp = undefined;
      await testMailbox.run(post.context, { mailboxId: mailbox.id });
      expect(await post.problems()).toEqual([]);
      expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
      expect(post.accepted(mail)).toBe(1);
    },
  );
});

test.each([
  ['received', 550, '5.4.5 Daily user sending limit exceeded'],
  ['rcpt', 550, 'User me has exceeded its 24-hour sending limit'],
  ['mail', 451, '4.7.0 daily quota for outgoing mail reached'],
] as const)(
  'a limit at %s with %i waits a day, and then the mail goes',
  async (step, code, text) => {
    const { contact, mail } = await approved();
    at(step, { code, text });
    expect((await post.send(mail)).kind).toBe('held');
    expect((await post.mailbox()).sendingStoppedUntil).not.toBeNull();
    expect(await post.problems()).toMatchObject([
      { kind: 'mailbox', text: expect.stringContaining('after 24 hours') as string },
    ]);
    expect(await post.ofContact(contact)).toMatchObject({ outcome: null, stage: 'scheduled' });
    post.practice.faults.smtp = undefined;
    expect((await post.send(mail)).kind).toBe('held');
    await post.db.mailbox.updateMany({ data: { sendingStoppedUntil: new Date(0) } });
    expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
    expect(await post.problems()).toEqual([]);
  },
);

test.each([
  [450, '4.2.0 busy', 'PENDING'],
  [550, '5.1.1 nobody here', 'REJECTED'],
] as const)(
  'what the server said with %i is kept although PostgreSQL was away when it said so',
  async (code, text, state) => {
    const { mail } = await approved();
    let away = 0;
    post.practice.faults.smtp = (step) => {
      if (step.at !== 'rcpt') return undefined;
      away = 1;
      return { code, text };
    };
    const db = new Proxy(post.db, {
      get: (all, name) =>
        name === '$transaction' && away-- > 0
          ? () => Promise.reject(new Error('PostgreSQL is away'))
          : Reflect.get(all, name),
    });
    const activities = createActivities({ ...post.dependencies, db });
    await new MockActivityEnvironment().run(activities.sendMail, {
      contactId: mail.contactId,
      draftId: mail.id,
    });
    expect((await post.ofDraft(mail)).send).toMatchObject({ state, claim: null });
  },
);

describe('asked twice at the same time', () => {
  test('one of two workers sends, the other waits', async () => {
    const { mail } = await approved();
    const sendings = await Promise.all([post.send(mail), post.send(mail)]);
    expect(sendings.map(({ kind }) => kind)).toContain('sent');
    expect(post.accepted(mail)).toBe(1);
    expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
  });
});

test('a letter does not move the stage of the journey', async () => {
  const contact = await post.contact({ stage: 'waiting', nextWhy: 'a nudge' });
  const letter = await post.approved(contact, 'reply');
  post.practice.faults.refuseConnections = true;
  expect((await post.send(letter)).kind).toBe('held');
  expect(await post.ofContact(contact)).toMatchObject({ stage: 'waiting', nextWhy: 'a nudge' });
});

test('a mail that the ledger accepted is not sent again, whatever is asked', async () => {
  const { mail } = await approved();
  await post.send(mail);
  await acceptSend(post.db, { draftId: mail.id, at: post.now(), response: 'again' });
  await expect(
    post.db.send.update({ where: { draftId: mail.id }, data: { state: 'PENDING' } }),
  ).rejects.toThrow('cannot go from ACCEPTED to PENDING');
});
