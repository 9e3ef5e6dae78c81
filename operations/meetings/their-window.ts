import type { Database, Transaction } from '../../db/client.ts';
import type { Contact, User } from '../../db/generated/client.ts';
import type { Span } from '../../domain/meeting/answer/window-spans.ts';
import { readTimes } from './read-times.ts';

/** When it would suit them, as the last mail of the conversation says; undefined once a mail of ours has followed it. */
export async function theirWindow(
  db: Database | Transaction,
  contact: Contact & { readonly user: User },
  now: Date,
): Promise<readonly Span[] | undefined> {
  const message = await db.message.findFirst({
    where: { contactId: contact.id },
    orderBy: { at: 'desc' },
  });
  if (message?.direction !== 'in') return undefined;
  const answers = { contactId: contact.id, acceptedAt: { gt: message.at } };
  if ((await db.send.count({ where: answers })) > 0) return undefined;
  const item = await readTimes(db, { message, contact, user: contact.user, now });
  return item?.window?.spans;
}

export function lastOf(spans: readonly Span[]): Date | undefined {
  const ends = spans.map(({ end }) => end.getTime());
  return ends.length === 0 ? undefined : new Date(Math.max(...ends));
}
