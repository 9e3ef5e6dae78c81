import type { Transaction } from '../client.ts';

/**
 * Until when their last automatic reply says that they are away, as their journey was told; undefined when that is over,
 * or when they have written since.
 */
export async function announcedAbsence(
  tx: Transaction,
  contactId: string,
  now: Date,
): Promise<Date | undefined> {
  const [row] = await tx.$queryRaw<{ until: number | null }[]>`
    SELECT max((payload->>'until')::float8) AS until FROM outbox AS told
    WHERE contact_id = ${contactId}::uuid AND kind = 'autoReplied'
      AND NOT EXISTS (
        SELECT FROM message
        WHERE message.contact_id = told.contact_id AND direction = 'in' AND message.kind = 'human_reply'
          AND message.at > to_timestamp((told.payload->>'at')::float8 / 1000))`;
  return row?.until && row.until > now.getTime() ? new Date(row.until) : undefined;
}
