import { comingMeetings } from '../../db/meetings.ts';
import { storedPolicy } from '../../db/policy.ts';
import { heldOffers } from '../../db/slot-offers.ts';
import type { Database, Transaction } from '../../db/client.ts';
import type { Contact } from '../../db/generated/client.ts';
import { freeTimes, type Party } from '../../domain/meeting/free-times.ts';
import { type BusyInterval, endOf } from '../../domain/meeting/interval.ts';
import type { Span } from '../../domain/meeting/answer/window-spans.ts';
import type { Policy } from '../../domain/policy.ts';
import { profileOf } from '../../domain/profile.ts';
import { milliseconds } from '../../domain/timing/duration.ts';
import { type CalendarsLook, lookAtCalendars } from '../calendars/look-at-calendars.ts';
import type { OperationContext } from '../context.ts';

/** What was read before a transaction: the calendars are other servers'. */
export type Outlook = CalendarsLook & {
  readonly policy: Policy;
  readonly timeZone: string;
  /** So far ahead the calendars were read. */
  readonly to: Date;
};

/** What reading the user's calendars needs. */
export type OutlookContext = Pick<
  OperationContext,
  'db' | 'userId' | 'secrets' | 'now' | 'fetchCalendar'
>;

export type Slot = { readonly at: Date; readonly minutes: number };

const day = 86_400_000;
/** Milliseconds from now: no calendar is read beyond. */
export const farthest = 400 * day;

/** Why nobody knows whether a time is free; undefined where that is known. */
export function unknownAt({ at }: Pick<Slot, 'at'>, { to, problems }: Outlook): string | undefined {
  if (at >= to) return 'it is more than a year ahead, and your calendars are not read that far';
  return problems[0];
}

/** Reads the user's calendars from now until the horizon, and so far that `until` is in it. */
export async function readOutlook(
  context: OutlookContext,
  contact: Pick<Contact, 'policy'> | undefined,
  options: { readonly until?: Date | undefined; readonly ask?: boolean } = {},
): Promise<Outlook> {
  const { db, userId, now } = context;
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const policy = storedPolicy(contact ? contact.policy : user.settings);
  const { timeZone } = profileOf(user);
  const horizon = now().getTime() + milliseconds(policy.meetingHorizon);
  const to = Math.min(
    Math.max(horizon, options.until?.getTime() ?? 0) + 2 * day,
    now().getTime() + farthest,
  );
  const look = await lookAtCalendars(context, {
    from: new Date(now().getTime() - day),
    to: new Date(to),
    timeZone,
    ...(options.ask === undefined ? {} : { ask: options.ask }),
  });
  return { ...look, policy, timeZone, to: new Date(to) };
}

/** What takes the user's time for a contact. */
export type TakenTimes = {
  readonly busy: readonly BusyInterval[];
  readonly conversations: readonly Date[];
};

/** Everything that takes the user's time: calendars, agreed meetings, and what is offered to anybody but `contactId`. */
export async function takenTimes(
  tx: Transaction,
  outlook: Pick<Outlook, 'busy'>,
  who: { readonly userId: string; readonly contactId: string | undefined; readonly now: Date },
): Promise<TakenTimes> {
  return (await readTakenTimes(tx, who))(outlook, who.contactId);
}

/** The same for several contacts, which is read once. */
export async function readTakenTimes(
  db: Database | Transaction,
  who: { readonly userId: string; readonly now: Date },
): Promise<(outlook: Pick<Outlook, 'busy'>, contactId: string | undefined) => TakenTimes> {
  const meetings = await comingMeetings(db, who.userId, who.now);
  const offers = await heldOffers(db, who.userId, who.now);
  return (outlook, contactId) => {
    const ofOthers = (each: { readonly contactId: string }) => each.contactId !== contactId;
    return takenBy(outlook, meetings.filter(ofOthers), offers.filter(ofOthers));
  };
}

function takenBy(
  outlook: Pick<Outlook, 'busy'>,
  meetings: Awaited<ReturnType<typeof comingMeetings>>,
  offers: Awaited<ReturnType<typeof heldOffers>>,
): TakenTimes {
  return {
    busy: [
      ...outlook.busy,
      ...meetings.map((meeting) => ({
        start: meeting.at,
        end: endOf(meeting),
        what: `your conversation with ${meeting.contact.name}`,
      })),
      ...offers.map((offer) => ({
        start: offer.at,
        end: endOf(offer),
        what: `a time that is offered to ${offer.contact.name}`,
      })),
    ],
    conversations: [...meetings, ...offers].map(({ at }) => at),
  };
}

/** Times to offer to a contact, or to anybody. The caller holds the lock of the user's times where it offers them. */
export async function slotsFor(
  tx: Transaction,
  outlook: Outlook,
  who: {
    readonly userId: string;
    readonly contact: Pick<Contact, 'id' | 'timeZone' | 'country'> | undefined;
    readonly now: Date;
    readonly count: number;
    readonly minutes: number;
    /** When they said that it would suit them; it may lie beyond the horizon. */
    readonly within?: readonly Span[] | undefined;
  },
): Promise<readonly Slot[]> {
  const { contact, now, userId, count, minutes, within } = who;
  const taken = await takenTimes(tx, outlook, { userId, contactId: contact?.id, now });
  const theirs: Party | undefined =
    contact?.timeZone == null
      ? undefined
      : { timeZone: contact.timeZone, country: contact.country ?? undefined };
  const times = freeTimes({
    now,
    count,
    minutes,
    policy: within ? reaching(outlook.policy, within, now) : outlook.policy,
    ...(within ? { within } : {}),
    user: { timeZone: outlook.timeZone, country: undefined },
    contact: theirs,
    ...taken,
  });
  return times.map((at) => ({ at, minutes }));
}

/** What they ask for themselves is not too far off. */
function reaching(policy: Policy, within: readonly Span[], now: Date): Policy {
  const last = Math.max(...within.map(({ end }) => end.getTime())) - now.getTime();
  return last <= milliseconds(policy.meetingHorizon)
    ? policy
    : { ...policy, meetingHorizon: `PT${Math.ceil(last / 1000)}S` };
}
