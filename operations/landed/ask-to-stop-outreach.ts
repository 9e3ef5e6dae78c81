import type { Database } from '../../db/client.ts';

/** Asks once whether what is still open should end, since the search is over. */
export async function askToStopOutreach(
  db: Database,
  { userId, role }: { readonly userId: string; readonly role: string },
): Promise<void> {
  const open = await db.contact.count({ where: { userId, removedAt: null, ...stillAsking } });
  const asked = await db.question.count({
    where: { userId, kind: 'stop_outreach', answeredAt: null, withdrawnAt: null },
  });
  if (open === 0 || asked > 0) return;
  const whom = open === 1 ? 'one person' : `${open} people`;
  await db.question.create({
    data: {
      userId,
      kind: 'stop_outreach',
      text: `You found a role (${role}), and Rapport still asks ${whom} for a conversation. End these?`,
      choices: [
        { name: 'stop', says: 'End them: nothing more is sent' },
        { name: 'keep', says: 'Let them go on' },
      ],
    },
  });
}

/** First mails, waits for an answer, and talks about a time. */
export const stillAsking = {
  metAt: null,
  stage: {
    in: ['drafting', 'awaiting_approval', 'scheduled', 'waiting', 'in_conversation'],
  },
};
