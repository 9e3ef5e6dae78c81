import type { OtherLetter } from '../domain/compose/overlap.ts';
import type { Transaction } from './client.ts';

/** How many of a user's letters a new one is compared with. */
const most = 40;

/** The latest first mails of this contact's user to other people, which the next one should not resemble. */
export async function otherLetters(
  tx: Transaction,
  contactId: string,
): Promise<readonly OtherLetter[]> {
  const letters = await tx.$queryRaw<{ name: string; company: string | null; text: string }[]>`
    SELECT other.name, other.company, draft.text
    FROM contact AS this
    JOIN contact AS other ON other.user_id = this.user_id AND other.id <> this.id
    JOIN draft ON draft.contact_id = other.id
    WHERE this.id = ${contactId}::uuid AND draft.purpose = 'outreach'
      AND draft.state IN ('awaiting_approval', 'held', 'approved', 'sent')
      AND draft.created_at > now() - interval '180 days'
    ORDER BY lower(other.company) = lower(this.company) DESC NULLS LAST, draft.created_at DESC
    LIMIT ${most}`;
  return letters.map(({ name, company, text }) => ({ name, company: company ?? undefined, text }));
}
