import type { Database } from '../../db/client.ts';
import type { Contact, Draft, Mailbox, Send, User } from '../../db/generated/client.ts';
import { stageFollows } from '../../domain/purpose.ts';
import type { Sending } from '../results.ts';

/** A mail that is to leave, with all that decides whether it may. */
export type DueMail = Draft & {
  readonly send: Send | null;
  readonly contact: Contact & { readonly mailbox: Mailbox; readonly user: User };
};

export function loadMail(db: Database, draftId: string): Promise<DueMail | null> {
  return db.draft.findUnique({
    where: { id: draftId },
    include: { send: true, contact: { include: { mailbox: true, user: true } } },
  });
}

/** Writes what the board shows as the next thing of a journey whose mail this is, unless that has ended. */
export async function showNext(
  db: Database,
  mail: DueMail,
  at: Date | undefined,
  why: string,
): Promise<void> {
  if (!stageFollows(mail.purpose)) return;
  await db.contact.updateMany({
    where: { id: mail.contactId, stage: { in: ['awaiting_approval', 'scheduled', 'waiting'] } },
    data: { stage: 'scheduled', nextAt: at ?? null, nextWhy: why },
  });
}

/** Milliseconds after which to try again. */
export const retryAfter = { unreachable: 60_000, stopped: 60_000, companyBusy: 60_000 };

export function deferred(now: Date, after: number): Sending {
  return { kind: 'held', retryAt: now.getTime() + after };
}
