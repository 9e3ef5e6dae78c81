import type { CalendarAnswer } from '../classify/verdict.ts';
import type { Answer } from './answer/answer.ts';
import { readAnswer } from './answer/read-answer.ts';
import { type Span, windowSpans } from './answer/window-spans.ts';

/** A time that a mail of theirs names. */
export type NamedTime = {
  readonly at: Date;
  readonly minutes: number;
  /** `slot`: one that was offered; `text`: in words; `calendar`: an invitation or a counter-proposal. */
  readonly from: 'slot' | 'text' | 'calendar';
  readonly quote: string;
  /** False while it may mean something else. */
  readonly certain: boolean;
};

export type TimeItem = {
  readonly times: readonly NamedTime[];
  /** Where no time is named: when it would suit them, with their sentence. */
  readonly window: { readonly spans: readonly Span[]; readonly quote: string } | undefined;
  /** A booking page of theirs: shown, never opened. */
  readonly link: string | undefined;
  /** A time is the one that the agreed conversation had before it was moved: perhaps they have not read of that. */
  readonly isOld: boolean;
};

/** The times that a mail of theirs names, read against what was offered or agreed. */
export function timesIn(mail: {
  readonly text: string;
  readonly calendar: CalendarAnswer | undefined;
  readonly receivedAt: Date;
  readonly slots: readonly { readonly at: Date; readonly minutes: number }[];
  /** The slot is an agreed meeting. */
  readonly fixed: boolean;
  /** When that was to be, as they were told before it was moved. */
  readonly earlier: readonly Date[];
  readonly minutes: number;
  readonly senderZone: string | undefined;
  readonly userZone: string;
}): TimeItem {
  const proposed = calendarTime(mail.calendar, mail);
  const answer = readAnswer({
    text: mail.text,
    slots: mail.slots.map(({ at, minutes }) => ({
      start: at,
      end: new Date(at.getTime() + minutes * 60_000),
    })),
    fixed: mail.fixed,
    receivedAt: mail.receivedAt,
    senderZone: mail.senderZone,
    userZone: mail.userZone,
  });
  const quote = answer.quote ?? '';
  const picked = mail.fixed
    ? []
    : answer.slots.flatMap((number): readonly NamedTime[] => {
        const slot = mail.slots[number - 1];
        const certain = answer.certain && answer.slots.length === 1;
        return slot ? [{ at: slot.at, minutes: slot.minutes, from: 'slot', quote, certain }] : [];
      });
  const said = answer.times.map((at): NamedTime => ({
    at,
    minutes: mail.slots[0]?.minutes ?? mail.minutes,
    from: 'text',
    quote,
    certain: answer.certain && answer.times.length === 1,
  }));
  const named = (proposed ? [proposed] : [...picked, ...said]).slice(0, 12);
  const isOld = ({ at }: NamedTime): boolean =>
    mail.earlier.some((each) => each.getTime() === at.getTime());
  return {
    times: named.map((time) => (isOld(time) ? { ...time, certain: false } : time)),
    window: named.length > 0 ? undefined : windowIn(answer, mail),
    link: answer.link,
    isOld: named.some(isOld),
  };
}

function windowIn(
  { act, windows, quote }: Answer,
  mail: {
    readonly receivedAt: Date;
    readonly senderZone: string | undefined;
    readonly userZone: string;
  },
): TimeItem['window'] {
  if (act !== 'proposes_window' && act !== 'reschedule') return undefined;
  const zone = mail.senderZone ?? mail.userZone;
  const spans = windowSpans(windows, { now: mail.receivedAt, zone });
  return spans.length === 0 ? undefined : { spans, quote: quote ?? '' };
}

/** Some programs send a counter-proposal of "now" that means nothing. */
const soon = 10 * 60_000;

function calendarTime(
  calendar: CalendarAnswer | undefined,
  mail: { readonly receivedAt: Date; readonly minutes: number },
): NamedTime | undefined {
  if (calendar?.start === undefined) return undefined;
  if (calendar.method !== 'REQUEST' && calendar.method !== 'COUNTER') return undefined;
  const at = new Date(calendar.start);
  if (at.getTime() < mail.receivedAt.getTime() + soon) return undefined;
  const end = calendar.end === undefined ? undefined : new Date(calendar.end);
  const length = end === undefined ? 0 : Math.round((end.getTime() - at.getTime()) / 60_000);
  return {
    at,
    minutes: length >= 1 && length <= 480 ? length : mail.minutes,
    from: 'calendar',
    quote: calendar.summary ?? '',
    certain: true,
  };
}
