import { describe, expect, it } from 'vitest';
import { readBusyTimes, type CalendarReading } from '../../../../domain/meeting/feed/busy-times.ts';

/** The spring weeks of 2027 for somebody in Warsaw: New York changes its clocks on 14 March, Warsaw on 28 March. */
const window = { from: new Date('2027-03-01T00:00:00Z'), to: new Date('2027-05-01T00:00:00Z') };

function read(text: string, own: readonly string[] = [], timeZone = 'Europe/Warsaw') {
  return readBusyTimes(text, { ...window, timeZone, ownAddresses: own });
}

function feed(lines: readonly string[], before: readonly string[] = []): string {
  const all = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...before, ...lines, 'END:VCALENDAR', ''];
  return all.join('\r\n');
}

let uids = 0;
function event(lines: readonly string[], uid = `own-${++uids}`): readonly string[] {
  return ['BEGIN:VEVENT', `UID:${uid}`, 'SUMMARY:Seminar', ...lines, 'END:VEVENT'];
}

/** "2027-03-02 09:00/10:00", the second date only when it differs. */
function spans({ busy }: CalendarReading): readonly string[] {
  return busy.map(({ start, end }) => {
    const [from, to] = [start, end].map((time) => time.toISOString().slice(0, 16)) as [
      string,
      string,
    ];
    return `${from.replace('T', ' ')}/${to.startsWith(from.slice(0, 10)) ? to.slice(11) : to.replace('T', ' ')}`;
  });
}

/** "0,1,2" for 3. */
function upTo(count: number): string {
  return Array.from({ length: count }, (_, each) => each).join(',');
}

const warsaw = ';TZID=Europe/Warsaw:';
const weekly = [
  `DTSTART${warsaw}20270309T090000`,
  `DTEND${warsaw}20270309T100000`,
  'RRULE:FREQ=WEEKLY;COUNT=4',
];

describe('a series', () => {
  it('keeps its hour on the wall over a change of clocks', () => {
    const reading = read(feed(event(weekly)));
    expect(reading).toMatchObject({ complete: true, problem: undefined });
    expect(spans(reading)).toEqual([
      '2027-03-09 08:00/09:00',
      '2027-03-16 08:00/09:00',
      '2027-03-23 08:00/09:00',
      '2027-03-30 07:00/08:00',
    ]);
  });

  it.each([
    ['in UTC', '20270316T080000Z'],
    ['as the clock of another zone shows it', ';TZID=America/New_York:20270316T040000'],
    ['as a day', ';VALUE=DATE:20270316'],
  ])('leaves out an exception written %s', (_, value) => {
    const exception = `EXDATE${value.startsWith(';') ? value : `:${value}`}`;
    expect(spans(read(feed(event([...weekly, exception]))))).toEqual([
      '2027-03-09 08:00/09:00',
      '2027-03-23 08:00/09:00',
      '2027-03-30 07:00/08:00',
    ]);
  });

  it('takes the time at which one of it was moved, also from before the window', () => {
    const before = [`DTSTART${warsaw}20270225T090000`, `DTEND${warsaw}20270225T100000`];
    const moved = event(
      [
        `RECURRENCE-ID${warsaw}20270225T090000`,
        `DTSTART${warsaw}20270302T120000`,
        `DTEND${warsaw}20270302T130000`,
      ],
      'moved',
    );
    const series = event([...before, 'RRULE:FREQ=WEEKLY;COUNT=2'], 'moved');
    expect(spans(read(feed([...series, ...moved])))).toEqual([
      '2027-03-02 11:00/12:00',
      '2027-03-04 08:00/09:00',
    ]);
  });

  it('goes on at another hour, and for longer, after a change to this and all future ones', () => {
    const later = event(
      [
        'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Warsaw:20270323T090000',
        `DTSTART${warsaw}20270324T140000`,
        `DTEND${warsaw}20270324T160000`,
      ],
      'future',
    );
    expect(spans(read(feed([...event(weekly, 'future'), ...later])))).toEqual([
      '2027-03-09 08:00/09:00',
      '2027-03-16 08:00/09:00',
      '2027-03-24 13:00/15:00',
      '2027-03-31 12:00/14:00',
    ]);
  });

  it('ends where this and all future ones were cancelled', () => {
    const gone = event(
      [
        'RECURRENCE-ID;RANGE=THISANDFUTURE:20270316T080000Z',
        `DTSTART${warsaw}20270316T090000`,
        'STATUS:CANCELLED',
      ],
      'gone',
    );
    expect(spans(read(feed([...event(weekly, 'gone'), ...gone])))).toEqual([
      '2027-03-09 08:00/09:00',
    ]);
  });

  it('leaves the changed one where it is when the whole series is not in the feed', () => {
    const alone = event([
      `RECURRENCE-ID${warsaw}20270309T090000`,
      `DTSTART${warsaw}20270310T110000`,
      'DURATION:PT45M',
    ]);
    expect(spans(read(feed(alone)))).toEqual(['2027-03-10 10:00/10:45']);
  });

  it.each([
    ['in UTC, on the last of it', '20270323T080000Z', 3],
    ['in UTC, a second before it', '20270323T075959Z', 2],
    ['on the wall', '20270323T090000', 3],
    ['as a day', '20270323', 3],
  ])('ends at an UNTIL %s', (_, until, count) => {
    const lines = [...weekly.slice(0, 2), `RRULE:FREQ=WEEKLY;UNTIL=${until}`];
    expect(read(feed(event(lines))).busy).toHaveLength(count);
  });

  it('has further dates: times, whole lists and periods', () => {
    const lines = [
      `DTSTART${warsaw}20270309T090000`,
      'DURATION:PT1H',
      'RDATE;TZID=Europe/Warsaw:20270310T120000,20270311T120000',
      'RDATE;VALUE=PERIOD:20270312T120000Z/20270312T140000Z,20270313T120000Z/PT30M',
    ];
    expect(spans(read(feed(event(lines))))).toEqual([
      '2027-03-09 08:00/09:00',
      '2027-03-10 11:00/12:00',
      '2027-03-11 11:00/12:00',
      '2027-03-12 12:00/14:00',
      '2027-03-13 12:00/12:30',
    ]);
  });

  it('has the newest of several versions', () => {
    const old = event([`DTSTART${warsaw}20270309T090000`, 'DURATION:PT1H'], 'twice');
    const young = event(
      [`DTSTART${warsaw}20270310T090000`, 'DURATION:PT1H', 'SEQUENCE:1'],
      'twice',
    );
    expect(spans(read(feed([...young, ...old])))).toEqual(['2027-03-10 08:00/09:00']);
  });

  it('means the offset before the gap for an hour that spring leaves out', () => {
    const daily = [`DTSTART${warsaw}20270327T023000`, 'DURATION:PT30M', 'RRULE:FREQ=DAILY;COUNT=3'];
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Warsaw',
      'BEGIN:DAYLIGHT',
      'DTSTART:19810329T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:19961027T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const expected = ['2027-03-27 01:30/02:00', '2027-03-28 01:30/02:00', '2027-03-29 00:30/01:00'];
    expect(spans(read(feed(event(daily))))).toEqual(expected);
    // The zone may come after the events.
    expect(spans(read(feed([...event(daily), ...zone])))).toEqual(expected);
  });
});

describe('a whole day', () => {
  it('is one of the user, whatever zone the calendar has', () => {
    const lines = ['DTSTART;VALUE=DATE:20270328', 'DTEND;VALUE=DATE:20270329'];
    const reading = read(feed(event(lines), ['X-WR-TIMEZONE:Asia/Tokyo']));
    expect(spans(reading)).toEqual(['2027-03-27 23:00/2027-03-28 22:00']);
    expect(reading.busy[0]).toMatchObject({ allDay: true });
  });

  it.each([
    ['its own date as the end', ['DTEND;VALUE=DATE:20270310']],
    ['no end', []],
    ['a duration', ['DURATION:PT24H']],
    ['an end on the next midnight', ['DTEND;TZID=Europe/Warsaw:20270311T000000']],
  ])('with %s is one day', (_, end) => {
    expect(spans(read(feed(event(['DTSTART;VALUE=DATE:20270310', ...end]))))).toEqual([
      '2027-03-09 23:00/2027-03-10 23:00',
    ]);
  });

  it.each([
    ';TZID=Central European Standard Time:20270311T000000',
    ':20270310T230000Z',
    ':20270311T000000Z',
    ';VALUE=DATE:20270311',
  ])('in a series is left out by EXDATE%s', (value) => {
    const daily = ['DTSTART;VALUE=DATE:20270310', 'RRULE:FREQ=DAILY;COUNT=3', `EXDATE${value}`];
    expect(spans(read(feed(event(daily))))).toEqual([
      '2027-03-09 23:00/2027-03-10 23:00',
      '2027-03-11 23:00/2027-03-12 23:00',
    ]);
  });
});

describe('the zone of a time', () => {
  const at = (zone: string) =>
    spans(read(feed(event([`DTSTART;TZID=${zone}:20270310T090000`, 'DURATION:PT1H']))));

  it.each([
    ['Europe/Warsaw', '08:00/09:00'],
    ['"Central European Standard Time"', '08:00/09:00'],
    ['/softwarestudio.org/Tzfile/America/New_York', '14:00/15:00'],
    ['tzone://Microsoft/Utc', '09:00/10:00'],
    ['"(UTC-05:00) Eastern Time (US & Canada)"', '14:00/15:00'],
    ['"(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb"', '08:00/09:00'],
    ['GMT+0200', '07:00/08:00'],
  ])('is found for %s', (zone, time) => {
    expect(at(zone)).toEqual([`2027-03-10 ${time}`]);
  });

  it('that cannot be known makes the calendar one that is not fully read', () => {
    const lines = ['DTSTART;TZID=Our office:20270310T090000', 'DURATION:PT1H'];
    const reading = read(feed(event(lines)));
    expect(reading).toMatchObject({ complete: false, busy: [] });
    expect(reading.problem).toContain('Seminar');
  });

  it('does not matter for what is long over', () => {
    const lines = [
      'DTSTART;TZID=Our office:20170310T090000',
      'DTEND;TZID=Our office:20170310T100000',
    ];
    expect(read(feed(event(lines)))).toMatchObject({ complete: true, busy: [] });
  });
});

describe('a time is free', () => {
  const times = ['DTSTART:20270310T090000Z', 'DTEND:20270310T100000Z'];
  const attendee = (address: string) => `ATTENDEE;PARTSTAT=DECLINED;CN=X:mailto:${address}`;

  it.each([
    ['when it is transparent', ['TRANSP:TRANSPARENT'], []],
    ['when Outlook shows it as free', ['X-MICROSOFT-CDO-BUSYSTATUS:FREE'], []],
    ['when it is cancelled', ['STATUS:CANCELLED'], []],
    ['when the user declined it', [attendee('Kim@Example.org')], []],
    [
      'when the owner of a Google calendar declined it',
      [attendee('ola@example.org')],
      ['X-WR-CALNAME:ola@example.org'],
    ],
    ['when the file is a cancellation', [], ['METHOD:CANCEL']],
    [
      'when Outlook published it as cancelled',
      ['SUMMARY:Canceled: Seminar'],
      ['PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN'],
    ],
  ])('%s', (_, lines, before) => {
    const summaries = lines.some((line) => line.startsWith('SUMMARY'));
    const body = event([...times, ...lines]).filter(
      (line) => !summaries || line !== 'SUMMARY:Seminar',
    );
    expect(read(feed(body, before), ['kim@example.org'])).toMatchObject({
      complete: true,
      busy: [],
    });
  });

  it.each([
    ['when somebody else declined it', [attendee('ola@example.org')]],
    ['when it is tentative', ['STATUS:TENTATIVE']],
    ['when Outlook says out of office', ['X-MICROSOFT-CDO-BUSYSTATUS:OOF']],
    [
      'when only an alarm of it is free',
      ['BEGIN:VALARM', 'TRANSP:TRANSPARENT', 'DURATION:PT0S', 'END:VALARM'],
    ],
  ])('but not %s', (_, lines) => {
    expect(read(feed(event([...times, ...lines])), ['kim@example.org']).busy).toHaveLength(1);
  });
});

describe('a list of busy times', () => {
  it('is read without its free ones', () => {
    const lines = [
      'BEGIN:VFREEBUSY',
      'DTSTART:20270301T000000Z',
      'DTEND:20270501T000000Z',
      'FREEBUSY;FBTYPE=BUSY:20270310T090000Z/20270310T100000Z,20270311T090000Z/PT2H',
      'FREEBUSY;FBTYPE=FREE:20270312T090000Z/PT2H',
      'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270313T090000Z/PT2H',
      'END:VFREEBUSY',
    ];
    expect(spans(read(feed(lines)))).toEqual([
      '2027-03-10 09:00/10:00',
      '2027-03-11 09:00/11:00',
      '2027-03-13 09:00/11:00',
    ]);
  });
});

describe('published busy times', () => {
  const about = (from: string, to: string) => [
    'BEGIN:VFREEBUSY',
    `DTSTART:${from}`,
    `DTEND:${to}`,
    `FREEBUSY:${from}/PT1H`,
    'END:VFREEBUSY',
  ];
  const unknown = (lines: readonly string[]) =>
    read(feed(lines)).unknown.map(({ start, end }) =>
      [start, end].map((time) => time.toISOString().slice(0, 13)).join('/'),
    );

  it('say nothing of the time before and after what they are about', () => {
    expect(unknown(about('20270303T120000Z', '20270401T000000Z'))).toEqual([
      '2027-03-01T00/2027-03-03T12',
      '2027-04-01T00/2027-05-01T00',
    ]);
  });

  it('in several pieces say nothing of the gaps between them', () => {
    const pieces = [
      ...about('20270410T000000Z', '20270601T000000Z'),
      ...about('20270201T000000Z', '20270320T000000Z'),
      ...about('20270315T000000Z', '20270401T000000Z'),
    ];
    expect(unknown(pieces)).toEqual(['2027-04-01T00/2027-04-10T00']);
  });

  it.each([
    ['that reach beyond the window', about('20270101T000000Z', '20280101T000000Z')],
    [
      'that name no end',
      [
        'BEGIN:VFREEBUSY',
        'DTSTART:20270310T000000Z',
        'FREEBUSY:20270310T000000Z/PT1H',
        'END:VFREEBUSY',
      ],
    ],
    [
      'beside events, which are about any time',
      [...about('20270310T000000Z', '20270320T000000Z'), ...event(['DTSTART:20200310T090000Z'])],
    ],
  ])('%s leave nothing open', (_, lines) => {
    expect(unknown(lines)).toEqual([]);
  });
});

describe('a calendar is not fully read', () => {
  it.each([
    ['when it is a web page', '<!doctype html><html><body>Sign in</body></html>'],
    ['when it is empty', ''],
    ['when it ends in the middle', feed(event(weekly)).slice(0, -20)],
    ['when a rule cannot be read', feed(event([...weekly.slice(0, 2), 'RRULE:FREQ=FORTNIGHTLY']))],
    [
      'when a rule has a part that is not known',
      feed(event([...weekly.slice(0, 2), 'RRULE:FREQ=DAILY;BYEASTER=1'])),
    ],
    ['when a start cannot be read', feed(event(['DTSTART:tomorrow']))],
    [
      'when it ends before it begins',
      feed(event(['DTSTART:20270310T090000Z', 'DTEND:20270310T080000Z'])),
    ],
    [
      'when a rule gives a time every second',
      feed(event(['DTSTART:20200101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY'])),
    ],
    [
      'when a rule gives a time every minute',
      feed(event(['DTSTART:20200101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=MINUTELY'])),
    ],
  ])('%s', (_, text) => {
    const reading = read(text);
    expect(reading.complete).toBe(false);
    expect(reading.problem).toBeTruthy();
  });

  it('says so when its time is up, and still gives what it has', () => {
    const text = feed(Array.from({ length: 100 }, () => event(weekly)).flat());
    let asked = 0;
    const reading = readBusyTimes(text, {
      ...window,
      timeZone: 'Europe/Warsaw',
      ownAddresses: [],
      timeIsUp: () => ++asked > 40,
    });
    expect(reading).toMatchObject({ complete: false, problem: 'reading it took too long' });
    expect(reading.busy.length).toBeGreaterThan(0);
  });
});

describe('the work that a calendar makes is bounded', () => {
  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=7;BYDAY=MO',
    'FREQ=MINUTELY;BYYEARDAY=366;BYSETPOS=-366',
    `FREQ=YEARLY;BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)}`,
    `FREQ=DAILY;COUNT=${'9'.repeat(9)}`,
    `FREQ=DAILY;BYDAY=${'MO,'.repeat(100_000)}TU`,
  ])('for the rule %.60s', (rule) => {
    const reading = read(
      feed(event(['DTSTART:19700101T000000Z', 'DURATION:PT1M', `RRULE:${rule}`])),
    );
    expect(reading.busy.length).toBeLessThan(20_001);
  });

  it('in the year 9999 and before the first one', () => {
    const far = event(['DTSTART:99991231T235900Z', 'DTEND:99991231T235959Z', 'RRULE:FREQ=YEARLY']);
    const early = event(['DTSTART:00010101T000000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3']);
    const none = event(['DTSTART:20270230T250000Z']);
    expect(read(feed([...far, ...early])).busy).toEqual([]);
    expect(read(feed(none)).complete).toBe(false);
  });

  it('for thirteen megabytes, of which it keeps what matters', () => {
    const past = event([
      'DTSTART:20200310T090000Z',
      'DTEND:20200310T100000Z',
      `DESCRIPTION:${'x'.repeat(300)}`,
    ]);
    const text = feed([...Array.from({ length: 32_000 }, () => past).flat(), ...event(weekly)]);
    expect(text.length).toBeGreaterThan(13_000_000);
    const reading = read(text);
    expect(reading.complete).toBe(true);
    expect(reading.busy).toHaveLength(4);
  });

  it('for more than thirty megabytes, which counts as not read', () => {
    const text = `BEGIN:VCALENDAR\r\nX:${'x'.repeat(32_000_000)}\r\nEND:VCALENDAR`;
    expect(read(text)).toMatchObject({ complete: false, problem: 'it is larger than 30 MB' });
  });

  it('for a zone with thousands of changes and a line without end', () => {
    const zone = ['BEGIN:VTIMEZONE', 'TZID:Own'];
    for (let each = 0; each < 300; each++)
      zone.push(
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0100',
        `RDATE:${'20200101T000000,'.repeat(400)}20210101T000000`,
        'END:STANDARD',
      );
    zone.push('END:VTIMEZONE');
    const events = Array.from({ length: 300 }, () =>
      event([
        'DTSTART;TZID=Own:20270310T090000',
        'DURATION:PT1H',
        `X-LONG:${'y'.repeat(200_000 / 100)}`,
      ]),
    );
    expect(read(feed([...zone, ...events.flat()])).busy).toHaveLength(300);
  });
});
