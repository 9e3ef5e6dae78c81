import type { Database, Transaction } from './client.ts';
import type { Calendar } from './generated/client.ts';
import { raiseProblem, resolveProblems } from './problems.ts';

export async function calendarsOf(db: Database, userId: string): Promise<readonly Calendar[]> {
  return db.calendar.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
}

/** The user's own addresses, whose answers free a time in a calendar. */
export async function ownAddresses(db: Database, userId: string): Promise<readonly string[]> {
  const mailboxes = await db.mailbox.findMany({ where: { userId }, select: { address: true } });
  return mailboxes.map(({ address }) => address);
}

/** What a look at a calendar gave. `problem` is a whole sentence; undefined when it was read to its end. */
export type CalendarLook = {
  readonly state: 'read' | 'incomplete' | 'failed';
  readonly problem: string | undefined;
  readonly at: Date;
  readonly fresh:
    | {
        readonly content: Uint8Array;
        readonly copy: { readonly etag: string | null; readonly lastModified: string | null };
      }
    | undefined;
};

/** Stores a look, and puts before the user that a calendar cannot be read, or that it can be again. */
export async function storeLook(
  tx: Transaction,
  calendar: Pick<Calendar, 'id' | 'userId' | 'kind'>,
  look: CalendarLook,
): Promise<void> {
  const { state, problem, at, fresh } = look;
  await tx.calendar.updateMany({
    where: { id: calendar.id },
    data: {
      state,
      stateDetail: problem ?? null,
      triedAt: at,
      ...(state === 'read' && calendar.kind === 'address' ? { lastReadAt: at } : {}),
      ...(fresh && {
        content: Uint8Array.from(fresh.content),
        etag: fresh.copy.etag,
        lastModified: fresh.copy.lastModified,
      }),
    },
  });
  if (problem === undefined)
    await resolveProblems(tx, { kind: 'calendar', calendarId: calendar.id });
  else
    await raiseProblem(tx, {
      userId: calendar.userId,
      kind: 'calendar',
      calendarId: calendar.id,
      text: problem,
    });
}
