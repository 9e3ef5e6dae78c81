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
  const waiting = await db.$queryRaw<{ id: string; contactId: string }[]>`
    SELECT draft.id, contact_id AS "contactId"
    FROM contact JOIN draft ON draft.contact_id = contact.id
    WHERE user_id = ${contact.userId}::uuid AND contact.id <> ${contactId}::uuid
      AND lower(company) = lower(${contact.company}) AND outcome IS NULL AND stage = 'scheduled'
      AND purpose = 'outreach' AND draft.state = 'approved'
      AND NOT EXISTS (SELECT FROM send WHERE draft_id = draft.id)`;
  if (waiting.length === 0) return;
  await db.$transaction(async (tx) => {
    for (const draft of waiting) await tellMail(tx, draft);
  });
}
