import { describe, expect, it } from 'vitest';
import { classify } from '../../../domain/classify/classify.ts';
import { judge, mailOf } from '../mails.ts';

const REPLY = `BEGIN:VCALENDAR
METHOD:REPLY
BEGIN:VEVENT
UID:meeting-1@mine.example
SEQUENCE:0
DTSTART:20240722T130000Z
DTEND:20240722T132000Z
ORGANIZER:mailto:me@mine.example
ATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@there.example
SUMMARY:Talk
END:VEVENT
END:VCALENDAR
`;

describe('the order of judgement', () => {
  it('sees a bounce before the calendar that came back with it', async () => {
    const verdict = await judge(
      `From: MAILER-DAEMON@mx.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Content-Type: multipart/report; report-type=delivery-status; boundary=b`,
      `--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; ana@there.example\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: text/calendar; method=REPLY\n\n${REPLY}--b--`,
    );
    expect(verdict).toMatchObject({ kind: 'bounce_permanent', recipient: 'ana@there.example' });
  });

  it('sees a calendar answer before the marks of automatic mail', async () => {
    const verdict = await judge(
      `From: Ana <ana@there.example>
Subject: Accepted: Talk
Auto-Submitted: auto-generated
Content-Type: multipart/alternative; boundary=b`,
      `--b\nContent-Type: text/plain\n\nAna accepted.\n--b\nContent-Type: text/calendar; method=REPLY; charset=utf-8\n\n${REPLY}--b--`,
    );
    expect(verdict).toMatchObject({
      kind: 'calendar',
      calendar: { method: 'REPLY' },
    });
  });

  it('sees an automatic reply before a request to stop that it quotes', async () => {
    const verdict = await judge(
      'From: Ana <ana@there.example>\nSubject: Automatic reply: Please stop writing to me',
      'I am out of the office.',
    );
    expect(verdict.kind).toBe('auto_reply');
  });

  it('obeys a person who asks not to be written to', async () => {
    const verdict = await judge(
      'From: Ana <ana@there.example>\nSubject: Re: Quick question\nIn-Reply-To: <1@mine.example>',
      'Please stop writing to me.',
    );
    expect(verdict.kind).toBe('opt_out');
  });

  it('gives a sentence as the reason of every verdict', async () => {
    const verdict = await judge(
      'From: Ana <ana@there.example>\nSubject: Re: Quick question',
      'Happy to talk, how about Thursday?',
    );
    expect(verdict.kind).toBe('human_reply');
    expect(verdict.reasons[0]).toMatch(/\S+ \S+ \S+/);
  });
});

describe('mail that is no answer to us', () => {
  it.each([
    [
      'a post to a list',
      'From: Bob <bob@there.example>\nSubject: [users] New release\nList-Id: <users.there.example>',
      'We released it.',
    ],
    ['a notification', 'From: no-reply@shop.example\nSubject: Your order', 'It is on its way.'],
    [
      'an answer of a notification service',
      'From: noreply@shop.example\nSubject: Re: Your order\nIn-Reply-To: <1@mine.example>',
      'It is on its way.',
    ],
    [
      'an issue tracker that writes to a list',
      'From: tracker@there.example\nSubject: [issue] [Commented] (X-1) Crash\nIn-Reply-To: <1@mine.example>\nAuto-Submitted: auto-generated\nList-Id: <dev.there.example>',
      'Bob commented on X-1.',
    ],
    [
      'a warning of our own server',
      'From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@mine.example>\nSubject: Your mailbox is almost full',
      'You cannot send when your mailbox is full.',
    ],
    ['bulk mail', 'From: Bob <bob@there.example>\nSubject: Offers\nPrecedence: bulk', 'Buy now.'],
    [
      'a newsletter without any list header',
      'From: The Gazette <gazette@there.example>\nSubject: Your weekly news',
      'The news of this week.\n\nYou are receiving this because you subscribed.\nUnsubscribe: https://there.example/u\nView in browser: https://there.example/v\nAll rights reserved.',
    ],
    [
      'a press release',
      'From: Acme <office@acme.example>\nSubject: New at Acme',
      'PRESS RELEASE\n\nPARIS, July 2024 -- Acme has a new product.\n\n###',
    ],
    [
      'a mailing with a way out',
      'From: Acme <office@acme.example>\nSubject: Nos nouveautés',
      'Voici nos nouveautés.\n\nPour vous désabonner, cliquez ici : https://acme.example/d',
    ],
    [
      'the word of a list server',
      'From: LISTSERV@there.example\nSubject: Rejected posting',
      'You are not authorized to send mail to the list.',
    ],
    [
      'what Majordomo passes on',
      'From: Bob <bob@there.example>\nSubject: Meeting\nReceived: (from bob@localhost) by there.example id AA1 for club-outgoing; Tue, 16 Jul 2024 10:00:00 +0200',
      'We meet on Friday.',
    ],
  ])('is unrelated: %s', async (_, headers, text) => {
    expect((await judge(headers, text)).kind).toBe('unrelated');
  });

  it('is not sure of a mailing that one footer alone gives away', async () => {
    const from = 'From: Ana <ana@acme.example>\nSubject: Hello';
    const footer = 'Unsubscribe: https://acme.example/u';
    const sign =
      'You are receiving this because you subscribed.\nView in browser: https://a.example';
    expect(await judge(from, `Let us talk on Friday.\n\n${footer}`)).toMatchObject({
      kind: 'unrelated',
      certain: false,
    });
    expect(await judge(from, `Our news.\n\n${sign}\n${footer}`)).toMatchObject({
      kind: 'unrelated',
      certain: true,
    });
  });

  it.each([
    [
      'an answer on a list',
      'From: Bob <bob@there.example>\nSubject: Re: [users] New release\nIn-Reply-To: <1@mine.example>\nList-Id: <users.there.example>',
      'Works for me, thanks!',
    ],
    [
      'a letter that begins a conversation',
      'From: Ana <ana@there.example>\nSubject: Coffee',
      'I heard from Bob that you would like to talk.',
    ],
    [
      'an answer with the footer of a company',
      'From: Ana <ana@there.example>\nSubject: Re: Quick question\nIn-Reply-To: <1@mine.example>',
      'Gladly, on Thursday.\n\nSubscribe to our newsletter. Privacy policy. All rights reserved. To unsubscribe, click here.',
    ],
    [
      'somebody who writes about a press release',
      'From: Ana <ana@there.example>\nSubject: Coffee',
      'I read your press release, and would like to talk.',
    ],
    [
      'somebody who tells of a list',
      'From: Ana <ana@there.example>\nSubject: The list',
      'I helped Bob to unsubscribe at http://there.example, and thought of you.',
    ],
    [
      'somebody who passes a newsletter on',
      'From: Ana <ana@there.example>\nSubject: Fw: News',
      'Have a look.\n\n---------------------- Forwarded by Ana on 07/16/2024 ----------------------\n\nNews!\nTo unsubscribe click http://there.example/u',
    ],
    [
      'somebody who writes from Zimbra, which names JavaMail in its ids',
      'From: Ana <ana@there.example>\nSubject: Newsletter\nMessage-ID: <1.2.JavaMail.zimbra@there.example>',
      'I liked the newsletter that you wrote about. How do I subscribe?',
    ],
    [
      'somebody who answers a question about a list',
      'From: Ana <ana@there.example>\nSubject: Re: unsubscribe\nIn-Reply-To: <1@mine.example>',
      'You have to ask the owner for that, I only write there.',
    ],
    [
      'somebody who asks a list for less of something',
      'From: Ana <ana@there.example>\nSubject: Re: spam\nIn-Reply-To: <1@mine.example>\nList-Id: <users.there.example>',
      'Please stop sending messages about this.',
    ],
    ['a text without any header', 'X-Nothing: here', 'Gladly, on Thursday.'],
  ])('but this is a person: %s', async (_, headers, text) => {
    expect((await judge(headers, text)).kind).toBe('human_reply');
  });
});

describe('a request to stop, passed on by a list', () => {
  it('is one to us when it is addressed to us as well', async () => {
    const mail = await mailOf(
      'From: Ana <ana@there.example>\nSubject: Re: Quick question\nIn-Reply-To: <1@mine.example>\nList-Id: <team.there.example>',
      'Please remove us from your list.',
    );
    expect(classify(mail, { ownAddresses: ['me@mine.example'] }).kind).toBe('opt_out');
    expect(classify(mail, { ownAddresses: ['else@mine.example'] }).kind).toBe('human_reply');
  });
});

describe('mail of any shape', () => {
  it('is judged alike in every encoding', async () => {
    const text = 'Réponse : je suis d’accord, à jeudi !';
    const kinds = [
      await mailOf(
        'From: Ana <ana@there.example>\nSubject: Re: x\nContent-Type: text/plain; charset=utf-8',
        text,
      ),
      await mailOf(
        'From: Ana <ana@there.example>\nSubject: Re: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64',
        Buffer.from(text).toString('base64'),
      ),
      await mailOf(
        'From: Ana <ana@there.example>\nSubject: =?utf-8?q?Re:_x?=\nContent-Type: multipart/mixed; boundary=b',
        `--b\nContent-Type: text/plain; charset=utf-8\n\n${text}\n--b--`,
      ),
    ].map((mail) => classify(mail));
    expect(
      new Set(
        kinds.map((verdict) =>
          JSON.stringify({ ...verdict, visibleText: verdict.visibleText.trim() }),
        ),
      ).size,
    ).toBe(1);
  });

  it('is judged without a word in it', async () => {
    expect((await judge('From: Ana <ana@there.example>\nSubject: Re: x', '')).kind).toBe(
      'human_reply',
    );
  });
});
