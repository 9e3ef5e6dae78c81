import { describe, expect, it } from 'vitest';
import type { ParsedMail } from '../../domain/message.ts';
import {
  matchThread,
  normalSubject,
  referencedIds,
  returnedIds,
  type KnownContact,
  type SentMail,
} from '../../domain/match-thread.ts';

const sentToAna: SentMail = {
  contactId: 'ana',
  ids: ['<one@Rapport.example>', '<AM0PR01@eurprd01.prod.outlook.com>'],
  gmailThreadId: '1789',
  calendarUids: ['talk-ana@rapport.example'],
  subject: 'Quick question from Sam, Uni',
};
const sentToBo: SentMail = {
  contactId: 'bo',
  ids: ['<two@rapport.example>'],
  gmailThreadId: undefined,
  calendarUids: [],
  subject: 'Quick question from Sam, Uni',
};
const ana: KnownContact = { contactId: 'ana', addresses: ['ana@bücher.example'], open: true };
const bo: KnownContact = { contactId: 'bo', addresses: ['Bo@Work.example'], open: true };

function mail(overrides: Partial<ParsedMail> = {}): ParsedMail {
  return {
    messageId: '<answer@elsewhere.example>',
    inReplyTo: [],
    references: [],
    from: { name: undefined, address: 'stranger@else.example' },
    sender: undefined,
    replyTo: [],
    to: [],
    cc: [],
    subject: 'Something else',
    date: undefined,
    headers: new Map(),
    contentType: 'text/plain',
    text: '',
    html: undefined,
    parts: [],
    truncated: false,
    ...overrides,
  };
}

function matched(
  overrides: Partial<ParsedMail>,
  news: Partial<Parameters<typeof matchThread>[0]> = {},
): string | undefined {
  const match = matchThread({
    mail: mail(overrides),
    gmailThreadId: undefined,
    sent: [sentToAna, sentToBo],
    contacts: [ana, bo],
    returnedIds: [],
    calendarUid: undefined,
    bounceRecipient: undefined,
    ...news,
  });
  return match && `${match.contactId} by ${match.rule}${match.weak ? ', weak' : ''}`;
}

describe('whose journey a mail belongs to', () => {
  it('is told by In-Reply-To, whoever answers', () => {
    expect(matched({ inReplyTo: ['<two@rapport.example>'] })).toBe('bo by reply_id');
  });

  it('is told by References where Outlook.com replaced our id, and by the id it gave', () => {
    expect(matched({ references: ['<one@rapport.example>', '<x@y.example>'] })).toBe(
      'ana by reply_id',
    );
    expect(matched({ inReplyTo: ['<AM0PR01@EURPRD01.prod.outlook.com>'] })).toBe('ana by reply_id');
  });

  it('prefers the nearest id', () => {
    const references = ['<one@rapport.example>', '<two@rapport.example>'];
    expect(matched({ references })).toBe('bo by reply_id');
    expect(matched({ references, inReplyTo: ['<one@rapport.example>'] })).toBe('ana by reply_id');
  });

  it.each([
    'one@rapport.example',
    '<one@rapport.example',
    '< one@rapport.example >',
    '<one@\r\n rapport.example>',
    'mail of Monday <one@RAPPORT.example>',
  ])('is told by the malformed id %j', (value) => {
    expect(matched({ headers: new Map([['in-reply-to', [value]]]) })).toBe('ana by reply_id');
  });

  it('does not take an id that only differs in the case of its left side', () => {
    expect(matched({ inReplyTo: ['<ONE@rapport.example>'] })).toBeUndefined();
  });

  it('is told by the Gmail thread, a returned id or a calendar UID, in this order', () => {
    expect(matched({}, { gmailThreadId: '1789' })).toBe('ana by gmail_thread');
    expect(matched({}, { returnedIds: ['<two@rapport.example>'] })).toBe('bo by returned_id');
    expect(matched({}, { calendarUid: 'TALK-ana@rapport.example' })).toBe('ana by calendar_uid');
    expect(matched({}, { gmailThreadId: '1789', returnedIds: ['<two@rapport.example>'] })).toBe(
      'ana by gmail_thread',
    );
  });

  it('is only suspected by subject and sender', () => {
    const from = { name: 'Ana', address: 'Ana@xn--bcher-kva.example' };
    expect(matched({ from, subject: 'AW: Re: Quick question from Sam, Uni' })).toBe(
      'ana by subject_and_sender, weak',
    );
    expect(matched({ from, subject: 'Lunch?' })).toBe('ana by known_sender, weak');
  });

  it('knows a sender by Reply-To and a bounce by its recipient', () => {
    expect(matched({ replyTo: [{ name: undefined, address: 'bo@work.EXAMPLE' }] })).toBe(
      'bo by known_sender, weak',
    );
    expect(matched({}, { bounceRecipient: 'bo@work.example' })).toBe('bo by known_sender, weak');
  });

  it('is not told by a subject when two open journeys share the address', () => {
    const shared = [ana, { ...bo, addresses: ana.addresses }];
    const from = { name: undefined, address: 'ana@bücher.example' };
    expect(
      matched({ from, subject: 'Re: Quick question from Sam, Uni' }, { contacts: shared }),
    ).toBe('ana by known_sender, weak');
  });

  it('is nobody’s for a stranger with our subject', () => {
    expect(matched({ subject: 'Re: Quick question from Sam, Uni' })).toBeUndefined();
  });
});

describe('ids', () => {
  it('come nearest first and once each', () => {
    const ids = referencedIds(
      mail({
        inReplyTo: ['<c@x.example>'],
        references: ['<a@x.example>', '<b@x.example>', '<c@x.example>'],
      }),
    );
    expect(ids).toEqual(['<c@x.example>', '<b@x.example>', '<a@x.example>']);
  });

  it('are found in what a bounce returns, also folded or replaced by the provider', () => {
    const part = (type: string, text: string) => ({
      type,
      parameters: new Map<string, string>(),
      disposition: undefined,
      filename: undefined,
      text,
      bytes: text.length,
    });
    const bounce = mail({
      parts: [
        part(
          'text/plain',
          'It failed.\n\n------ This is a copy ------\nMessage-ID: <a@x.example>\n',
        ),
        part('text/rfc822-headers', 'Subject: x\nMessage-ID:\n <b@x.example>\n'),
        part('message/rfc822', 'X-Microsoft-Original-Message-ID: <c@x.example>\n\nHello'),
        part(
          'message/delivery-status',
          'Reporting-MTA: dns; mx.example\nOriginal-Message-ID: <d@x.example>\n',
        ),
      ],
    });
    expect(returnedIds(bounce)).toEqual([
      '<a@x.example>',
      '<b@x.example>',
      '<c@x.example>',
      '<d@x.example>',
    ]);
    expect(returnedIds(mail({ text: 'My Message-ID is lost' }))).toEqual([]);
  });
});

describe('a subject without its prefixes', () => {
  it.each([
    'Re: Lunch on Monday',
    'RE: AW: SV: Lunch  on Monday',
    '[alumni] Re[2]: Lunch on Monday',
    'Antw.: Fwd: Lunch on Monday',
    'WG: [EXTERNAL] Lunch on Monday',
    '回复：Lunch on Monday',
    'Odp: Rif: Lunch on Monday',
  ])('%s', (subject) => {
    expect(normalSubject(subject)).toBe('lunch on monday');
  });

  it('keeps words that only look like a prefix', () => {
    expect(normalSubject('Research: a question')).toBe('research: a question');
    expect(normalSubject('[only a tag]')).toBe('[only a tag]');
  });
});
