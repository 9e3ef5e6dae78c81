import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lookNow } from '../../../activities/receiving/read-mailbox-now.ts';
import { candidates } from '../../../activities/receiving/candidates.ts';
import { approveDraft } from '../../../operations/drafts/approve-draft.ts';
import { removeMails, renumber } from '../../../practice/server/store.ts';
import { readHeaderSummary } from '../../../mail/imap/message-headers.ts';
import { plainMail } from '../../support/mail-servers.ts';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';

let post: ActivityFixture;
beforeEach(async () => {
  post = await openActivityFixture();
});
afterEach(() => post.close());

const look = async () => lookNow(post.dependencies, await post.mailbox());
/** A contact with a first mail that has gone. */
const begun = async () => {
  const contact = await post.contact();
  const outreach = await post.approved(contact);
  await post.send(outreach);
  return { contact, outreach };
};

describe('a mail from a contact', () => {
  test('is stored once, though it is in two folders and read again and again', async () => {
    const { outreach } = await begun();
    const mail = { messageId: '<twice@work.test>' };
    post.reply(outreach, mail);
    post.reply(outreach, { ...mail, folder: 'Junk' });
    for (let n = 0; n < 3; n++) expect(await look()).toBe(true);
    expect(await post.messages()).toMatchObject([{ messageId: '<twice@work.test>' }]);
    expect(await post.db.outbox.count({ where: { kind: 'replyReceived' } })).toBe(1);
  });

  test('is stored once after the server has given out new UIDs', async () => {
    const { outreach } = await begun();
    post.reply(outreach);
    await look();
    renumber(post.practice.store, post.folder('INBOX'));
    post.reply(outreach, { subject: 'Re: Quick question, once more' });
    await look();
    expect((await post.messages()).map(({ subject }) => subject)).toEqual([
      'Re: Quick question',
      'Re: Quick question, once more',
    ]);
  });

  test('without a Message-ID is known again by what it says', async () => {
    const { outreach } = await begun();
    const raw = plainMail({ headers: [`In-Reply-To: ${outreach.messageId}`] })
      .toString('latin1')
      .replace(/^Message-ID:.*\r\n/m, '');
    post.practice.deliver('me@home.test', Buffer.from(raw, 'latin1'));
    await look();
    renumber(post.practice.store, post.folder('INBOX'));
    await look();
    expect(await post.messages()).toHaveLength(1);
  });

  test('that is gone before it could be read does not hold up the next one', async () => {
    const { outreach } = await begun();
    post.reply(outreach, { subject: 'Gone' });
    post.practice.faults.imap = (step) => {
      if (step.at === 'command' && step.line.includes('BODY.PEEK[]')) {
        removeMails(post.folder('INBOX'), ({ raw }) => raw.includes('Subject: Gone'));
        post.practice.faults.imap = undefined;
        post.reply(outreach, { subject: 'Here' });
      }
      return undefined;
    };
    await look();
    await look();
    expect((await post.messages()).map(({ subject }) => subject)).toEqual(['Here']);
  });

  test('of 50 MB costs bounded memory, and its words are kept', { timeout: 60_000 }, async () => {
    const { outreach } = await begun();
    const line = `${'A'.repeat(76)}\r\n`;
    const raw = Buffer.concat([
      Buffer.from(
        [
          'From: Ana <ana@work.test>',
          'To: me@home.test',
          'Subject: With my portfolio',
          'Message-ID: <large@work.test>',
          `In-Reply-To: ${outreach.messageId}`,
          'MIME-Version: 1.0',
          'Content-Type: multipart/mixed; boundary=b',
          '',
          '--b',
          'Content-Type: text/plain',
          '',
          'Gladly, see attached.',
          '--b',
          'Content-Type: application/octet-stream',
          'Content-Transfer-Encoding: base64',
          '',
          '',
        ].join('\r\n'),
      ),
      Buffer.alloc(50_000_000 - (50_000_000 % line.length), line),
      Buffer.from('--b--\r\n'),
    ]);
    const before = process.memoryUsage().rss;
    post.practice.deliver('me@home.test', raw);
    await look();
    expect(await post.messages()).toMatchObject([
      { text: expect.stringContaining('Gladly, see attached.') as string },
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  test.each([
    ['without an end', 'Content-Type: multipart/mixed; boundary=never', 'Hello\r\n--other\r\n'],
    ['with a NUL', 'Content-Type: text/plain', 'Yes\0, on Monday\0\r\n'],
    ['in an unknown charset', 'Content-Type: text/plain; charset=klingon-8', 'Ja, gern\xff\r\n'],
    ['with a broken transfer encoding', 'Content-Transfer-Encoding: base64', '!!!! not base64\r\n'],
  ])(
    'that is damaged (%s) is stored, and does not stop the ones after it',
    async (_, header, text) => {
      const { outreach } = await begun();
      const damaged = [
        'From: Ana <ana@work.test>',
        'To: me@home.test',
        'Subject: Re: \0Quick =?utf-8?B?broken',
        'Message-ID: <dam\0aged@work.test>',
        `In-Reply-To: ${outreach.messageId}`,
        header,
        '',
        text,
      ].join('\r\n');
      post.practice.deliver('me@home.test', Buffer.from(damaged, 'latin1'));
      post.reply(outreach, { subject: 'Whole' });
      expect(await look()).toBe(true);
      expect((await post.messages()).map(({ subject }) => subject)).toContain('Whole');
      expect(await post.messages()).toHaveLength(2);
    },
  );
});

describe('a mail of somebody else', () => {
  test('is neither stored nor even fetched', async () => {
    await begun();
    await look();
    post.practice.deliver('me@home.test', plainMail({ from: 'bob@elsewhere.test' }));
    post.practice.deliver('me@home.test', plainMail({ from: 'bob@elsewhere.test' }), {
      folder: 'Junk',
    });
    const fetched: string[] = [];
    post.practice.faults.imap = ({ at, line }) => {
      if (at === 'command' && line.includes('BODY.PEEK[]')) fetched.push(line);
      return undefined;
    };
    await look();
    expect(fetched).toEqual([]);
    expect(await post.messages()).toEqual([]);
  });

  test("and another user's contacts and mails are nobody's here", async () => {
    const { outreach } = await begun();
    const other = await post.db.user.create({ data: {} });
    const mailbox = { ...(await post.mailbox()), userId: other.id };
    const answer = readHeaderSummary({
      seq: 1,
      uid: 1,
      headers: plainMail({ headers: [`In-Reply-To: ${outreach.messageId}`] }),
    });
    const mails = answer ? [answer] : [];
    const look = { role: 'inbox', mails } as const;
    expect(mails).toHaveLength(1);
    expect(await candidates(post.db, { ...look, mailbox })).toEqual([]);
    expect(await candidates(post.db, { ...look, mailbox: await post.mailbox() })).toEqual(mails);
  });

  test('is not somebody who answers to a mail of another user', async () => {
    const { outreach } = await begun();
    const other = await post.db.user.create({ data: {} });
    await post.db.mailbox.update({
      where: { id: post.mailboxId },
      data: { userId: other.id, address: 'stolen@home.test' },
    });
    post.reply(outreach);
    await look();
    expect(await post.messages()).toEqual([]);
  });
});

describe('what a mail brings', () => {
  test('a bounce closes nothing by itself, but takes back what waits and says what to do', async () => {
    const { contact, outreach } = await begun();
    const nudge = await post.approved(contact, 'nudge');
    post.practice.deliver('me@home.test', bounceOf(outreach.messageId, '5.1.1', 'no such user'));
    await look();
    expect(await post.ofDraft(nudge)).toMatchObject({ state: 'withdrawn' });
    expect(await post.problems()).toMatchObject([{ kind: 'bounced', contactId: contact.id }]);
    expect(await post.db.outbox.findMany({ where: { kind: 'mailBounced' } })).toMatchObject([
      { payload: { deadAddress: true } },
    ]);
  });

  test('a bounce by policy asks, as it may be forged: it neither stops the mailbox nor closes', async () => {
    const { contact, outreach } = await begun();
    post.practice.deliver('me@home.test', bounceOf(outreach.messageId, '5.7.1', 'blocked as spam'));
    await look();
    expect((await post.mailbox()).sendingStoppedAt).toBeNull();
    expect(await post.messages()).toMatchObject([{ state: 'needs_you', subkind: 'policy' }]);
    expect(await post.db.outbox.count({ where: { kind: 'mailBounced' } })).toBe(0);
    expect((await post.ofContact(contact)).outcome).toBeNull();
  });

  test('an absence takes back the nudge, and leaves what a person wrote by hand', async () => {
    const { contact, outreach } = await begun();
    const nudge = await post.approved(contact, 'nudge');
    const letter = await post.approved(contact, 'reply');
    const note = plainMail({
      subject: 'Automatic reply: Quick question',
      headers: [`In-Reply-To: ${outreach.messageId}`, 'Auto-Submitted: auto-replied'],
      text: `I am out of the office until ${inWords(60)}.\r\n`,
    }).toString();
    const today = new Date().toUTCString();
    post.practice.deliver('me@home.test', note.replace(/^Date: .*$/m, `Date: ${today}`));
    await look();
    expect(await post.ofDraft(nudge)).toMatchObject({ state: 'withdrawn' });
    expect(await post.ofDraft(letter)).toMatchObject({ state: 'approved' });
    const [told] = await post.db.outbox.findMany({ where: { kind: 'autoReplied' } });
    // The policy lets an absence hold a journey for a month at most.
    const until = (told?.payload as { readonly until?: number } | undefined)?.until ?? 0;
    expect(until - post.now().getTime()).toBeGreaterThan(29 * 86_400_000);
    expect(until - post.now().getTime()).toBeLessThan(31 * 86_400_000);
    expect(await post.send(letter)).toMatchObject({ kind: 'sent' });
  });

  test('a reply makes a letter that was approved before it wait for another yes', async () => {
    const { contact, outreach } = await begun();
    const letter = await post.approved(contact, 'reply');
    post.reply(outreach);
    expect(await post.send(letter)).toEqual({ kind: 'not_approved' });
    expect(await post.ofDraft(letter)).toMatchObject({ state: 'awaiting_approval' });
    expect(post.accepted(letter)).toBe(0);
    const { revision } = await post.ofDraft(letter);
    await approveDraft.run(post.context, { draftId: letter.id, revision });
    expect(await post.send(letter)).toMatchObject({ kind: 'sent' });
  });
});

/** A day that is so many from now, as people write it. */
function inWords(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
}

function bounceOf(messageId: string, status: string, words: string): Buffer {
  return Buffer.from(
    [
      'Return-Path: <>',
      'From: Mail Delivery System <MAILER-DAEMON@work.test>',
      'To: me@home.test',
      'Subject: Undelivered Mail Returned to Sender',
      'Message-ID: <bounce-1@work.test>',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'I could not deliver your mail.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; work.test',
      '',
      'Final-Recipient: rfc822; ana@work.test',
      'Action: failed',
      `Status: ${status}`,
      `Diagnostic-Code: smtp; 550 ${status} ${words}`,
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      'From: me@home.test',
      'To: ana@work.test',
      'Subject: Quick question',
      `Message-ID: ${messageId}`,
      '',
      '--b--',
      '',
    ].join('\r\n'),
  );
}
