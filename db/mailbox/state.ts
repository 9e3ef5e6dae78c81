import type { Database, Transaction } from '../client.ts';
import { fenced } from '../folders.ts';
import { Prisma, type Mailbox } from '../generated/client.ts';
import { raiseProblem, resolveProblems } from '../problems.ts';
import { nextSignIn, unreachableFor, type SignInRefusal } from '../../domain/mailbox/sign-in.ts';
import { tellMail } from '../tell-journey.ts';

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
      ...(recovered
        ? [
            Prisma.sql`state = 'connected', state_detail = NULL, failing_since = NULL,
              refusal = NULL, refusals = 0, sign_in_after = NULL`,
          ]
        : []),
    ]);
  });
}

/** The other mailboxes of a mailbox's user. The practice mailbox and real ones have nothing to do with each other. */
export async function connectedMailboxes(
  db: Database,
  mailbox: Pick<Mailbox, 'id' | 'userId' | 'practice'>,
): Promise<readonly Mailbox[]> {
  const { id, userId, practice } = mailbox;
  return db.mailbox.findMany({
    where: { userId, practice, removedAt: null, id: { not: id } },
    orderBy: { id: 'asc' },
  });
}

/** A mailbox whose server had stopped its sending was looked after, or its provider's limit is over: what waits may go. */
export async function resumeSending(tx: Transaction, mailboxId: string): Promise<void> {
  await tx.mailbox.update({
    where: { id: mailboxId },
    data: sendingGoesOn,
  });
  await resolveProblems(tx, { mailboxId, kind: 'mailbox' });
  await wakeSends(tx, mailboxId);
}

/** A sign-in for sending works again: what a refused one had stopped goes on. */
export async function resumeAfterSignIn(db: Database, mailboxId: string): Promise<void> {
  await db.$transaction((tx) => resumeSending(tx, mailboxId));
}

/** What waits to be sent looks again at once, and not only when its patience ends. */
export async function wakeSends(tx: Transaction, mailboxId: string): Promise<void> {
  const approved = await tx.draft.findMany({
    where: { state: 'approved', contact: { mailboxId } },
    select: { id: true, contactId: true },
  });
  for (const draft of approved) await tellMail(tx, draft);
}

/**
 * The mailbox cannot be read. A sign-in that stopped working is put before the user at once, and not
 * tried again before its time; a server out of reach is put before them after a while. Throws Fenced
 * as {@link markLooked} does.
 */
export async function markFailing(
  db: Database,
  mailbox: Pick<Mailbox, 'id' | 'userId'>,
  failure: {
    /** Undefined when the sign-in is not to blame. */
    readonly refusal: SignInRefusal | undefined;
    readonly detail: string;
    /** Put before the user at once, and not only when it lasts. */
    readonly urgent?: boolean;
    readonly epoch: number | undefined;
    readonly now: Date;
    /** From 0 to 1. */
    readonly random: number;
  },
): Promise<void> {
  const { refusal, detail, urgent, epoch, now } = failure;
  await db.$transaction(async (tx) => {
    const row = await tx.mailbox.findUniqueOrThrow({ where: { id: mailbox.id } });
    const since = row.failingSince ?? now;
    if (refusal || urgent || now.getTime() - since.getTime() >= unreachableFor)
      await raiseProblem(tx, {
        userId: mailbox.userId,
        kind: 'mailbox',
        mailboxId: mailbox.id,
        text: detail,
      });
    const state = refusal ? 'sign_in_failed' : 'unreachable';
    await write(tx, { mailboxId: mailbox.id, epoch }, [
      Prisma.sql`state = ${state}, state_detail = ${detail}, failing_since = ${since}`,
      ...(refusal ? [refused(row, { ...failure, refusal, since })] : []),
    ]);
  });
}

/** A second refusal within the time to wait, as of a mail that was being sent, counts as the same. */
function refused(
  row: Mailbox,
  failure: {
    readonly refusal: SignInRefusal;
    readonly since: Date;
    readonly now: Date;
    readonly random: number;
  },
): Prisma.Sql {
  const { refusal, now } = failure;
  const same = row.refusal === refusal && row.signInAfter !== null && row.signInAfter > now;
  const count = same ? row.refusals : row.refusals + 1;
  const after = same ? row.signInAfter : nextSignIn({ ...failure, count });
  return Prisma.sql`refusal = ${refusal}, refusals = ${count}, sign_in_after = ${after}`;
}

/** The server refused a sign-in for sending: tried again at its time, and sending goes on when it works. */
export async function markSendingRefused(
  tx: Transaction,
  mailboxId: string,
  failure: {
    /** Undefined for a disturbance on the server's side. */
    readonly refusal: SignInRefusal | undefined;
    readonly now: Date;
    readonly random: number;
  },
): Promise<void> {
  const row = await tx.mailbox.findUniqueOrThrow({ where: { id: mailboxId } });
  const count = row.sendingRefusals + 1;
  const { refusal = 'no_mailbox', ...when } = failure;
  const since = row.sendingStoppedAt ?? when.now;
  await tx.mailbox.update({
    where: { id: mailboxId },
    data: {
      sendingStoppedBy: 'sign_in',
      sendingRefusals: count,
      freshSignInAt: nextSignIn({ refusal, count, since, ...when }),
    },
  });
}

/** A person has given new settings or wants another try: everything may be tried at once. */
export const anotherTry = {
  state: 'connecting',
  stateDetail: null,
  failingSince: null,
  refusal: null,
  refusals: 0,
  signInAfter: null,
  freshSignInAt: null,
} as const;

/** What resumes sending that the server's behaviour had stopped. */
export const sendingGoesOn = {
  sendingStoppedAt: null,
  sendingStoppedUntil: null,
  sendingStoppedWhy: null,
  sendingStoppedBy: null,
  sendingRefusals: 0,
} as const;

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
