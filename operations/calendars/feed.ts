import type { Database } from '../../db/client.ts';
import { meetingNames, ownEntry } from '../../db/meetings.ts';
import { ownCalendar } from '../../domain/meeting/invitation.ts';
import { feedHash } from './link-calendar.ts';

const day = 86_400_000;
/** How long past and cancelled meetings stay, so that a calendar that asks once a day learns of them. */
const kept = 60 * day;

/** The user's meetings as a calendar; undefined for a secret that is not, or no longer, known. */
export async function calendarFeed(
  db: Database,
  secret: string,
  now: Date,
): Promise<string | undefined> {
  const feed = await db.calendarFeed.findUnique({ where: { hash: feedHash(secret) } });
  if (!feed) return undefined;
  const rows = await db.meeting.findMany({
    where: {
      userId: feed.userId,
      contact: { removedAt: null },
      at: { gt: new Date(now.getTime() - kept) },
    },
    include: meetingNames,
    orderBy: { at: 'asc' },
    take: 1_000,
  });
  return ownCalendar(rows.map(ownEntry), { method: 'PUBLISH', stamp: now });
}
