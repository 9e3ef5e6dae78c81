import type { ParsedMail } from './message.ts';
import type { CalendarAnswer } from './verdict.ts';

/** The calendar answer a mail carries: a `text/calendar` part, or an .ics file attached to it. */
export function calendarAnswer(mail: ParsedMail): CalendarAnswer | undefined {
  for (const part of mail.parts) {
    if (part.text?.includes('BEGIN:VCALENDAR')) return readCalendar(part.text);
  }
  return undefined;
}

export function readCalendar(text: string): CalendarAnswer | undefined {
  const method = /^METHOD:(REPLY|COUNTER|REQUEST|CANCEL|PUBLISH)/m.exec(text)?.[1];
  if (method === undefined) return undefined;
  return {
    method: method as CalendarAnswer['method'],
    uid: /^UID:(.*)$/m.exec(text)?.[1],
    sequence: 0,
    partstat: undefined,
    attendee: undefined,
    organizer: undefined,
    summary: undefined,
    start: undefined,
    end: undefined,
  };
}
