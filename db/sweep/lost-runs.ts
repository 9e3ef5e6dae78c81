import { journeyId } from '../../domain/journey.ts';
import type { Database } from '../client.ts';
import { tellJourney } from '../tell-journey.ts';

export const beforeAll = '00000000-0000-0000-0000-000000000000';

/** So many open journeys are asked for in a sweep; every one has its turn. */
const atOnce = 100;

/**
 * Asks Temporal for the runs of the next open journeys behind `after` (a contact's id), and begins those again that have
 * none, from PostgreSQL. Returns how many, and where to go on: from the beginning after the last one.
 */
export async function beginLostRuns(
  db: Database,
  isRunning: (workflowId: string) => Promise<boolean>,
  after: string,
): Promise<{ readonly begun: number; readonly last: string }> {
  const open = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM contact
    WHERE stage <> 'closed' AND removed_at IS NULL AND id > ${after}::uuid
    ORDER BY id LIMIT ${atOnce}`;
  let begun = 0;
  for (const { id } of open) {
    if (await isRunning(journeyId(id))) continue;
    await db.$transaction((tx) => tellJourney(tx, id, 'lookAgain', {}));
    begun += 1;
  }
  return { begun, last: open.length < atOnce ? beforeAll : open.at(-1)!.id };
}
