import type { Database } from './client.ts';
import type { Mailbox } from './generated/client.ts';
import { raiseProblem } from './problems.ts';

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
    if (recovered)
      await tx.problem.updateMany({
        where: { mailboxId, kind: 'mailbox', draftId: null, resolvedAt: null },
        data: mailbox.sendingStoppedAt ? {} : { resolvedAt: look.at },
      });
  });
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
