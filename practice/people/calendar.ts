import type { ParsedMail } from '../../domain/message.ts';

/** What a calendar program answers with; RFC 5546 section 3.2. */
export type CalendarWords = {
  readonly method: 'REQUEST' | 'REPLY' | 'COUNTER';
  readonly text: string;
};

/** The calendar part of a mail, unfolded; undefined when it has none. */
export function calendarOf(mail: ParsedMail): string | undefined {
  const part = mail.parts.find(({ type }) => type === 'text/calendar');
  return part?.text?.replaceAll(/\r?\n[ \t]/g, '');
}

/** Accepts the invitation in `calendar` in the name of `address`. */
export function acceptance(calendar: string, address: string, now: Date): CalendarWords {
  return {
    method: 'REPLY',
    text: event('REPLY', [
      ...kept(calendar, ['UID', 'SEQUENCE', 'DTSTART', 'DTEND', 'DURATION', 'SUMMARY']),
      ...kept(calendar, ['ORGANIZER']),
      `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${address}`,
      `DTSTAMP:${utc(now)}`,
    ]),
  };
}

/** Proposes to meet two days and an hour later than the invitation in `calendar` says; RFC 5546 section 3.2.7. */
export function counterProposal(calendar: string, address: string, now: Date): CalendarWords {
  const later = new Date(startOf(calendar).getTime() + 49 * 3_600_000);
  return {
    method: 'COUNTER',
    text: event('COUNTER', [
      ...kept(calendar, ['UID', 'SEQUENCE', 'SUMMARY', 'ORGANIZER']),
      `DTSTART:${utc(later)}`,
      'DURATION:PT30M',
      `ATTENDEE;PARTSTAT=TENTATIVE:mailto:${address}`,
      `DTSTAMP:${utc(now)}`,
    ]),
  };
}

/** An invitation of `address`, to talk for half an hour from `at` on. */
export function invitation(
  who: { readonly uid: string; readonly address: string; readonly name: string },
  { you, at, now }: { readonly you: string; readonly at: Date; readonly now: Date },
): CalendarWords {
  return {
    method: 'REQUEST',
    text: event('REQUEST', [
      `UID:${who.uid}`,
      'SEQUENCE:0',
      `SUMMARY:Conversation with ${who.name}`,
      `DTSTART:${utc(at)}`,
      'DURATION:PT30M',
      `ORGANIZER;CN=${who.name}:mailto:${who.address}`,
      `ATTENDEE;RSVP=TRUE;PARTSTAT=NEEDS-ACTION:mailto:${you}`,
      `DTSTAMP:${utc(now)}`,
    ]),
  };
}

function event(method: string, lines: readonly string[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Practice//Practice people//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\n');
}

function kept(calendar: string, names: readonly string[]): readonly string[] {
  return calendar.split(/\r?\n/).filter((line) => names.includes(line.split(/[;:]/, 1)[0] ?? ''));
}

/** Invitations of Rapport have their times in UTC. */
function startOf(calendar: string): Date {
  const [, year, month, day, hour, minute] =
    /^DTSTART[^:]*:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/m.exec(calendar) ?? [];
  return new Date(
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)),
  );
}

function utc(date: Date): string {
  return `${date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
