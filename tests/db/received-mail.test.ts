import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findContact, findDraft } from '../../operations/find-contact.ts';
import { judgeReply } from '../../operations/replies/judge-reply.ts';
import { pause } from '../../operations/journeys/pause-contact.ts';
import { skipDraft } from '../../operations/drafts/skip-draft.ts';
import { storeByHand, storeReceived } from '../../db/received/received-mail.ts';
import type { Received } from '../../db/received/stored-mail.ts';
import { advance, Fenced, readFolders, type FolderPosition } from '../../db/folders.ts';
import type { Contact } from '../../db/generated/client.ts';
import { threadOf } from '../../db/thread-headers.ts';
import { approveDraft } from '../../operations/drafts/approve-draft.ts';
import { isSuppressed } from '../../db/ledger.ts';
import { journeyId } from '../../domain/journey.ts';
import type { JourneyEffect } from '../../domain/journey-effects.ts';
import type { Verdict } from '../../domain/classify/verdict.ts';
import { openLedgerFixture, type LedgerFixture } from './ledger-fixture.ts';

let desk: LedgerFixture;
beforeAll(async () => {
  desk = await openLedgerFixture();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db.contact.deleteMany();
  await desk.db.problem.deleteMany();
  await desk.db.folder.deleteMany();
  await desk.db.mailbox.updateMany({ data: { sendingStoppedAt: null } });
});

const position = (uidNext: number, more: Partial<FolderPosition> = {}): FolderPosition => ({
  mailboxId: desk.mailbox.id,
  path: 'INBOX',
  role: 'inbox',
  uidValidity: '7',
  uidNext,
  epoch: undefined,
  ...more,
});

let mails = 0;
function mailOf(
  contact: Contact,
  verdict: Partial<Verdict>,
  more: Partial<Received> = {},
): Received {
  const messageId = `<mail-${++mails}@work.test>`;
  return {
    contactId: contact.id,
    position: position(10 + mails),
    dedupeKey: messageId,
    messageId,
    inReplyTo: undefined,
    references: [],
    from: contact.email,
    to: desk.mailbox.address,
    subject: 'Re: Quick question',
    text: 'Words.',
    at: desk.now,
    gmailThreadId: undefined,
    verdict: {
      kind: 'human_reply',
      subkind: undefined,
      reasons: ['because'],
      certain: true,
      visibleText: 'Words.',
      returnDate: undefined,
      recipient: undefined,
      status: undefined,
      calendar: undefined,
      refersTo: [],
      proposedTimes: [],
      ...verdict,
    },
    rule: 'reply_id',
    effect: 'ask',
    until: undefined,
    ...more,
  };
}

const told = async (contact: Contact) =>
  (
    await desk.db.outbox.findMany({
      where: { target: journeyId(contact.id) },
      orderBy: { id: 'asc' },
    })
  )
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'mailSettled');

describe('each kind of mail does its own, and once', () => {
  /** Effect; name; verdict; what the journey hears; nudge and letter afterwards; the mail's state. */
  const effects: readonly (readonly [
    JourneyEffect,
    string,
    Partial<Verdict>,
    readonly string[],
    string,
    string,
    string,
  ])[] = [
    [
      'ask',
      'a reply',
      { kind: 'human_reply' },
      ['replyReceived'],
      'withdrawn',
      'awaiting_approval',
      'needs_you',
    ],
    [
      'ask',
      'a calendar answer',
      { kind: 'calendar' },
      ['calendarAnswered'],
      'withdrawn',
      'awaiting_approval',
      'needs_you',
    ],
    [
      'opt_out',
      'an opt-out',
      { kind: 'opt_out' },
      ['optedOut'],
      'withdrawn',
      'withdrawn',
      'handled',
    ],
    [
      'away',
      'an absence',
      { kind: 'auto_reply' },
      ['autoReplied'],
      'withdrawn',
      'approved',
      'handled',
    ],
    [
      'dead_address',
      'a dead address',
      { kind: 'bounce_permanent', subkind: 'user_unknown' },
      ['mailBounced'],
      'withdrawn',
      'withdrawn',
      'handled',
    ],
    [
      'none',
      'what changes nothing',
      { kind: 'bounce_temporary', subkind: 'delayed' },
      [],
      'approved',
      'approved',
      'handled',
    ],
    [
      'lost',
      'a mail that was lost',
      { kind: 'bounce_temporary' },
      [],
      'approved',
      'approved',
      'handled',
    ],
    [
      'blocked',
      'a refusal of our sending',
      { kind: 'bounce_permanent', subkind: 'policy' },
      ['replyReceived'],
      'withdrawn',
      'awaiting_approval',
      'needs_you',
    ],
  ];

  test.each(effects)('%s: %s', async (effect, name, verdict, signals, nudge, letter, state) => {
    const contact = await desk.person();
    const [first, second] = [
      await desk.draft(contact, 'nudge'),
      await desk.draft(contact, 'reply'),
    ];
    for (const draft of [first, second]) {
      await desk.approve(draft);
      await desk.reserve(draft);
    }
    const mail = mailOf(contact, verdict, { effect });
    expect(await storeReceived(desk.db, [mail])).toBe(true);
    const inJunk = { ...mail, position: position(3, { path: 'Junk', role: 'junk' }) };
    expect(await storeReceived(desk.db, [inJunk])).toBe(false);
    expect(await storeReceived(desk.db, [mail])).toBe(false);

    expect(await told(contact)).toEqual(signals);
    const states = await desk.db.draft.findMany({ where: { contactId: contact.id } });
    const stateOf = (id: string) => states.find((draft) => draft.id === id)?.state;
    expect([stateOf(first.id), stateOf(second.id)]).toEqual([nudge, letter]);
    const pending = [nudge, letter].filter((now) => now === 'approved').length;
    expect(await desk.db.send.count({ where: { contactId: contact.id } })).toBe(pending);
    expect(await desk.db.message.findMany({ where: { contactId: contact.id } })).toMatchObject([
      { direction: 'in', state },
    ]);
    const suppressed = await desk.db.$transaction((tx) =>
      isSuppressed(tx, desk.user.userId, contact.email),
    );
    expect(suppressed).toBe(name.startsWith('an opt-out'));
    const { sendingStoppedAt } = await desk.db.mailbox.findUniqueOrThrow({
      where: { id: desk.mailbox.id },
    });
    expect(sendingStoppedAt).toBeNull();
    const problems = await desk.db.problem.count();
    const loud = ['a dead address', 'a mail that was lost'];
    expect(problems).toBe(loud.includes(name) ? 1 : 0);
  });

  test('a journey hears of a reply before it hears what the reply took back', async () => {
    const contact = await desk.person();
    await desk.draft(contact, 'nudge');
    await storeReceived(desk.db, [mailOf(contact, {})]);
    const entries = await desk.db.outbox.findMany({ orderBy: { id: 'asc' } });
    expect(entries).toMatchObject([
      { kind: 'replyReceived' },
      { kind: 'mailSettled', payload: { purpose: 'nudge', how: 'withdrawn' } },
    ]);
  });

  test('a reply makes a page of before approve nothing, and lets the first mail wait', async () => {
    const contact = await desk.person();
    const draft = await desk.draft(contact);
    await storeReceived(desk.db, [mailOf(contact, {})]);
    const stale = { draftId: draft.id, revision: draft.revision };
    await expect(approveDraft.run(desk.user, stale)).rejects.toMatchObject({ name: 'Conflict' });
    await expect(approveDraft.run(desk.user, { draftId: draft.id })).rejects.toMatchObject({
      name: 'Conflict',
    });
    const approved = await approveDraft.run(desk.user, { ...stale, revision: 2 });
    expect(approved).toMatchObject({ state: 'approved', text: draft.text });
  });

  const byHandAt = (contact: Contact, seconds: number) =>
    mailOf(
      contact,
      {},
      {
        from: desk.mailbox.address,
        to: contact.email,
        at: new Date(desk.now.getTime() + seconds * 1_000),
      },
    );

  test('a mail by hand answers what came before it', async () => {
    const contact = await desk.person();
    await storeReceived(desk.db, [mailOf(contact, {})]);
    const own = byHandAt(contact, 1);
    expect(await storeByHand(desk.db, [own])).toBe(true);
    expect(await storeByHand(desk.db, [own])).toBe(false);
    expect(await told(contact)).toEqual(['replyReceived', 'wroteByHand']);
    expect(await desk.db.message.count({ where: { state: 'needs_you' } })).toBe(0);
  });

  test.each([
    ['after it', -60],
    ['in the same moment', 0],
  ])('a mail by hand that is found late leaves a reply unread that came %s', async (_, seconds) => {
    const contact = await desk.person();
    await storeReceived(desk.db, [mailOf(contact, {})]);
    await storeByHand(desk.db, [byHandAt(contact, seconds)]);
    expect(await desk.db.message.count({ where: { state: 'needs_you' } })).toBe(1);
  });

  test('a mail by hand to two contacts counts for each of them', async () => {
    const [ana, ben] = [await desk.person(), await desk.person()];
    const nudges = [await desk.draft(ana, 'nudge'), await desk.draft(ben, 'nudge')];
    const own = byHandAt(ana, 1);
    expect(await storeByHand(desk.db, [own, { ...own, contactId: ben.id }])).toBe(true);
    for (const contact of [ana, ben]) expect(await told(contact)).toEqual(['wroteByHand']);
    const states = await desk.db.draft.findMany({
      where: { id: { in: nudges.map(({ id }) => id) } },
    });
    expect(states.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
  });

  test('an opt-out suppresses the addresses of the contact and not the one it came from', async () => {
    const contact = await desk.person();
    await desk.db.contactAddress.create({
      data: { contactId: contact.id, email: 'private@work.test' },
    });
    const forged = { effect: 'opt_out' as const, from: 'ceo@work.test' };
    await storeReceived(desk.db, [mailOf(contact, { kind: 'opt_out' }, forged)]);
    const rows = await desk.db.suppression.findMany({ where: { userId: desk.user.userId } });
    const suppressed = rows.map(({ email }) => email);
    expect(suppressed).toEqual(expect.arrayContaining([contact.email, 'private@work.test']));
    expect(suppressed).not.toContain('ceo@work.test');
  });

  test('bounces that blame our sending stop the mailbox once several people cause them', async () => {
    const stopped = async () =>
      (await desk.db.mailbox.findUniqueOrThrow({ where: { id: desk.mailbox.id } }))
        .sendingStoppedAt;
    const policy = { kind: 'bounce_permanent', subkind: 'policy' } as const;
    const [ana, ben, cleo] = [await desk.person(), await desk.person(), await desk.person()];
    for (const contact of [ana, ana, ana, ben]) {
      await storeReceived(desk.db, [mailOf(contact, policy, { effect: 'blocked' })]);
      expect(await stopped()).toBeNull();
    }
    await storeReceived(desk.db, [mailOf(cleo, policy, { effect: 'blocked' })]);
    expect(await stopped()).not.toBeNull();
    expect(await desk.db.problem.findMany({ where: { kind: 'mailbox' } })).toHaveLength(1);
  });

  test('two that come at once are both stored', async () => {
    const contact = await desk.person();
    const both = await Promise.all([
      storeReceived(desk.db, [mailOf(contact, {})]),
      storeReceived(desk.db, [mailOf(contact, {})]),
    ]);
    expect(both).toEqual([true, true]);
    expect(await told(contact)).toEqual(['replyReceived', 'replyReceived']);
  });

  test('the same one, found by two at once, is stored once', async () => {
    const contact = await desk.person();
    const mail = mailOf(contact, {});
    const both = await Promise.all([
      storeReceived(desk.db, [mail]),
      storeReceived(desk.db, [mail]),
    ]);
    expect(both.toSorted()).toEqual([false, true]);
    expect(await told(contact)).toEqual(['replyReceived']);
  });
});

describe('the cursor of a folder', () => {
  const uidNext = async () => (await readFolders(desk.db, desk.mailbox.id))[0]?.uidNext;
  const move = (to: FolderPosition) => desk.db.$transaction((tx) => advance(tx, to));

  test('never moves back, unless the UIDs were given out anew', async () => {
    await move(position(20));
    await move(position(15));
    expect(await uidNext()).toBe(20);
    await move(position(3, { uidValidity: '8' }));
    expect(await uidNext()).toBe(3);
  });

  test('and the mail it passes are not written by a watcher that another one has replaced', async () => {
    await desk.db.mailbox.update({ where: { id: desk.mailbox.id }, data: { watchEpoch: 5 } });
    const contact = await desk.person();
    await expect(move(position(30, { epoch: 4 }))).rejects.toThrow(Fenced);
    const late = mailOf(contact, {}, { position: position(31, { epoch: 4 }) });
    await expect(storeReceived(desk.db, [late])).rejects.toThrow(Fenced);
    expect(await desk.db.message.count()).toBe(0);
    expect(await told(contact)).toEqual([]);
    expect(await uidNext()).toBeUndefined();
    await storeReceived(desk.db, [{ ...late, position: position(31, { epoch: 5 }) }]);
    expect(await uidNext()).toBe(31);
  });
});

test('the next mail refers to the whole thread, with the ids of the server as well', async () => {
  const { contact, draft } = await desk.due();
  await desk.claim(draft);
  await desk.db.send.update({
    where: { draftId: draft.id },
    data: { state: 'ACCEPTED', acceptedAt: desk.now, serverMessageId: '<theirs@outlook.test>' },
  });
  const reply = mailOf(contact, {}, { at: new Date(desk.now.getTime() + 1_000) });
  await storeReceived(desk.db, [reply]);
  const thread = await desk.db.$transaction((tx) => threadOf(tx, contact.id));
  expect(thread).toEqual({
    subject: 'Re: Quick question',
    inReplyTo: reply.messageId,
    references: [draft.messageId, '<theirs@outlook.test>', reply.messageId],
  });
});

test("another user's contacts, drafts and mails are not there", async () => {
  const { contact, draft } = await desk.due();
  await storeReceived(desk.db, [mailOf(contact, {})]);
  const message = await desk.db.message.findFirstOrThrow();
  const stranger = await desk.addUser();
  const missing = { name: 'NotFound' };
  await expect(findContact(stranger, contact.id)).rejects.toMatchObject(missing);
  await expect(findContact(stranger, contact.email)).rejects.toMatchObject(missing);
  await expect(findDraft(stranger, draft.id)).rejects.toMatchObject(missing);
  await expect(skipDraft.run(stranger, { draftId: draft.id })).rejects.toMatchObject(missing);
  await expect(pause.run(stranger, { ref: contact.id })).rejects.toMatchObject(missing);
  await expect(
    judgeReply.run(stranger, { messageId: message.id, judgement: 'declined' }),
  ).rejects.toMatchObject(missing);
  await desk.db.suppression.create({
    data: { userId: stranger.userId, email: contact.email, why: 'theirs alone' },
  });
  expect(
    await desk.db.$transaction((tx) => isSuppressed(tx, desk.user.userId, contact.email)),
  ).toBe(false);
});
