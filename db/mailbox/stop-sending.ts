import type { Transaction } from '../client.ts';
import { raiseProblem } from '../problems.ts';

/** Stops all of a mailbox's sending, loudly: its server, or another's, objects to more than one mail. */
export async function stopMailbox(
  tx: Transaction,
  stop: {
    readonly mailboxId: string;
    readonly userId: string;
    readonly why: string;
    /** When it goes on by itself; a person has to look when undefined. */
    readonly until: Date | undefined;
  },
): Promise<void> {
  await tx.mailbox.updateMany({
    where: {
      id: stop.mailboxId,
      OR: [{ sendingStoppedAt: null }, { sendingStoppedUntil: { not: null } }],
    },
    data: {
      sendingStoppedAt: new Date(),
      sendingStoppedUntil: stop.until ?? null,
      sendingStoppedWhy: stop.why,
    },
  });
  const goesOn =
    stop.until === undefined
      ? 'When the cause is removed, test the mailbox in the settings; sending then goes on.'
      : 'Its provider limits what an account may send in a day; sending goes on by itself after 24 hours.';
  await raiseProblem(tx, {
    userId: stop.userId,
    kind: 'mailbox',
    mailboxId: stop.mailboxId,
    text: `Nothing more is sent from this mailbox: “${stop.why}” ${goesOn}`,
  });
}
