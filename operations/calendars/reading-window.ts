import { ownAddresses } from '../../db/calendars.ts';
import { storedPolicy } from '../../db/policy.ts';
import { profileOf } from '../../domain/profile.ts';
import { milliseconds } from '../../domain/timing/duration.ts';
import type { OperationContext } from '../context.ts';

const day = 86_400_000;

/** The time in which meetings are offered, and a little more: what a look at a calendar has to understand. */
export async function readingWindow(context: Pick<OperationContext, 'db' | 'userId' | 'now'>) {
  const { db, userId, now } = context;
  const [user, own] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: userId } }),
    ownAddresses(db, userId),
  ]);
  const horizon = milliseconds(storedPolicy(user.settings).meetingHorizon);
  return {
    from: new Date(now().getTime() - day),
    to: new Date(now().getTime() + horizon + 2 * day),
    timeZone: profileOf(user).timeZone,
    ownAddresses: own,
  };
}
