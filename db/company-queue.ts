import type { Database } from './client.ts';
import { tellMail } from './tell-journey.ts';

/**
 * Calls the first mails to the same company that wait for this one to be over: one person
 * at a company is asked at a time.
 */
export async function wakeCompany(db: Database, contactId: string): Promise<void> {
  const contact = await db.contact.findUnique({
    where: { id: contactId },
    select: { userId: true, company: true },
  });
  if (!contact?.company) return;
  const waiting = await db.draft.findMany({
    where: {
      purpose: 'outreach',
      state: 'approved',
      send: null,
      contact: {
        userId: contact.userId,
        id: { not: contactId },
        company: { equals: contact.company, mode: 'insensitive' },
        stage: 'scheduled',
      },
    },
    select: { id: true, contactId: true },
  });
  if (waiting.length === 0) return;
  await db.$transaction(async (tx) => {
    for (const draft of waiting) await tellMail(tx, draft);
  });
}
