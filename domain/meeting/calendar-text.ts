/** A person in a calendar object. */
export type CalendarPerson = { readonly name?: string | undefined; readonly address: string };

/** One version of a meeting, as a calendar object tells it. */
export type CalendarEvent = {
  readonly uid: string;
  /** RFC 5546 section 2.1.4: only the organizer raises it. */
  readonly sequence: number;
  readonly start: Date;
  readonly minutes: number;
  readonly summary: string;
  readonly where?: string | undefined;
  readonly description?: string | undefined;
  readonly cancelled: boolean;
  readonly changedAt?: Date | undefined;
  /** Without both it is an entry of one's own, which invites nobody. */
  readonly organizer?: CalendarPerson | undefined;
  readonly attendee?: CalendarPerson | undefined;
  readonly answer?: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | undefined;
};

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'REPLY' | 'PUBLISH';

/**
 * An iCalendar object (RFC 5545) of a method (RFC 5546), or without one: a file to import. Lines end in CRLF, and hold
 * at most 75 octets. All times are in UTC: a TZID without its VTIMEZONE is another hour in Outlook.
 */
export function calendarText(calendar: {
  readonly method: CalendarMethod | undefined;
  readonly events: readonly CalendarEvent[];
  /** DTSTAMP: when this version is written. */
  readonly stamp: Date;
  /** What a feed is called, and how often it may be asked for. */
  readonly name?: string | undefined;
}): string {
  const { method, name } = calendar;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rapport//Rapport//EN',
    'CALSCALE:GREGORIAN',
    ...(method === undefined ? [] : [`METHOD:${method}`]),
    ...(name === undefined
      ? []
      : [
          `X-WR-CALNAME:${text(name)}`,
          `NAME:${text(name)}`,
          'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
          'X-PUBLISHED-TTL:PT1H',
        ]),
    ...calendar.events.flatMap((event) => eventLines(event, calendar.stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventLines(event: CalendarEvent, stamp: Date): readonly string[] {
  const { start, minutes, where, description, organizer, attendee } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(new Date(start.getTime() + minutes * 60_000))}`,
    `SUMMARY:${text(event.summary)}`,
    ...(where ? [`LOCATION:${text(where)}`] : []),
    ...(description ? [`DESCRIPTION:${text(description)}`] : []),
    ...(organizer ? [`ORGANIZER${person(organizer)}`] : []),
    ...(attendee ? [`ATTENDEE${invited(event)}${person(attendee)}`] : []),
    // The answer to an invitation says nothing of the event's own state.
    ...(event.answer ? [] : [`STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`]),
    ...(event.changedAt ? [`LAST-MODIFIED:${utc(event.changedAt)}`] : []),
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

function invited({ answer, cancelled }: CalendarEvent): string {
  if (answer) return `;PARTSTAT=${answer}`;
  const asked = cancelled ? '' : ';RSVP=TRUE';
  return `;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION${asked}`;
}

/** Quotation marks cannot stand in a parameter (RFC 5545 section 3.2); RFC 6868 is not known to everybody. */
function person({ name, address }: CalendarPerson): string {
  const plain = (name ?? '')
    .replaceAll('"', '')
    .replace(/\p{Cc}/gu, ' ')
    .trim();
  return `${plain === '' ? '' : `;CN="${plain}"`}:mailto:${address}`;
}

function text(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\\;,]/g, (char) => `\\${char}`)
    .replaceAll('\n', '\\n');
}

function utc(time: Date): string {
  return `${time.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

const maxOctets = 75;

/** RFC 5545 section 3.1: longer lines go on after CRLF and a space, between characters. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= maxOctets) return line;
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (octets + size > maxOctets) {
      pieces.push(piece);
      piece = '';
      // The space at the beginning counts.
      octets = 1;
    }
    piece += char;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}
