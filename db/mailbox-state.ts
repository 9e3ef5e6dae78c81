import { journeyId, letterId } from '../domain/journey.ts';
import type { Database, Transaction } from './client.ts';
import { fenced } from './folders.ts';
import { Prisma, type Mailbox } from './generated/client.ts';
import { enqueue } from './outbox.ts';
import { raiseProblem, resolveProblems } from './problems.ts';

/**
 * The mailbox was read up to `at`: everything that had come by then is stored. Throws Fenced, and writes nothing, for a
 * watcher (`epoch`) that another has followed.
 */
export async function markLooked(
  db: Database,
  mailboxId: string,
  look: { readonly at: Date; readonly epoch: number | undefined },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const mailbox = await tx.mailbox.findUniqueOrThrow({ where: { id: mailboxId } });
    const recovered = mailbox.state !== 'connected';
    if (recovered) {
      if (!mailbox.sendingStoppedAt) await resolveProblems(tx, { mailboxId, kind: 'mailbox' });
      await wakeSends(tx, mailboxId);
    }
    await write(tx, { mailboxId, epoch: look.epoch }, [
      Prisma.sql`last_looked_at = greatest(last_looked_at, ${look.at})`,
      // Named only when it changes: whoever listens for changes is woken by the name.
      ...(recovered ? [Prisma.sql`state = 'connected', state_detail = NULL`] : []),
    ]);
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

/**
 * The mailbox cannot be read. A sign-in that stopped working is put before the user at once. Throws Fenced as
 * {@link markLooked} does.
 */
export async function markFailing(
  db: Database,
  mailbox: Pick<Mailbox, 'id' | 'userId'>,
  failure: {
    readonly signIn: boolean;
    readonly detail: string;
    readonly epoch: number | undefined;
  },
): Promise<void> {
  const { signIn, detail, epoch } = failure;
  await db.$transaction(async (tx) => {
    if (signIn)
      await raiseProblem(tx, {
        userId: mailbox.userId,
        kind: 'mailbox',
        mailboxId: mailbox.id,
        text: detail,
      });
    const state = signIn ? 'sign_in_failed' : 'unreachable';
    await write(tx, { mailboxId: mailbox.id, epoch }, [
      Prisma.sql`state = ${state}, state_detail = ${detail}`,
    ]);
  });
}

/** The transaction's last step: what was written before it is undone when the watcher has been followed. */
async function write(
  tx: Transaction,
  { mailboxId, epoch }: { readonly mailboxId: string; readonly epoch: number | undefined },
  changes: readonly Prisma.Sql[],
): Promise<void> {
  const current = epoch === undefined ? Prisma.empty : Prisma.sql`AND watch_epoch = ${epoch}`;
  const written = await tx.$executeRaw`
    UPDATE mailbox SET ${Prisma.join([...changes])} WHERE id = ${mailboxId}::uuid ${current}`;
  if (written === 0 && epoch !== undefined) throw fenced(mailboxId);
}
