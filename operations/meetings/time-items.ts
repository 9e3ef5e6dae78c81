import type { Database, Transaction } from '../../db/client.ts';
import type { Contact, Message, User } from '../../db/generated/client.ts';
import { storedPolicy } from '../../db/policy.ts';
import type { CalendarAnswer } from '../../domain/classify/verdict.ts';
import { clashWith } from '../../domain/meeting/interval.ts';
import { phoneNumberIn } from '../../domain/meeting/phone-number.ts';
import type { NamedTime, TimeItem } from '../../domain/meeting/time-item.ts';
import type { OperationContext } from '../context.ts';
import type { NamedTimeView } from '../views.ts';
import {
  farthest,
  type Outlook,
  readOutlook,
  readTakenTimes,
  slotsFor,
  unknownAt,
} from './availability.ts';
import { readTimesOfAll, storedAnswer } from './read-times.ts';

export type ReadTimeItem = {
  readonly times: NamedTimeView[];
  readonly link: string | null;
  /** The sentence in which they say when it would suit them, without naming a time: `times` are free ones of it. */
  readonly window: string | null;
  /** On which they can be called: a place for the conversation. */
  readonly phone: string | null;
};

/** A time item with what the sentence about it needs besides. */
export type ReadMail = {
  readonly item: ReadTimeItem;
  readonly calendar: CalendarAnswer | undefined;
  /** The calendar part is about a conversation that is, or was, agreed here. */
  readonly known: boolean;
  /** They name the time that the conversation had before it was moved. */
  readonly isOld: boolean;
};

type Person = Pick<Contact, 'id' | 'policy' | 'timeZone' | 'country'>;
type UnreadMail = Message & { readonly contact: Person & { readonly user: User } };

/** What unread mails say of times, by the key of the mail, with what is in the way of each. */
export async function readTimeItems(
  context: OperationContext,
  messages: readonly UnreadMail[],
): Promise<ReadonlyMap<string, ReadMail>> {
  const found: { readonly mail: UnreadMail; readonly item: TimeItem }[] = [];
  const now = context.now();
  const mails = messages.map((message) => {
    const { contact } = message;
    return { message, contact, user: contact.user, now };
  });
  const said = await readTimesOfAll(context.db, mails);
  for (const mail of messages) {
    const item = said.get(mail.id);
    if (item) found.push({ mail, item });
  }
  if (found.length === 0) return new Map();
  const who = { userId: context.userId, now };
  const [outlook, takenFor, isKnown] = await Promise.all([
    readOutlook(context, undefined, { until: latestIn(found, now), ask: false }),
    readTakenTimes(context.db, who),
    knownMeetings(context.db, messages),
  ]);
  const items = new Map<string, ReadMail>();
  for (const { mail, item } of found) {
    const { contact } = mail;
    const { window } = item;
    const times = window
      ? await context.db.$transaction((tx) => freeIn(tx, window, { ...who, contact, outlook }))
      : item.times;
    const { busy } = takenFor(outlook, contact.id);
    const calendar = storedAnswer(mail.calendar);
    items.set(mail.id, {
      item: {
        times: times.map((named) => present(named, clash(named, busy, outlook))),
        link: item.link ?? null,
        window: item.window?.quote ?? null,
        phone: phoneNumberIn(mail.visibleText) ?? null,
      },
      calendar,
      known: isKnown(contact.id, calendar?.uid),
      isOld: item.isOld,
    });
  }
  return items;
}

/** So far the calendars have to be read; nobody's mail makes that years. */
export function latestIn(
  found: readonly { readonly item: TimeItem }[],
  now: Date,
): Date | undefined {
  return found
    .flatMap(({ item }) => [
      ...item.times.map(({ at }) => at),
      ...(item.window?.spans ?? []).map(({ end }) => end),
    ])
    .filter((end) => end.getTime() < now.getTime() + farthest)
    .toSorted((one, other) => one.getTime() - other.getTime())
    .at(-1);
}

/** Whether a UID is that of a conversation with a contact. */
async function knownMeetings(
  db: Database,
  mails: readonly UnreadMail[],
): Promise<(contactId: string, uid: string | undefined) => boolean> {
  const uids = mails.flatMap(({ calendar }) => storedAnswer(calendar)?.uid ?? []);
  if (uids.length === 0) return () => false;
  const contactIds = mails.map(({ contactId }) => contactId);
  const rows = await db.meeting.findMany({
    where: { contactId: { in: contactIds }, uid: { in: uids } },
    select: { contactId: true, uid: true },
  });
  return (contactId, uid) => rows.some((row) => row.contactId === contactId && row.uid === uid);
}

/** Free times of a window; none is certain, since they named none. */
async function freeIn(
  tx: Transaction,
  window: NonNullable<TimeItem['window']>,
  who: {
    readonly userId: string;
    readonly contact: Person;
    readonly now: Date;
    readonly outlook: Outlook;
  },
): Promise<readonly NamedTime[]> {
  const { outlook, ...rest } = who;
  if (outlook.problems.length > 0) return [];
  const policy = storedPolicy(who.contact.policy);
  const slots = await slotsFor(
    tx,
    { ...outlook, policy },
    {
      ...rest,
      count: policy.slotsOffered,
      minutes: policy.meetingMinutes,
      within: window.spans,
    },
  );
  return slots.map((slot) => ({ ...slot, from: 'text', quote: window.quote, certain: false }));
}

/** What was not read is not known to be free. */
function clash(
  time: NamedTime,
  busy: Parameters<typeof clashWith>[1],
  outlook: Outlook,
): string | null {
  return clashWith(time, busy)?.what ?? unknownAt(time, outlook) ?? null;
}

function present(named: NamedTime, taken: string | null): NamedTimeView {
  return {
    at: named.at.toISOString(),
    minutes: named.minutes,
    from: named.from,
    quote: named.quote,
    certain: named.certain,
    free: taken === null,
    clash: taken,
  };
}
