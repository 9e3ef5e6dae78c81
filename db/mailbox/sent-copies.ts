import type { Database } from '../client.ts';
import type { Prisma } from '../generated/client.ts';

const owed = {
  state: 'ACCEPTED',
  sentCopyAt: null,
  mailbox: { sentCopy: { not: 'server' } },
} as const satisfies Prisma.SendWhereInput;

/** Accepted mails of a mailbox whose copy in Sent is missing, the oldest first, with the lease on each copy. */
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

/** Leases the copy of a mail to this run alone. False when it is in Sent, or leased to another run. */
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

/** The copy could not be made now: no run tries again before `until`. */
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

/** Remembers whether a mailbox's server or Rapport saves the copies, where that was not known. */
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
