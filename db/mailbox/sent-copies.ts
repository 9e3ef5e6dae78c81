import type { Database } from '../client.ts';
import type { Prisma } from '../generated/client.ts';

const owed = {
  state: 'ACCEPTED',
  sentCopyAt: null,
  mailbox: { sentCopy: { not: 'server' } },
} as const satisfies Prisma.SendWhereInput;

/** Mails of a mailbox that have left and whose copy in Sent is still owed, the oldest first, with whom sees to them until when. */
export function pendingSentCopies(
  db: Database,
  mailboxId: string,
  options: { readonly atMost: number },
): Promise<readonly { readonly draftId: string; readonly sentCopyLeasedUntil: Date | null }[]> {
  return db.send.findMany({
    where: { ...owed, mailboxId },
    orderBy: [{ sentCopyLeasedUntil: { sort: 'asc', nulls: 'first' } }, { acceptedAt: 'asc' }],
    select: { draftId: true, sentCopyLeasedUntil: true },
    take: options.atMost,
  });
}

/** Takes the copy of a mail in hand, for this run alone. False when it is there, or another is at it. */
export async function leaseSentCopy(
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
      OR: [{ sentCopyLeasedUntil: null }, { sentCopyLeasedUntil: { lte: now } }],
    },
    data: { claimedBy: run, sentCopyLeasedUntil: until },
  });
  return count > 0;
}

/** It could not be made now: nobody is to try again before `until`. */
export async function postponeSentCopy(db: Database, draftId: string, until: Date): Promise<void> {
  await db.send.updateMany({
    where: { draftId, sentCopyAt: null },
    data: { sentCopyLeasedUntil: until },
  });
}

/** The copy is in Sent. */
export async function markSentCopyStored(db: Database, draftId: string, at: Date): Promise<void> {
  await db.send.update({
    where: { draftId },
    data: { sentCopyAt: at, sentCopyLeasedUntil: null },
  });
}

/** Remembers who keeps a mailbox's copies, where that was not known. */
export async function rememberSentCopyPolicy(
  db: Database,
  mailboxId: string,
  who: 'server' | 'client',
): Promise<void> {
  await db.mailbox.updateMany({
    where: { id: mailboxId, sentCopy: 'unknown' },
    data: { sentCopy: who },
  });
}
