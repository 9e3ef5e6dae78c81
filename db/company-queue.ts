import { journeyId } from '../domain/journey.ts';
import type { Database } from './client.ts';
import { enqueue } from './outbox.ts';

/**
 * Calls the journeys at the same company whose first mail waits for this one to be over: one person
 * at a company is asked at a time.
 */
export async function wakeCompany(db: Database, contactId: string): Promise<void> {
  const contact = await db.contact.findUnique({
    where: { id: contactId },
    select: { userId: true, company: true },
  });
  if (!contact?.company) return;
  const waiting = await db.contact.findMany({
    where: {
      userId: contact.userId,
      id: { not: contactId },
      company: { equals: contact.company, mode: 'insensitive' },
      stage: 'scheduled',
      drafts: { some: { purpose: 'outreach', state: 'approved', send: null } },
    },
    select: { id: true },
  });
  if (waiting.length === 0) return;
  await db.$transaction(async (tx) => {
    for (const { id } of waiting)
      await enqueue(tx, { contactId: id, target: journeyId(id), kind: 'lookAgain', payload: {} });
  });
}
