import type { Database } from '../client.ts';
import type { Prisma } from '../generated/client.ts';

const owed = {
  state: 'ACCEPTED',
  sentCopyAt: null,
  mailbox: { sentCopy: { not: 'server' } },
} as const satisfies Prisma.SendWhereInput;

/** Mails of a mailbox that have left and whose copy in Sent is still owed, the oldest first, with whom sees to them until when. */
export function owedCopies(
  db: Database,
  mailboxId: string,
  options: { readonly atMost: number },
): Promise<readonly { readonly draftId: string; readonly sentCopyHeldUntil: Date | null }[]> {
  return db.send.findMany({
    where: { ...owed, mailboxId },
    orderBy: [{ sentCopyHeldUntil: { sort: 'asc', nulls: 'first' } }, { acceptedAt: 'asc' }],
    select: { draftId: true, sentCopyHeldUntil: true },
    take: options.atMost,
  });
}

/** Takes the copy of a mail in hand, for this run alone. False when it is there, or another is at it. */
export async function holdCopy(
  db: Database,
  hold: {
    readonly draftId: string;
    readonly run: string;
    readonly now: Date;
    readonly until: Date;
  },
): Promise<boolean> {
  const { draftId, run, now, until } = hold;
  const { count } = await db.send.updateMany({
    where: {
      ...owed,
      draftId,
      OR: [{ sentCopyHeldUntil: null }, { sentCopyHeldUntil: { lte: now } }],
    },
    data: { claimedBy: run, sentCopyHeldUntil: until },
  });
  return count > 0;
}

/** It could not be made now: nobody is to try again before `until`. */
export async function letCopyWait(db: Database, draftId: string, until: Date): Promise<void> {
  await db.send.updateMany({
    where: { draftId, sentCopyAt: null },
    data: { sentCopyHeldUntil: until },
  });
}

/** The copy is in Sent. */
export async function copyIsThere(db: Database, draftId: string, at: Date): Promise<void> {
  await db.send.update({
    where: { draftId },
    data: { sentCopyAt: at, sentCopyHeldUntil: null },
  });
}

/** Remembers who keeps a mailbox's copies, where that was not known. */
export async function learnWhoKeeps(
  db: Database,
  mailboxId: string,
  who: 'server' | 'client',
): Promise<void> {
  await db.mailbox.updateMany({
    where: { id: mailboxId, sentCopy: 'unknown' },
    data: { sentCopy: who },
  });
}
