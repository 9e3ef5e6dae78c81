import { z } from 'zod';
import type { Database, Transaction } from '../../db/client.ts';
import type { Contact, Message, User } from '../../db/generated/client.ts';
import { comingMeeting, comingMeetings, toldTimes } from '../../db/meetings.ts';
import { storedPolicy } from '../../db/policy.ts';
import { offeredBefore, readOffered } from '../../db/slot-offers.ts';
import type { CalendarAnswer } from '../../domain/classify/verdict.ts';
import { type TimeItem, timesIn } from '../../domain/meeting/time-item.ts';
import { profileOf } from '../../domain/profile.ts';

type UnreadMail = {
  readonly message: Message;
  readonly contact: Pick<Contact, 'id' | 'policy' | 'timeZone'>;
  readonly user: User;
  readonly now: Date;
};

/** What an unread mail says of a time; undefined when it says nothing, and is a reply like any other. */
export async function readTimes(
  db: Database | Transaction,
  mail: UnreadMail,
): Promise<TimeItem | undefined> {
  const { message, contact, now } = mail;
  const meeting = await comingMeeting(db, contact.id, now);
  if (!meeting)
    return timesOf(mail, {
      slots: await offeredBefore(db, contact.id, message.at),
      fixed: false,
      earlier: [],
    });
  const told = await toldTimes(db, [meeting]);
  return timesOf(mail, { slots: [meeting], fixed: true, earlier: told(meeting) });
}

/** The same for mails of one user, with few queries however many they are; by the key of the mail. */
export async function readTimesOfAll(
  db: Database | Transaction,
  mails: readonly UnreadMail[],
): Promise<ReadonlyMap<string, TimeItem>> {
  const [first] = mails;
  if (first === undefined) return new Map();
  const meetings = await comingMeetings(db, first.user.id, first.now);
  const offered = await readOffered(
    db,
    mails.map(({ contact }) => contact.id),
  );
  const told = await toldTimes(
    db,
    meetings.filter(({ contactId }) => mails.some(({ contact }) => contact.id === contactId)),
  );
  return new Map(
    mails.flatMap((mail) => {
      const { message, contact } = mail;
      const meeting = meetings.findLast(({ contactId }) => contactId === contact.id);
      const slots = meeting ? [meeting] : offered(contact.id, message.at);
      const earlier = meeting ? told(meeting) : [];
      const item = timesOf(mail, { slots, fixed: meeting !== undefined, earlier });
      return item === undefined ? [] : [[message.id, item] as const];
    }),
  );
}

function timesOf(
  { message, contact, user }: UnreadMail,
  against: Pick<Parameters<typeof timesIn>[0], 'slots' | 'fixed' | 'earlier'>,
): TimeItem | undefined {
  const calendar = storedAnswer(message.calendar);
  const item = known(message.id, {
    ...against,
    text: message.kind === 'calendar' && calendar ? '' : message.visibleText,
    calendar,
    receivedAt: message.at,
    minutes: storedPolicy(contact.policy).meetingMinutes,
    senderZone: contact.timeZone ?? undefined,
    userZone: profileOf(user).timeZone,
  });
  const names =
    item.times.length > 0 ||
    item.window !== undefined ||
    item.link !== undefined ||
    calendar !== undefined;
  return names ? item : undefined;
}

/** Reading a mail takes milliseconds, and a list that is refreshed reads the same ones each time. */
const read = new Map<string, TimeItem>();
const mostRead = 1_000;

/** A mail never changes once it is stored: what it says follows from its key and from what it is read against. */
function known(messageId: string, mail: Parameters<typeof timesIn>[0]): TimeItem {
  const { slots, fixed, earlier, minutes, senderZone, userZone } = mail;
  const offered = slots.map((slot) => [slot.at.getTime(), slot.minutes]);
  const key = JSON.stringify([messageId, offered, fixed, earlier, minutes, senderZone, userZone]);
  const before = read.get(key);
  if (before !== undefined) return before;
  const item = timesIn(mail);
  if (read.size >= mostRead) read.clear();
  read.set(key, item);
  return item;
}

const answer = z.object({
  method: z.enum(['REPLY', 'COUNTER', 'DECLINECOUNTER', 'REFRESH', 'REQUEST', 'CANCEL', 'PUBLISH']),
  uid: z.string().nullish(),
  sequence: z.number(),
  partstat: z.enum(['ACCEPTED', 'DECLINED', 'TENTATIVE', 'NEEDS-ACTION', 'DELEGATED']).nullish(),
  attendee: z.string().nullish(),
  organizer: z.string().nullish(),
  summary: z.string().nullish(),
  start: z.string().nullish(),
  end: z.string().nullish(),
});

/** `message.calendar` as it was read when the mail came. */
export function storedAnswer(json: unknown): CalendarAnswer | undefined {
  if (json === null || json === undefined) return undefined;
  const { method, sequence, ...rest } = answer.parse(json);
  return {
    method,
    sequence,
    uid: rest.uid ?? undefined,
    partstat: rest.partstat ?? undefined,
    attendee: rest.attendee ?? undefined,
    organizer: rest.organizer ?? undefined,
    summary: rest.summary ?? undefined,
    start: rest.start ?? undefined,
    end: rest.end ?? undefined,
  };
}
