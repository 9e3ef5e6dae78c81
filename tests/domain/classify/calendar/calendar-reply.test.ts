import { describe, expect, it } from 'vitest';
import {
  calendarAnswer,
  readCalendar,
} from '../../../../domain/classify/calendar/calendar-reply.ts';
import type { MailPart, ParsedMail } from '../../../../domain/message.ts';

function calendar(
  lines: readonly string[],
  { method = 'REPLY', before = [] as readonly string[] } = {},
): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `METHOD:${method}`,
    ...before,
    'BEGIN:VEVENT',
    'UID:talk-1@rapport.example',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

const berlinRules = [
  'BEGIN:VTIMEZONE',
  'TZID:Our own zone',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

describe('a calendar answer', () => {
  it('says who answered what to which event', () => {
    const text = calendar([
      'SEQUENCE:2',
      'SUMMARY:A talk\\, and coffee',
      'ORGANIZER:mailto:sam@rapport.example',
      'ATTENDEE;CN="Lima; Ana";PARTSTAT=ACCEPTED:mailto:Ana@Example.org',
      'DTSTART:20260310T140000Z',
      'DURATION:PT30M',
    ]);
    expect(readCalendar(text)).toEqual({
      method: 'REPLY',
      uid: 'talk-1@rapport.example',
      sequence: 2,
      partstat: 'ACCEPTED',
      attendee: 'ana@example.org',
      organizer: 'sam@rapport.example',
      summary: 'A talk, and coffee',
      start: '2026-03-10T14:00:00Z',
      end: '2026-03-10T14:30:00Z',
    });
  });

  it.each(['\r\n', '\n', '\r'])('is read with line ends %j and folded lines', (end) => {
    const text = calendar(['ATTENDEE;PARTSTAT=DECL', ' INED:mailto:ana@exa', '\tmple.org']);
    expect(readCalendar(text.replaceAll('\r\n', end))).toMatchObject({
      partstat: 'DECLINED',
      attendee: 'ana@example.org',
    });
  });

  it('may lack the organizer, as those of outlook.com do', () => {
    const answer = readCalendar(calendar(['ATTENDEE;PARTSTAT=TENTATIVE:mailto:ana@example.org']));
    expect(answer).toMatchObject({ partstat: 'TENTATIVE', organizer: undefined });
  });

  it('is that of the sender where several attendees are listed', () => {
    const text = calendar([
      'ATTENDEE;PARTSTAT=ACCEPTED:mailto:sam@rapport.example',
      'ATTENDEE;PARTSTAT=DECLINED:mailto:ana@example.org',
    ]);
    expect(calendarAnswer(mailWith(text))).toMatchObject({
      attendee: 'ana@example.org',
      partstat: 'DECLINED',
    });
    expect(readCalendar(text)?.partstat).toBeUndefined();
  });

  it.each(['COUNTER', 'REQUEST', 'CANCEL', 'PUBLISH'])('can be a %s', (method) => {
    expect(readCalendar(calendar([], { method }))?.method).toBe(method);
  });

  it('is none in other text and in garbage', () => {
    expect(readCalendar('Shall we meet? BEGIN:VEVENT')).toBeUndefined();
    expect(readCalendar('BEGIN:VCALENDAR\r\nMETHOD:REPLY')).toBeUndefined();
  });
});

describe('the zone of a calendar time', () => {
  const startOf = (line: string, before: readonly string[] = []): string | undefined =>
    readCalendar(calendar([line], { before }))?.start;

  it.each([
    ['DTSTART;TZID=Europe/Berlin:20260310T150000', '2026-03-10T14:00:00Z'],
    ['DTSTART;TZID=Europe/Berlin:20260710T150000', '2026-07-10T13:00:00Z'],
    ['DTSTART;TZID=W. Europe Standard Time:20260710T150000', '2026-07-10T13:00:00Z'],
    ['DTSTART;TZID="Pacific Standard Time":20260310T150000', '2026-03-10T22:00:00Z'],
    ['DTSTART;TZID=/example.org/2024_1/America/New_York:20260110T150000', '2026-01-10T20:00:00Z'],
  ])('is a name of IANA or Windows: %s', (line, expected) => {
    expect(startOf(line)).toBe(expected);
  });

  it('is described in the calendar itself', () => {
    expect(startOf('DTSTART;TZID=Our own zone:20260328T150000', berlinRules)).toBe(
      '2026-03-28T14:00:00Z',
    );
    expect(startOf('DTSTART;TZID=Our own zone:20260329T150000', berlinRules)).toBe(
      '2026-03-29T13:00:00Z',
    );
    expect(startOf('DTSTART;TZID=Our own zone:20261025T150000', berlinRules)).toBe(
      '2026-10-25T14:00:00Z',
    );
  });

  it.each([
    'DTSTART;TZID=Middle Earth Standard Time:20260310T150000',
    'DTSTART:20260310T150000',
    'DTSTART;VALUE=DATE:20260310',
    'DTSTART:tomorrow',
  ])('is not taken for UTC where it is unknown: %s', (line) => {
    expect(startOf(line)).toBeUndefined();
  });
});

describe('the calendar part of a mail', () => {
  it('counts without METHOD inside when its media type says it', () => {
    const text = calendar(['ATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@example.org']).replace(
      'METHOD:REPLY\r\n',
      '',
    );
    expect(calendarAnswer(mailWith(text, { method: 'reply' }))?.method).toBe('REPLY');
  });

  it('is no answer when somebody attached a calendar file to a letter', () => {
    const text = calendar([]).replace('METHOD:REPLY\r\n', '');
    expect(calendarAnswer(mailWith(text, { attached: true }))).toBeUndefined();
  });
});

function mailWith(
  text: string,
  options: { readonly method?: string; readonly attached?: boolean } = {},
): ParsedMail {
  const part: MailPart = {
    type: options.attached === true ? 'application/octet-stream' : 'text/calendar',
    parameters: new Map(options.method === undefined ? [] : [['method', options.method]]),
    disposition: options.attached === true ? 'attachment' : undefined,
    filename: options.attached === true ? 'event.ics' : undefined,
    text,
    bytes: text.length,
  };
  return {
    messageId: undefined,
    inReplyTo: [],
    references: [],
    from: { name: undefined, address: 'Ana@example.org' },
    sender: undefined,
    replyTo: [],
    to: [],
    cc: [],
    subject: 'Accepted: A talk',
    date: undefined,
    headers: new Map(),
    contentType: 'multipart/mixed',
    text: 'See you there.',
    html: undefined,
    parts: [part],
    truncated: false,
  };
}

describe('a calendar part that is damaged', () => {
  const of = (text: string, parameters: readonly (readonly [string, string])[]) => {
    const part: MailPart = {
      type: 'text/calendar',
      parameters: new Map(parameters),
      disposition: undefined,
      filename: undefined,
      text,
      bytes: text.length,
    };
    return calendarAnswer({ parts: [part], text: 'x', from: undefined } as unknown as ParsedMail);
  };

  it('says by its parameter what it is', () => {
    expect(of('', [['method', 'REQUEST']])).toMatchObject({ method: 'REQUEST' });
    expect(of('\u0000\u0001 nothing', [['method', 'cancel']])).toMatchObject({ method: 'CANCEL' });
  });

  it('says by the lines that are left of it what it is', () => {
    expect(of('VERSION:2.0\r\nMETHOD:REPLY\r\nUID:1@mine.example\r\n', [])).toMatchObject({
      method: 'REPLY',
      uid: '1@mine.example',
    });
  });

  it('is none when nothing says so', () => {
    expect(of('hello', [])).toBeUndefined();
  });
});

it.each([
  ['Quay time\\, summer and winter', 'Quay time, summer and winter'],
  ['Quay time, summer and winter', 'Quay time\\, summer and winter'],
])('a zone is found whichever place escapes its name: %s', (defined, used) => {
  const before = berlinRules.map((line) => line.replace('Our own zone', defined));
  const text = calendar([`DTSTART;TZID="${used}":20260310T150000`], { method: 'REQUEST', before });
  expect(readCalendar(text)?.start).toBe('2026-03-10T14:00:00Z');
});

it('an acceptance counts beside the sender’s other, unanswered address', () => {
  const text = calendar([
    'DTSTART:20260310T140000Z',
    'ATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@home.example',
    'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ana@example.org',
  ]);
  const part: MailPart = {
    type: 'text/calendar',
    parameters: new Map([['method', 'REPLY']]),
    disposition: undefined,
    filename: undefined,
    text,
    bytes: text.length,
  };
  const mail = { parts: [part], text: '', from: { name: 'Ana', address: 'ana@example.org' } };
  expect(calendarAnswer(mail as unknown as ParsedMail)?.partstat).toBe('ACCEPTED');
});

describe('a calendar answer that is easily misread', () => {
  const guests = [
    'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ana@example.org',
    'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:bo@example.org',
    'DTSTART:20260310T140000Z',
  ];

  it('is no “needs action” when a counter-proposal repeats the guests', () => {
    const [one] = guests;
    const answer = readCalendar(
      calendar([one!, 'DTSTART:20260310T140000Z'], { method: 'COUNTER' }),
    );
    expect(answer).toMatchObject({ method: 'COUNTER', start: '2026-03-10T14:00:00Z' });
    expect(answer?.partstat).toBeUndefined();
  });

  it('counts once when several addresses of one person say the same', () => {
    const lines = guests.map((line) => line.replace('NEEDS-ACTION', 'ACCEPTED'));
    expect(readCalendar(calendar(lines))).toMatchObject({ partstat: 'ACCEPTED' });
    const split = [lines[0]!, lines[1]!.replace('ACCEPTED', 'DECLINED')];
    expect(readCalendar(calendar(split))?.partstat).toBeUndefined();
  });

  it.each(['DECLINECOUNTER', 'REFRESH'])('is a calendar mail also as %s', (method) => {
    expect(readCalendar(calendar(guests, { method }))).toMatchObject({ method });
  });
});
