import type { Database, Transaction } from '../../db/client.ts';
import type { Message } from '../../db/generated/client.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import type { TimeItem } from '../../domain/meeting/time-item.ts';
import { readTimes } from './read-times.ts';
import type { LockedContact } from './write-draft.ts';

export type TimeMail = { readonly message: Message; readonly item: TimeItem };

/** Unread mail of a contact that names a time, holds a calendar part or links to a booking page. */
export async function timeMails(
  tx: Database | Transaction,
  contact: Pick<LockedContact, 'id' | 'policy' | 'timeZone' | 'user'>,
  now: Date,
): Promise<readonly TimeMail[]> {
  const messages = await tx.message.findMany({
    where: { contactId: contact.id, direction: 'in', state: 'needs_you' },
    orderBy: { at: 'asc' },
  });
  const mails: TimeMail[] = [];
  for (const message of messages) {
    const item = await readTimes(tx, { message, contact, user: contact.user, now });
    if (item !== undefined) mails.push({ message, item });
  }
  return mails;
}

/** What the user decided about a time is also what they say of the mails that named it. */
export async function judgeTimeMails(
  tx: Transaction,
  contact: LockedContact,
  mails: readonly TimeMail[],
): Promise<void> {
  for (const { message } of mails) {
    await tx.message.update({
      where: { id: message.id },
      data: { state: 'handled', judgement: 'proposes_time' },
    });
    await tellJourney(tx, contact.id, 'judgeReply', {
      messageId: message.id,
      at: message.at.getTime(),
      judgement: 'proposes_time',
    });
  }
}
