import { z } from 'zod';
import type { Database, Transaction } from '../../db/client.ts';
import type { Contact, Message, User } from '../../db/generated/client.ts';
import { comingMeeting } from '../../db/meetings.ts';
import { storedPolicy } from '../../db/policy.ts';
import { offeredBefore } from '../../db/slot-offers.ts';
import type { CalendarAnswer } from '../../domain/classify/verdict.ts';
import { type TimeItem, timesIn } from '../../domain/meeting/time-item.ts';
import { profileOf } from '../../domain/profile.ts';

/** What an unread mail says of a time; undefined when it says nothing, and is a reply like any other. */
export async function readTimes(
  db: Database | Transaction,
  mail: {
    readonly message: Message;
    readonly contact: Pick<Contact, 'id' | 'policy' | 'timeZone'>;
    readonly user: User;
    readonly now: Date;
  },
): Promise<TimeItem | undefined> {
  const { message, contact, user, now } = mail;
  const meeting = await comingMeeting(db, contact.id, now);
  const slots = meeting ? [meeting] : await offeredBefore(db, contact.id, message.at);
  const calendar = storedAnswer(message.calendar);
  const item = timesIn({
    text: message.kind === 'calendar' && calendar ? '' : message.visibleText,
    calendar,
    receivedAt: message.at,
    slots,
    fixed: meeting !== undefined,
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
