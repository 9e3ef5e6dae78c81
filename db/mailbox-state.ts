import { journeyId, letterId } from '../domain/journey.ts';
import type { Database, Transaction } from './client.ts';
import type { Mailbox } from './generated/client.ts';
import { enqueue } from './outbox.ts';
import { raiseProblem, resolveProblems } from './problems.ts';

/** The mailbox was read up to `at`: everything that had come by then is stored. */
export async function markLooked(
  db: Database,
  mailboxId: string,
  look: { readonly at: Date },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const mailbox = await tx.mailbox.findUniqueOrThrow({ where: { id: mailboxId } });
    const recovered = mailbox.state !== 'connected';
    await tx.mailbox.update({
      where: { id: mailboxId },
      data: {
        lastLookedAt:
          mailbox.lastLookedAt && mailbox.lastLookedAt > look.at ? mailbox.lastLookedAt : look.at,
        ...(recovered ? { state: 'connected', stateDetail: null } : {}),
      },
    });
    if (!recovered) return;
    if (!mailbox.sendingStoppedAt) await resolveProblems(tx, { mailboxId, kind: 'mailbox' });
    await wakeSends(tx, mailboxId);
  });
}

/** A person has looked after a mailbox whose server had stopped its sending: what waits may go. */
export async function goOnSending(tx: Transaction, mailboxId: string): Promise<void> {
  await tx.mailbox.update({
    where: { id: mailboxId },
    data: { sendingStoppedAt: null, sendingStoppedWhy: null },
  });
  await resolveProblems(tx, { mailboxId, kind: 'mailbox' });
  await wakeSends(tx, mailboxId);
}

/** What waits to be sent looks again at once, and not only when its patience ends. */
async function wakeSends(tx: Transaction, mailboxId: string): Promise<void> {
  const approved = await tx.draft.findMany({
    where: { state: 'approved', contact: { mailboxId } },
    select: { id: true, contactId: true, purpose: true },
  });
  for (const { id, contactId, purpose } of approved) {
    const byJourney = purpose === 'outreach' || purpose === 'nudge';
    const target = byJourney ? journeyId(contactId) : letterId(id);
    await enqueue(tx, { contactId, target, kind: 'lookAgain', payload: {} });
  }
}

/** The mailbox cannot be read. A sign-in that stopped working is put before the user at once. */
export async function markFailing(
  db: Database,
  mailbox: Pick<Mailbox, 'id' | 'userId'>,
  failure: { readonly signIn: boolean; readonly detail: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.mailbox.updateMany({
      where: { id: mailbox.id },
      data: {
        state: failure.signIn ? 'sign_in_failed' : 'unreachable',
        stateDetail: failure.detail,
      },
    });
    if (failure.signIn)
      await raiseProblem(tx, {
        userId: mailbox.userId,
        kind: 'mailbox',
        mailboxId: mailbox.id,
        text: failure.detail,
      });
  });
}
