import type { Transaction } from './client.ts';

export type ProblemKind =
  | 'bounced'
  | 'lost'
  | 'refused'
  | 'ambiguous'
  | 'mailbox'
  /** A mail that may be an answer, and that the server never handed over. */
  | 'unread'
  /** Nobody has looked at a mailbox for a while. */
  | 'unwatched'
  | 'restored'
  | 'calendar'
  | 'stuck'
  /** Something waits for neither a person nor a time (db/sweep). */
  | 'stalled'
  | 'overdue';

/** Puts something before the user once: the same open problem is not repeated. `text` says what happened and what to do. */
export async function raiseProblem(
  tx: Transaction,
  problem: {
    readonly userId: string;
    readonly kind: ProblemKind;
    readonly text: string;
    readonly contactId?: string;
    readonly mailboxId?: string;
    readonly draftId?: string;
    readonly calendarId?: string;
  },
): Promise<void> {
  const same = {
    userId: problem.userId,
    kind: problem.kind,
    contactId: problem.contactId ?? null,
    mailboxId: problem.mailboxId ?? null,
    draftId: problem.draftId ?? null,
    calendarId: problem.calendarId ?? null,
  };
  const open = await tx.problem.findFirst({ where: { ...same, resolvedAt: null } });
  if (open) await tx.problem.update({ where: { id: open.id }, data: { text: problem.text } });
  else await tx.problem.create({ data: { ...same, text: problem.text } });
}

export async function resolveProblems(
  tx: Transaction,
  which: {
    readonly kind?: ProblemKind;
    readonly contactId?: string;
    readonly mailboxId?: string;
    readonly draftId?: string;
    readonly calendarId?: string;
  },
): Promise<void> {
  await tx.problem.updateMany({
    where: { ...which, resolvedAt: null },
    data: { resolvedAt: new Date() },
  });
}
