import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findContact, findDraft } from '../../operations/find.ts';
import { judgeReply } from '../../operations/replies/judge-reply.ts';
import { pause } from '../../operations/journeys/pause-contact.ts';
import { skipDraft } from '../../operations/drafts/skip-draft.ts';
import { storeByHand, storeReceived, type Received } from '../../db/received-mail.ts';
import { advance, Fenced, readFolders, type FolderPosition } from '../../db/folders.ts';
import type { Contact } from '../../db/generated/client.ts';
import { threadOf } from '../../db/thread-headers.ts';
import { isSuppressed } from '../../db/ledger.ts';
import { journeyId } from '../../domain/journey.ts';
import type { Verdict } from '../../domain/classify/verdict.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
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
    weak: false,
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
    .filter((kind) => kind !== 'reviewDraft' && kind !== 'start');

describe('each kind of mail does its own, and once', () => {
  /** Verdict; whether weakly matched; what the journey hears; nudge and letter afterwards; the mail's state. */
  const effects: readonly (readonly [
    string,
    Partial<Verdict>,
    boolean,
    readonly string[],
    string,
    string,
    string,
  ])[] = [
    [
      'a reply',
      { kind: 'human_reply' },
      false,
      ['replyReceived'],
      'withdrawn',
      'awaiting_approval',
      'needs_you',
    ],
    [
      'a reply that may be one',
      { kind: 'human_reply', certain: false },
      true,
      ['replyReceived'],
      'withdrawn',
      'awaiting_approval',
      'needs_you',
    ],
    [
      'a calendar answer',
      { kind: 'calendar' },
      false,
      ['calendarAnswered'],
      'withdrawn',
      'awaiting_approval',
      'needs_you',
    ],
    ['an opt-out', { kind: 'opt_out' }, false, ['optedOut'], 'withdrawn', 'withdrawn', 'handled'],
    [
      'an opt-out, weakly matched',
      { kind: 'opt_out' },
      true,
      ['optedOut'],
      'withdrawn',
      'withdrawn',
      'handled',
    ],
    [
      'what may be an opt-out',
      { kind: 'opt_out', certain: false },
      false,
      ['replyReceived'],
      'withdrawn',
      'awaiting_approval',
      'needs_you',
    ],
    [
      'an absence',
      { kind: 'auto_reply' },
      false,
      ['autoReplied'],
      'withdrawn',
      'awaiting_approval',
      'handled',
    ],
    [
      'what may be an absence',
      { kind: 'auto_reply', certain: false },
      false,
      ['replyReceived'],
      'withdrawn',
      'awaiting_approval',
      'needs_you',
    ],
    [
      'a dead address',
      { kind: 'bounce_permanent', subkind: 'user_unknown' },
      false,
      ['mailBounced'],
      'withdrawn',
      'withdrawn',
      'handled',
    ],
    [
      'a bounce that may be another',
      { kind: 'bounce_permanent' },
      true,
      ['replyReceived'],
      'withdrawn',
      'awaiting_approval',
      'needs_you',
    ],
    [
      'a delay',
      { kind: 'bounce_temporary', subkind: 'delayed' },
      false,
      [],
      'approved',
      'approved',
      'handled',
    ],
    [
      'a policy',
      { kind: 'bounce_permanent', subkind: 'policy' },
      false,
      [],
      'approved',
      'approved',
      'handled',
    ],
    [
      'a mail that was lost',
      { kind: 'bounce_temporary' },
      false,
      [],
      'approved',
      'approved',
      'handled',
    ],
    ['a newsletter of theirs', { kind: 'unrelated' }, true, [], 'approved', 'approved', 'handled'],
    [
      'what may be a letter of theirs above the footer of a mailing',
      { kind: 'unrelated', certain: false },
      true,
      ['replyReceived'],
      'withdrawn',
      'awaiting_approval',
      'needs_you',
    ],
  ];

  test.each(effects)('%s', async (name, verdict, weak, signals, nudge, letter, state) => {
    const contact = await desk.person();
    const [first, second] = [
      await desk.draft(contact, 'nudge'),
      await desk.draft(contact, 'reply'),
    ];
    for (const draft of [first, second]) {
      await desk.approve(draft);
      await desk.reserve(draft);
    }
    const mail = mailOf(contact, verdict, { weak });
    expect(await storeReceived(desk.db, mail)).toBe(true);
    const inJunk = { ...mail, position: position(3, { path: 'Junk', role: 'junk' }) };
    expect(await storeReceived(desk.db, inJunk)).toBe(false);
    expect(await storeReceived(desk.db, mail)).toBe(false);

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
    expect(sendingStoppedAt !== null).toBe(name === 'a policy');
    const problems = await desk.db.problem.count();
    const loud = ['a policy', 'a dead address', 'a mail that was lost'];
    expect(problems).toBe(loud.includes(name) ? 1 : 0);
  });

  test('an own mail by hand settles what waited to be judged', async () => {
    const contact = await desk.person();
    await storeReceived(desk.db, mailOf(contact, {}));
    const own = mailOf(contact, {}, { from: desk.mailbox.address, to: contact.email });
    expect(await storeByHand(desk.db, own)).toBe(true);
    expect(await storeByHand(desk.db, own)).toBe(false);
    expect(await told(contact)).toEqual(['replyReceived', 'wroteByHand']);
    expect(await desk.db.message.count({ where: { state: 'needs_you' } })).toBe(0);
  });

  test('two that come at once are both stored', async () => {
    const contact = await desk.person();
    const both = await Promise.all([
      storeReceived(desk.db, mailOf(contact, {})),
      storeReceived(desk.db, mailOf(contact, {})),
    ]);
    expect(both).toEqual([true, true]);
    expect(await told(contact)).toEqual(['replyReceived', 'replyReceived']);
  });

  test('the same one, found by two at once, is stored once', async () => {
    const contact = await desk.person();
    const mail = mailOf(contact, {});
    const both = await Promise.all([storeReceived(desk.db, mail), storeReceived(desk.db, mail)]);
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
    await expect(storeReceived(desk.db, late)).rejects.toThrow(Fenced);
    expect(await desk.db.message.count()).toBe(0);
    expect(await told(contact)).toEqual([]);
    expect(await uidNext()).toBeUndefined();
    await storeReceived(desk.db, { ...late, position: position(31, { epoch: 5 }) });
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
  await storeReceived(desk.db, reply);
  const thread = await desk.db.$transaction((tx) => threadOf(tx, contact.id));
  expect(thread).toEqual({
    subject: 'Re: Quick question',
    inReplyTo: reply.messageId,
    references: [draft.messageId, '<theirs@outlook.test>', reply.messageId],
  });
});

test("another user's contacts, drafts and mails are not there", async () => {
  const { contact, draft } = await desk.due();
  await storeReceived(desk.db, mailOf(contact, {}));
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
