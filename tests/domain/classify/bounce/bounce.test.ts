import { describe, expect, it } from 'vitest';
import { readBounce } from '../../../../domain/classify/bounce/bounce.ts';
import { bounceMeaning } from '../../../../domain/classify/bounce/meaning.ts';
import { judge, mailOf, reportOf } from '../../mails.ts';

describe('a delivery status report', () => {
  it('names the recipient that failed for good, with its status', async () => {
    const verdict = await reportOf(`Final-Recipient: rfc822; Ana@There.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <ana@there.example>: User unknown`);
    expect(verdict).toMatchObject({
      kind: 'bounce_permanent',
      subkind: 'user_unknown',
      recipient: 'ana@there.example',
      status: '5.1.1',
    });
    expect(bounceMeaning(verdict)).toBe('address_dead');
  });

  it('is temporary while the server goes on trying', async () => {
    const verdict = await reportOf(`Final-Recipient: rfc822; ana@there.example
Action: delayed
Status: 4.4.1
Will-Retry-Until: Sun, 21 Jul 2024 10:00:00 +0200`);
    expect(verdict).toMatchObject({
      kind: 'bounce_temporary',
      subkind: 'delayed',
      status: '4.4.1',
    });
    expect(bounceMeaning(verdict)).toBe('delayed');
  });

  it('is temporary when a 4.x.x was given up on', async () => {
    const verdict = await reportOf(`Final-Recipient: rfc822; ana@there.example
Action: failed
Status: 4.2.2
Diagnostic-Code: smtp; 452 4.2.2 Mailbox full`);
    expect(verdict).toMatchObject({ kind: 'bounce_temporary', subkind: 'mailbox_full' });
    expect(bounceMeaning(verdict)).toBe('mail_lost');
  });

  it('keeps a full mailbox apart from a dead address, also when the server calls it permanent', async () => {
    const verdict = await reportOf(`Final-Recipient: rfc822; ana@there.example
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 Over quota`);
    expect(verdict).toMatchObject({
      kind: 'bounce_permanent',
      subkind: 'mailbox_full',
      status: '5.2.2',
    });
    expect(bounceMeaning(verdict)).toBe('mail_lost');
  });

  it('says policy for 5.7.x, which is about us and not about the address', async () => {
    const verdict = await reportOf(`Final-Recipient: rfc822; ana@there.example
Action: failed
Status: 5.7.1
Diagnostic-Code: smtp; 550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked`);
    expect(verdict).toMatchObject({ kind: 'bounce_permanent', subkind: 'policy', status: '5.7.1' });
    expect(bounceMeaning(verdict)).toBe('sending_blocked');
  });

  it('believes the words when the digits contradict them', async () => {
    const verdict = await reportOf(`Final-Recipient: rfc822; ana@there.example
Action: failed
Status: 4.1.1
Diagnostic-Code: smtp; 550 No such user here`);
    expect(verdict).toMatchObject({ kind: 'bounce_permanent', subkind: 'user_unknown' });
  });

  it('takes the code of the words when the field says only 5.0.0', async () => {
    const verdict = await reportOf(`Final-Recipient: rfc822; ana@there.example
Action: failed
Status: 5.0.0
Diagnostic-Code: smtp; 550 5.1.10 RESOLVER.ADR.RecipientNotFound`);
    expect(verdict).toMatchObject({
      kind: 'bounce_permanent',
      subkind: 'user_unknown',
      status: '5.1.10',
    });
  });

  it('reads internationalised addresses (RFC 6533) and comments behind the status', async () => {
    const verdict = await reportOf(`Final-Recipient: utf-8; jörg@bücher.example
Action: failed
Status: 5.1.1 (unknown user)`);
    expect(verdict).toMatchObject({
      kind: 'bounce_permanent',
      recipient: 'jörg@bücher.example',
      subkind: 'user_unknown',
    });
  });

  it('lists every recipient and decides by the worst', async () => {
    const mail = await mailOf(
      `From: MAILER-DAEMON@mx.example
Subject: Delivery Status Notification
Content-Type: multipart/report; report-type=delivery-status; boundary=b`,
      `--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; slow@there.example
Action: delayed
Status: 4.4.7

Final-Recipient: rfc822; gone@there.example
Action: failed
Status: 5.1.1
--b--`,
    );
    const bounce = readBounce(mail);
    expect(bounce).toMatchObject({
      worst: { recipient: 'gone@there.example', permanent: true },
      recipients: [
        { recipient: 'slow@there.example', delayed: true },
        { recipient: 'gone@there.example' },
      ],
    });
  });

  it.each(['delivered', 'relayed', 'expanded'])(
    'is no bounce when the mail was %s',
    async (action) => {
      const verdict = await reportOf(
        `Final-Recipient: rfc822; ana@there.example
Action: ${action}
Status: 2.0.0`,
        'Your message was successfully delivered.',
      );
      expect(verdict).toMatchObject({ kind: 'auto_reply', subkind: 'delivered' });
      expect(bounceMeaning(verdict)).toBeUndefined();
    },
  );
});

describe('other reports', () => {
  it('takes a read receipt for what it is', async () => {
    const verdict = await judge(
      `From: Ana <ana@there.example>
Subject: Read: Quick question
Content-Type: multipart/report; report-type=disposition-notification; boundary=b`,
      `--b\n\nYour message was read.\n--b\nContent-Type: message/disposition-notification\n\nDisposition: manual-action/MDN-sent-manually; displayed\n--b--`,
    );
    expect(verdict).toMatchObject({ kind: 'auto_reply', subkind: 'read' });
  });

  it('obeys an abuse report as an opt-out', async () => {
    const verdict = await judge(
      `From: feedback@provider.example
Subject: Abuse report
Content-Type: multipart/report; report-type=feedback-report; boundary=b`,
      `--b\n\nThis is an abuse report.\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n--b--`,
    );
    expect(verdict).toMatchObject({ kind: 'opt_out', subkind: 'abuse_report' });
  });
});

/** What servers write that send no status part: sender and subject, text, and what it means. */
const PLAIN: readonly (readonly [
  string,
  string,
  string,
  { kind: string; subkind: string; recipient: string | undefined },
])[] = [
  [
    'qmail',
    'From: MAILER-DAEMON@mx.example\nSubject: failure notice',
    `Hi. This is the qmail-send program at mx.example.
I'm afraid I wasn't able to deliver your message to the following addresses.

<ana@there.example>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.`,
    { kind: 'bounce_permanent', subkind: 'user_unknown', recipient: 'ana@there.example' },
  ],
  [
    'Exim, by its header',
    'From: Mail Delivery System <Mailer-Daemon@mx.example>\nAuto-Submitted: auto-replied\nX-Failed-Recipients: ana@there.example\nSubject: Mail delivery failed: returning message to sender',
    'A message that you sent could not be delivered to one or more of its recipients.\n\n  ana@there.example\n    Unrouteable address\n',
    { kind: 'bounce_permanent', subkind: 'user_unknown', recipient: 'ana@there.example' },
  ],
  [
    'Exim, still trying',
    'From: Mail Delivery System <Mailer-Daemon@mx.example>\nAuto-Submitted: auto-replied\nSubject: Warning: message 1sTaBc-0001xY delayed 24 hours',
    'A message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours.\n\n  ana@there.example\n\nNo action is required on your part. Delivery attempts will continue for some time.',
    { kind: 'bounce_temporary', subkind: 'delayed', recipient: 'ana@there.example' },
  ],
  [
    'Sendmail, still trying',
    'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example>\nSubject: Warning: could not send message for past 4 hours',
    '**      THIS IS A WARNING MESSAGE ONLY      **\n**  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n\n<ana@there.example>... Deferred: Connection timed out\nWill keep trying until message is 5 days old',
    { kind: 'bounce_temporary', subkind: 'delayed', recipient: 'ana@there.example' },
  ],
  [
    'Exchange of old',
    'From: System Administrator <postmaster@there.example>\nSubject: Undeliverable: Quick question',
    'Your message\n\n  To:      Ana\n  Subject: Quick question\n\ndid not reach the following recipient(s):\n\nana@there.example on Tue, 16 Jul 2024 10:00:00 +0200\n    The e-mail account does not exist at the organization this message was sent to.\n    <mail.there.example #5.1.1>',
    { kind: 'bounce_permanent', subkind: 'user_unknown', recipient: 'ana@there.example' },
  ],
  [
    'Domino',
    'From: Postmaster@there.example\nSubject: DELIVERY FAILURE: User ana (ana@there.example) not listed in Domino Directory',
    'Your message\n\n  Subject: Quick question\n\nwas not delivered to:\n\n  ana@there.example\n\nbecause:\n\n  User ana (ana@there.example) not listed in Domino Directory',
    { kind: 'bounce_permanent', subkind: 'user_unknown', recipient: 'ana@there.example' },
  ],
  [
    'Gmail, still trying',
    'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nX-Failed-Recipients: ana@there.example\nSubject: Delivery Status Notification (Delay)',
    'There was a temporary problem delivering your message. Gmail will retry for 45 more hours.',
    { kind: 'bounce_temporary', subkind: 'delayed', recipient: 'ana@there.example' },
  ],
  [
    'a German provider',
    'From: Mailsystem <mailer-daemon@provider.example>\nSubject: Unzustellbare Nachricht',
    'Ihre Nachricht konnte nicht zugestellt werden:\n<ana@there.example>\n\nEmpfänger unbekannt',
    { kind: 'bounce_permanent', subkind: 'user_unknown', recipient: 'ana@there.example' },
  ],
  [
    'a Chinese provider',
    'From: PostMaster@provider.example\nSubject: =?utf-8?B?57O757uf6YCA5L+h?=\nContent-Type: text/plain; charset=utf-8',
    '抱歉，您的邮件被退回来了。\n收件人邮件地址（ana@there.example）不存在，邮件无法送达。',
    { kind: 'bounce_permanent', subkind: 'user_unknown', recipient: 'ana@there.example' },
  ],
  [
    'a Russian provider',
    'From: Mail Delivery System <mailer-daemon@provider.example>\nSubject: Mail failure.\nContent-Type: text/plain; charset=utf-8',
    'Ваше письмо не может быть доставлено получателю:\n\nana@there.example\n\nПользователь не найден',
    { kind: 'bounce_permanent', subkind: 'user_unknown', recipient: 'ana@there.example' },
  ],
  [
    'a filter',
    'From: Postmaster@there.example\nSubject: **Message you sent blocked by our bulk email filter**',
    'Your message to: ana@there.example\nwas blocked by our Spam Firewall. It has NOT BEEN DELIVERED.',
    { kind: 'bounce_permanent', subkind: 'policy', recipient: 'ana@there.example' },
  ],
  [
    'a Polish provider',
    'From: Mailer-Daemon <mailer-daemon@provider.example>\nSubject: Zwrot\nContent-Type: text/plain; charset=utf-8',
    'Twoja wiadomość nie została dostarczona do ana@there.example: nie ma takiego użytkownika.',
    { kind: 'bounce_permanent', subkind: 'user_unknown', recipient: 'ana@there.example' },
  ],
  [
    'a virus filter',
    'From: MAILER-DAEMON@there.example\nSubject: VIRUS IN YOUR MAIL',
    'We found a virus in your mail to ana@there.example.\nDelivery of the email was stopped!',
    { kind: 'bounce_permanent', subkind: 'policy', recipient: 'ana@there.example' },
  ],
  [
    'a server that names the mail first',
    'From: Internet Mail Delivery <postmaster@there.example>\nSubject: Delivery Notification: Delivery has failed',
    'This report relates to a message you sent:\n\n  Message-id: <1@mine.example>\n\n  Recipient address: ana@there.example\n  Reason: 550 5.1.1 unknown or illegal alias',
    { kind: 'bounce_permanent', subkind: 'user_unknown', recipient: 'ana@there.example' },
  ],
  [
    'a server that names nobody, but returns the mail',
    'From: Mail Delivery System <mailer-daemon@there.example>\nSubject: Mail failure - rejected by local scanning code',
    'A message that you sent was rejected by the local scanning code.\n\n------ This is a copy of your message, including all the headers. ------\n\nFrom: me@mine.example\nTo: Ana <ana@there.example>\nSubject: Quick question',
    { kind: 'bounce_permanent', subkind: 'policy', recipient: 'ana@there.example' },
  ],
  [
    'a server without a name',
    'Return-Path: <>\nFrom: <>\nAuto-Submitted: auto-replied\nIn-Reply-To: <1@mine.example>',
    "You sent mail to ana@there.example. That's not a valid user here.",
    { kind: 'bounce_permanent', subkind: 'user_unknown', recipient: 'ana@there.example' },
  ],
];

describe('a bounce in plain words', () => {
  it.each(PLAIN)('is read from %s', async (_, headers, text, expected) => {
    expect(await judge(headers, text)).toMatchObject(expected);
  });
});

describe('a mail program that says what it is', () => {
  it('is believed although its subject begins like an answer', async () => {
    expect(
      await judge(
        'From: postmaster@there.example\nTo: sam@here.example\nSubject: Re: Quick question',
        'Hi. This is the James mail server at there.example.\nI could not deliver your message.\n\nFailed recipient(s):\nana@there.example\n\nError message:\n550 Unknown user',
      ),
    ).toMatchObject({ kind: 'bounce_permanent', recipient: 'ana@there.example' });
  });

  it.each([
    ['Levering vertraagd: Vraag', 'Dit bericht is nog niet afgeleverd.'],
    ['Entrega retrasada: Pregunta', 'La entrega a ana@there.example se ha retrasado.'],
    ['Dostarczenie opóźnione: Pytanie', 'Do ana@there.example.'],
    ['Kan inte levereras: Fråga', 'Leveransen är försenad för ana@there.example.'],
  ])('reports a delay: %s', async (subject, text) => {
    expect(
      await judge(`From: Microsoft Outlook <postmaster@there.example>\nSubject: ${subject}`, text),
    ).toMatchObject({ kind: 'bounce_temporary' });
  });
});

describe('a read receipt that lost its parts', () => {
  it('is no bounce and no answer', async () => {
    expect(
      await judge(
        'From: Ana <ana@there.example>\nSubject: Gelesen: Frage',
        'Ihre Nachricht\n\n  An: Ana\n  Betreff: Frage\n\nwurde am 16.07.2024 10:00 gelesen.',
      ),
    ).toMatchObject({ kind: 'auto_reply', subkind: 'read' });
  });

  it.each([
    ['Read: this book', 'Your message made me think of a book. I read it in May.'],
    ['Re: Frage', 'Ihre Nachricht habe ich gelesen, gern am Donnerstag.'],
  ])('is not: %s', async (subject, text) => {
    expect((await judge(`From: Ana <ana@there.example>\nSubject: ${subject}`, text)).kind).toBe(
      'human_reply',
    );
  });
});

describe('people who talk about bounces', () => {
  it.each([
    [
      'an answer',
      'From: Ana <ana@there.example>\nIn-Reply-To: <1@mine.example>\nSubject: Re: Undeliverable: Quick question',
      'Your mail to bob@there.example came back: user unknown. Use robert@there.example.',
    ],
    [
      'a couch',
      'From: Bob <bob@there.example>\nSubject: Delivery failed',
      'Hi, the delivery of the couch failed, could you call them?',
    ],
    [
      'something passed on',
      'From: Ana <ana@there.example>\nSubject: Fwd: Undelivered Mail Returned to Sender',
      'I got this:\n\n<bob@there.example>: user unknown. Your message could not be delivered.',
    ],
    [
      'a report passed on as an attachment',
      'From: Ana <ana@there.example>\nSubject: Fwd: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"',
      '--b\n\nI got this, do you have another address?\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; there.example\n\nFinal-Recipient: rfc822; bob@there.example\nAction: failed\nStatus: 5.1.1\n\n--b--',
    ],
    [
      'a postmaster who answers',
      'From: postmaster@there.example\nIn-Reply-To: <1@mine.example>\nSubject: Re: Mail delivery problem',
      'I looked at the logs: your message to bob@there.example was rejected, but it works now.',
    ],
  ])('are not taken for servers: %s', async (_, headers, text) => {
    expect((await judge(headers, text)).kind).toBe('human_reply');
  });
});

it('a Notes server that names no code is believed', async () => {
  const verdict = await judge(
    'From: Notes Server <mail@mx.example>\nSubject: Delivery Report',
    '--- Failure Reasons ---\n\nUser not listed in public Name & Address Book\nana@there.example\n\n--- Returned Message ---',
  );
  expect(verdict).toMatchObject({ kind: 'bounce_permanent', recipient: 'ana@there.example' });
});
