import { calendarsOf, ownAddresses, storeLook } from '../../db/calendars.ts';
import type { Calendar } from '../../db/generated/client.ts';
import type { BusyInterval } from '../../domain/meeting/interval.ts';
import { type CalendarOutcome, readCalendar } from '../../mail/calendar/read-calendar.ts';
import type { OperationContext } from '../context.ts';

export type CalendarsLook = {
  readonly busy: readonly BusyInterval[];
  /** Sentences about those that were not read to their end: while there is one, nothing is known to be free. */
  readonly problems: readonly string[];
};

export type CalendarWindow = {
  readonly from: Date;
  readonly to: Date;
  /** The user's. */
  readonly timeZone: string;
  /** False where a copy of the last minutes will do, as for showing a page. */
  readonly ask?: boolean;
};

/** Reads all calendars of the user, and stores how that went. No transaction may be open: it asks other servers. */
export async function lookAtCalendars(
  context: Pick<OperationContext, 'db' | 'userId' | 'secrets' | 'now' | 'fetchCalendar'>,
  window: CalendarWindow,
): Promise<CalendarsLook> {
  const { db, userId } = context;
  const [calendars, own] = await Promise.all([calendarsOf(db, userId), ownAddresses(db, userId)]);
  const busy: BusyInterval[] = [];
  const problems: string[] = [];
  const outcomes = await Promise.all(
    calendars.map(async (calendar) => ({
      calendar,
      outcome: await lookAt(context, calendar, { ...window, own }),
    })),
  );
  for (const { calendar, outcome } of outcomes) {
    const problem =
      problemOf(calendar, outcome) ?? overOf(calendar, outcome, { ...window, now: context.now() });
    await db.$transaction((tx) =>
      storeLook(tx, calendar, {
        state: outcome.state,
        problem,
        at: context.now(),
        fresh: outcome.state === 'failed' ? undefined : outcome.fresh,
      }),
    );
    if (problem !== undefined) problems.push(problem);
    if (outcome.state === 'failed') continue;
    const { reading } = outcome;
    for (const { start, end, summary } of reading.busy)
      busy.push({ start, end, what: `${summary || 'busy'} (your calendar “${calendar.name}”)` });
    // What it says nothing of is not known to be free.
    for (const { start, end } of reading.unknown)
      busy.push({ start, end, what: `your calendar “${calendar.name}” says nothing of that time` });
  }
  return { busy, problems };
}

/** How old a copy may be where asking again is not worth the wait. */
const fresh = 15 * 60_000;

function lookAt(
  { secrets, now, fetchCalendar }: Pick<OperationContext, 'secrets' | 'now' | 'fetchCalendar'>,
  calendar: Calendar,
  window: CalendarWindow & { readonly own: readonly string[] },
): Promise<CalendarOutcome> {
  const isFresh =
    calendar.state === 'read' &&
    calendar.triedAt !== null &&
    now().getTime() - calendar.triedAt.getTime() < fresh;
  return readCalendar(
    {
      address: calendar.secret === null ? undefined : secrets.open(calendar.secret),
      content: calendar.content,
      copy: calendar,
    },
    {
      from: window.from,
      to: window.to,
      timeZone: window.timeZone,
      ownAddresses: window.own,
      ask: window.ask !== false || !isFresh,
      fetch: fetchCalendar,
    },
  );
}

/** Published busy times that are about no part of the coming time at all. */
function overOf(
  { name }: Calendar,
  outcome: CalendarOutcome,
  { to, now }: { readonly to: Date; readonly now: Date },
): string | undefined {
  if (outcome.state === 'failed') return undefined;
  const isOver = outcome.reading.unknown.some(({ start, end }) => start <= now && end >= to);
  return isOver
    ? `Your calendar “${name}” says nothing of the coming time: its busy times are about other weeks. No times are offered until it says more, or is removed.`
    : undefined;
}

function problemOf(calendar: Calendar, outcome: CalendarOutcome): string | undefined {
  const why = outcome.state === 'failed' ? outcome.problem : outcome.reading.problem;
  if (why === undefined) return undefined;
  const how = outcome.state === 'failed' ? 'read' : 'read to its end';
  const since = calendar.lastReadAt
    ? ` It was last read on ${calendar.lastReadAt.toISOString().slice(0, 16).replace('T', ' at ')} UTC.`
    : '';
  return `Your calendar “${calendar.name}” could not be ${how}: ${why}. No times are offered until it can be read, or is removed.${since}`;
}
