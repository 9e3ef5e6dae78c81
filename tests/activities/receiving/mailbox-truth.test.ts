import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lookNow } from '../../../activities/receiving/read-mailbox-now.ts';
import { claimSend } from '../../../db/ledger.ts';
import { reserveSlot } from '../../../db/slots.ts';
import { approveDraft } from '../../../operations/drafts/approve-draft.ts';
import { plainMail } from '../../support/mail-servers.ts';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';

let post: ActivityFixture;
beforeEach(async () => {
  post = await openActivityFixture();
});
afterEach(() => post.close());

const me = 'me@home.test';
const look = async () => lookNow(post.dependencies, await post.mailbox());
const deliver = (mail: Parameters<typeof plainMail>[0], folder = 'INBOX') =>
  post.practice.deliver(me, plainMail(mail), { folder });
const begun = async (facts: Parameters<ActivityFixture['contact']>[0] = {}) => {
  const contact = await post.contact(facts);
  const outreach = await post.approved(contact);
  await post.send(outreach);
  return { contact, outreach };
};
const suppressed = async () => (await post.db.suppression.findMany()).map(({ email }) => email);
const withholdTexts = () => {
  post.practice.faults.imap = ({ at, line }) =>
    at === 'item' && line.includes('BODY.PEEK[]') ? 'withhold' : undefined;
};

describe('what lies in Sent', () => {
  test('is by hand whatever its From, which is learnt as an alias', async () => {
    const { nudge } = await post.nudging();
    const alias = 'Kim <kim.alias@home.test>';
    deliver({ from: alias, to: 'ana@work.test', subject: 'Something else' }, 'Sent');
    expect(await post.send(nudge)).toEqual({ kind: 'overtaken' });
    expect(await post.messages()).toMatchObject([{ direction: 'out', byHand: true }]);
    expect((await post.mailbox()).aliases).toEqual(['kim.alias@home.test']);
  });

  test('counts for each contact it went to', async () => {
    const ana = await post.nudging();
    const ben = await post.nudging({ email: 'ben@work.test', name: 'Ben' });
    deliver({ from: me, to: 'ana@work.test, ben@work.test', subject: 'Monday' }, 'Sent');
    expect(await post.send(ana.nudge)).toEqual({ kind: 'overtaken' });
    expect(await post.send(ben.nudge)).toEqual({ kind: 'overtaken' });
    expect(await post.messages()).toHaveLength(2);
  });

  test('and may be a copy of a mail in hand keeps every other mail from being sent', async () => {
    const ana = await post.nudging();
    const ben = await post.nudging({ email: 'ben@work.test', name: 'Ben' });
    await reserveSlot(post.db, { draftId: ana.nudge.id, now: post.now(), random: () => 0 });
    await claimSend(post.db, {
      draftId: ana.nudge.id,
      contactId: ana.contact.id,
      claim: randomUUID(),
      run: 'killed',
      now: new Date(post.now().getTime() + 1_000),
      deadline: new Date(post.now().getTime() + 90_000),
    });
    deliver({ from: me, to: 'ana@work.test', subject: 'Re: Quick question' }, 'Sent');
    deliver({ from: me, to: 'ben@work.test', subject: 'Good to see you' }, 'Sent');
    expect(await post.send(ben.nudge)).toMatchObject({ kind: 'held' });
    expect(post.accepted(ben.nudge)).toBe(0);
  });
});

test('a mail from the user’s own address that lies in the inbox says nothing', async () => {
  const { outreach } = await begun();
  post.reply(outreach);
  await look();
  deliver({ from: me, to: 'ana@work.test', subject: 'I wrote this' });
  await look();
  expect(await post.messages()).toMatchObject([{ direction: 'in', state: 'needs_you' }]);
});

test('an answer in another mailbox of the user stops the mail', async () => {
  const { outreach, nudge } = await post.nudging();
  const { id, ...other } = await post.mailbox();
  await post.db.mailbox.create({
    data: {
      ...other,
      address: 'ana@work.test',
      login: 'ana@work.test',
      secret: post.dependencies.secrets.seal('secret-2'),
    },
  });
  const second = await post.db.mailbox.findFirstOrThrow({ where: { id: { not: id } } });
  expect(await lookNow(post.dependencies, second)).toBe(true);
  post.practice.deliver(
    'ana@work.test',
    plainMail({ from: 'Ana <ana@work.test>', headers: [`In-Reply-To: ${outreach.messageId}`] }),
  );
  // The second mailbox is Ana's own on the practice servers: her address is not the user's here.
  await post.db.mailbox.update({
    where: { id: second.id },
    data: { address: 'second@home.test' },
  });
  expect(await post.send(nudge)).toEqual({ kind: 'overtaken' });
});

describe('a mail whose text the server withholds', () => {
  test('is a failure, and read when the server hands it over', async () => {
    const { outreach, nudge } = await post.nudging();
    post.reply(outreach);
    withholdTexts();
    expect(await look()).toBe(false);
    expect(await post.send(nudge)).toMatchObject({ kind: 'held' });
    post.practice.faults.imap = undefined;
    expect(await look()).toBe(true);
    expect(await post.messages()).toMatchObject([{ direction: 'in', state: 'needs_you' }]);
    expect(post.accepted(nudge)).toBe(0);
  });

  test('for good is stored from its header, asks, and holds up nobody else', async () => {
    const { outreach, nudge } = await post.nudging();
    expect(await look()).toBe(true);
    post.reply(outreach, { subject: 'Re: Quick question' });
    withholdTexts();
    expect(await look()).toBe(false);
    post.clock.ahead += 3 * 60_000;
    expect(await look()).toBe(true);
    post.practice.faults.imap = undefined;
    expect(await post.messages()).toMatchObject([
      { direction: 'in', state: 'needs_you', subkind: 'unreadable', subject: 'Re: Quick question' },
    ]);
    expect(await post.send(nudge)).toEqual({ kind: 'overtaken' });
  });
});

describe('who may act by mail', () => {
  const optOut = { text: 'Please do not email me again.\r\n' };

  test.each([
    ['as its Sender', ['Sender: ana@work.test'], 'eve@evil.test', 'INBOX'],
    ['as Reply-To', ['Reply-To: ana@work.test'], 'eve@evil.test', 'INBOX'],
    ['as a failed recipient', ['X-Failed-Recipients: ana@work.test'], 'eve@evil.test', 'INBOX'],
    ['as From, in Junk', [], 'ana@work.test', 'Junk'],
    [
      'as From, which the own server could not verify',
      ['Authentication-Results: mx.home.test; dmarc=fail header.from=work.test'],
      'ana@work.test',
      'INBOX',
    ],
  ])('a stranger who names the contact %s opts nobody out', async (_, headers, from, folder) => {
    const { contact } = await begun();
    deliver({ ...optOut, from, headers }, folder);
    await look();
    expect(await post.messages()).toMatchObject([{ state: 'needs_you' }]);
    expect(await suppressed()).toEqual([]);
    expect(await post.db.outbox.count({ where: { kind: 'optedOut' } })).toBe(0);
    expect((await post.ofContact(contact)).outcome).toBeNull();
  });

  test('a contact who writes as another one opts out neither', async () => {
    const ceo = await begun({ email: 'ceo@work.test', name: 'Cora' });
    const { outreach } = await begun({ email: 'mallory@work.test', name: 'Mallory' });
    post.reply(outreach, {
      ...optOut,
      from: 'ceo@work.test',
      headers: [
        `In-Reply-To: ${outreach.messageId}`,
        'Authentication-Results: mx.home.test; dmarc=fail header.from=work.test',
      ],
    });
    await look();
    expect(await suppressed()).toEqual([]);
    expect((await post.ofContact(ceo.contact)).outcome).toBeNull();
  });

  test('the contact does', async () => {
    await begun();
    deliver(optOut);
    await look();
    expect(await suppressed()).toEqual(['ana@work.test']);
  });
});

describe('an answer is recognised', () => {
  test.each<[string, Parameters<typeof plainMail>[0]]>([
    ['with an unquoted comma in From', { from: 'Ana Silva, PhD <ana@work.test>' }],
    ['from the address without its tag', { from: 'ana@work.test' }],
    ['by Sender', { from: 'Office <office@else.test>', headers: ['Sender: ana@work.test'] }],
    ['of a colleague without ids', { from: 'Assistant <bea@work.test>' }],
  ])('%s', async (name, mail) => {
    const email = name.includes('tag') ? 'ana+talks@work.test' : 'ana@work.test';
    const { nudge } = await post.nudging({ email });
    deliver(mail);
    expect(await post.send(nudge)).toEqual({ kind: 'overtaken' });
    expect(await post.messages()).toMatchObject([{ direction: 'in', state: 'needs_you' }]);
  });

  test('by an id that a fold has broken', async () => {
    const { outreach, nudge } = await post.nudging();
    const folded = outreach.messageId.replace('@', '@\r\n ');
    deliver({ from: 'Ana <ana@private.test>', headers: [`In-Reply-To: ${folded}`] });
    expect(await post.send(nudge)).toEqual({ kind: 'overtaken' });
  });

  test('from Gmail under its other name', async () => {
    const { nudge } = await post.nudging({ email: 'ana.silva@gmail.com' });
    deliver({ from: 'Ana <anasilva@googlemail.com>' });
    expect(await post.send(nudge)).toEqual({ kind: 'overtaken' });
  });

  test('from an address in UTF-8', async () => {
    const { nudge } = await post.nudging({ email: 'ana@müller-häfen.test' });
    deliver({ from: 'Ana <ana@müller-häfen.test>' });
    expect(await post.send(nudge)).toEqual({ kind: 'overtaken' });
  });

  test('and that of a stranger with the same subject is not', async () => {
    const { nudge } = await post.nudging();
    deliver({ from: 'Eve <eve@else.test>' });
    expect(await post.send(nudge)).toMatchObject({ kind: 'sent' });
    expect(await post.messages()).toEqual([]);
  });
});

test('a late bounce of the address that a contact had before ends nothing', async () => {
  const { contact, outreach } = await begun({ email: 'anna@work.test' });
  await post.db.contact.update({ where: { id: contact.id }, data: { email: 'ana@work.test' } });
  deliver({
    from: 'Mail Delivery System <MAILER-DAEMON@work.test>',
    subject: 'Undelivered Mail Returned to Sender',
    headers: ['X-Failed-Recipients: anna@work.test', `In-Reply-To: ${outreach.messageId}`],
    text: '550 5.1.1 <anna@work.test>: Recipient address rejected: User unknown\r\n',
  });
  await look();
  expect(await post.messages()).toMatchObject([{ kind: 'bounce_permanent', state: 'handled' }]);
  expect(await post.problems()).toEqual([]);
  expect(await post.db.outbox.count({ where: { kind: 'mailBounced' } })).toBe(0);
});

test('a long conversation is stored in bounded size', async () => {
  const { outreach } = await begun();
  post.reply(outreach, { text: `Gladly.\r\n${'More words. '.repeat(60_000)}\r\n` });
  await look();
  const [message] = await post.messages();
  expect(message?.text.length).toBeLessThanOrEqual(100_000);
});

test('a Message-ID that no header can hold is not kept, and the answer to it leaves', async () => {
  const { contact, outreach } = await begun();
  post.reply(outreach, { messageId: '<x\u0001@work.test>' });
  await look();
  const answer = await post.draft(contact, 'reply');
  await approveDraft.run(post.context, { draftId: answer.id, revision: answer.revision });
  expect(await post.send(answer)).toMatchObject({ kind: 'sent' });
});
