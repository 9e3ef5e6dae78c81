import {
  calendarComponents,
  type CalendarComponent,
  type CalendarProperty,
  calendarText,
  propertyNamed,
} from './content-lines.ts';
import { calendarDuration, calendarInstant } from './time.ts';
import type { MailPart, ParsedMail } from '../../message.ts';
import type { CalendarAnswer } from '../verdict.ts';

type Method = CalendarAnswer['method'];
type Partstat = NonNullable<CalendarAnswer['partstat']>;

const partstats: readonly Partstat[] = [
  'ACCEPTED',
  'DECLINED',
  'TENTATIVE',
  'NEEDS-ACTION',
  'DELEGATED',
];
const entries = ['VEVENT', 'VTODO', 'VFREEBUSY', 'VJOURNAL'];

/**
 * The calendar answer a mail carries: a `text/calendar` part, or an .ics file attached to it. A file
 * without a METHOD is something a person attached, not an answer.
 */
export function calendarAnswer(mail: ParsedMail): CalendarAnswer | undefined {
  const answers: CalendarAnswer[] = [];
  let damaged: CalendarAnswer | undefined;
  for (const part of mail.parts) {
    if (!isCalendar(part)) continue;
    const announced = part.parameters.get('method');
    const inline = part.type === 'text/calendar' && part.disposition !== 'attachment';
    const answer = answerOf(part.text ?? '', {
      method: methodOf(announced) ?? (inline || mail.text.trim() === '' ? 'PUBLISH' : undefined),
      from: mail.from?.address,
    });
    if (answer !== undefined) answers.push(answer);
    else if (inline) damaged ??= damagedAnswer(part, methodOf(announced));
  }
  // The same event often comes twice, inline and as a file: the fuller answer counts.
  return answers.find((answer) => answer.partstat !== undefined) ?? answers[0] ?? damaged;
}

/** A calendar part that cannot be read says by its parameter, or by lines that are left of it, what it is. */
function damagedAnswer(part: MailPart, announced: Method | undefined): CalendarAnswer | undefined {
  const text = (part.text ?? '').slice(0, 20_000);
  const method = announced ?? methodOf(/^METHOD\s{0,3}:([A-Z]{1,20})/im.exec(text)?.[1]);
  if (method === undefined) return undefined;
  return {
    method,
    uid: /^UID\s{0,3}:\s{0,3}(\S{1,300})/im.exec(text)?.[1],
    sequence: 0,
    partstat: undefined,
    attendee: undefined,
    organizer: undefined,
    summary: undefined,
    start: undefined,
    end: undefined,
  };
}

/** The answer in an iCalendar text; without a METHOD it is taken as published. */
export function readCalendar(text: string): CalendarAnswer | undefined {
  return answerOf(text, { method: 'PUBLISH', from: undefined });
}

function isCalendar(part: MailPart): boolean {
  if (/^(?:text\/(?:x-v?)?calendar|application\/(?:ics|calendar))$/.test(part.type)) return true;
  return (
    part.filename?.toLowerCase().endsWith('.ics') === true &&
    /BEGIN:VCALENDAR/i.test(part.text?.slice(0, 2000) ?? '')
  );
}

function answerOf(
  text: string,
  known: { readonly method: Method | undefined; readonly from: string | undefined },
): CalendarAnswer | undefined {
  const calendar = calendarComponents(text).find((component) => component.name === 'VCALENDAR');
  if (calendar === undefined) return undefined;
  const entry = entries
    .map((name) => calendar.children.find((child) => child.name === name))
    .find((child) => child !== undefined);
  const written = propertyNamed(calendar, 'METHOD')?.value;
  const method = written === undefined ? known.method : methodOf(written);
  if (entry === undefined || method === undefined) return undefined;
  const start = calendarInstant(propertyNamed(entry, 'DTSTART'), calendar);
  const replies = method === 'REPLY' || method === 'COUNTER';
  const attendee = replies ? answering(entry, known.from) : undefined;
  return {
    method,
    uid: textOf(entry, 'UID'),
    sequence: Math.max(0, Math.trunc(Number(propertyNamed(entry, 'SEQUENCE')?.value.trim())) || 0),
    partstat: answered(method, partstatOf(attendee)),
    // outlook.com replies without ORGANIZER, and some phones without ATTENDEE: then From answers.
    attendee:
      attendee === undefined
        ? replies
          ? known.from?.toLowerCase()
          : undefined
        : addressOf(attendee),
    organizer: addressOf(propertyNamed(entry, 'ORGANIZER')),
    summary: textOf(entry, 'SUMMARY'),
    start: rfc3339(start),
    end: rfc3339(calendarInstant(propertyNamed(entry, 'DTEND'), calendar) ?? ended(entry, start)),
  };
}

/** The attendee who answers: the sender of the mail, else the one whose answer is given. */
function answering(
  entry: CalendarComponent,
  from: string | undefined,
): CalendarProperty | undefined {
  const attendees = entry.properties.filter((property) => property.name === 'ATTENDEE');
  const sender = attendees.find(
    (each) => from !== undefined && addressOf(each) === from.toLowerCase(),
  );
  const own = sender === undefined ? undefined : partstatOf(sender);
  if (own !== undefined && own !== 'NEEDS-ACTION') return sender;
  const acted = attendees.filter((each) => !['NEEDS-ACTION', undefined].includes(partstatOf(each)));
  // Several of one person's addresses may answer, and then the same.
  return new Set(acted.map(partstatOf)).size === 1
    ? acted[0]
    : (sender ?? (attendees.length === 1 ? attendees[0] : undefined));
}

/** A counter-proposal that repeats the guest list says NEEDS-ACTION of its sender, who has just acted. */
function answered(method: Method, partstat: Partstat | undefined): Partstat | undefined {
  return method === 'COUNTER' && partstat === 'NEEDS-ACTION' ? undefined : partstat;
}

function partstatOf(attendee: CalendarProperty | undefined): Partstat | undefined {
  const value = attendee?.parameters.get('PARTSTAT')?.toUpperCase();
  return partstats.find((each) => each === value);
}

function methodOf(value: string | undefined): Method | undefined {
  switch (value?.trim().toUpperCase()) {
    case 'REPLY':
    case 'COUNTER':
    case 'DECLINECOUNTER':
    case 'REFRESH':
    case 'REQUEST':
    case 'CANCEL':
    case 'PUBLISH':
      return value.trim().toUpperCase() as Method;
    case 'ADD':
      // RFC 5546 section 3.2.4: further instances of an event one is already invited to.
      return 'REQUEST';
    case undefined:
      return undefined;
    default:
      return undefined;
  }
}

function textOf(entry: CalendarComponent, name: string): string | undefined {
  const value = propertyNamed(entry, name)?.value;
  const text = value === undefined ? '' : calendarText(value);
  return text === '' ? undefined : text;
}

/** The address of an ATTENDEE or ORGANIZER, lower-case; a CAL-ADDRESS may lack its scheme. */
function addressOf(property: CalendarProperty | undefined): string | undefined {
  if (property === undefined) return undefined;
  const value = property.value.trim().replace(/^mailto:\s*/i, '');
  const address = value.includes('@') ? value : (property.parameters.get('EMAIL') ?? '');
  return address.includes('@') ? address.trim().toLowerCase() : undefined;
}

function ended(entry: CalendarComponent, start: Date | undefined): Date | undefined {
  const value = propertyNamed(entry, 'DURATION')?.value;
  const duration = value === undefined ? undefined : calendarDuration(value);
  if (start === undefined || duration === undefined) return undefined;
  return new Date(start.getTime() + duration);
}

function rfc3339(date: Date | undefined): string | undefined {
  if (date === undefined || Number.isNaN(date.getTime())) return undefined;
  return date.toISOString().replace('.000Z', 'Z');
}
