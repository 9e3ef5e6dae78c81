import { nextSendState, type SendEvent, type SendState } from '../domain/send-state.ts';
import { mailboxAddress } from '../domain/email-address.ts';
import { mailInSentence, type Purpose } from '../domain/purpose.ts';
import { standingRefusal, type SendRefusal } from '../domain/send-permission.ts';
import { validApproval } from './drafts.ts';
import type { Database, Transaction } from './client.ts';
import type { Draft, Send } from './generated/client.ts';
import { lockContact } from './postgres/locks.ts';
import { releaseEntriesOf } from './outbox.ts';
import { markThanked } from './meetings.ts';
import { raiseProblem } from './problems.ts';
import { tellJourney, tellSettled } from './tell-journey.ts';
import { addTimelineEvent } from './timeline.ts';

export type Claim =
  | { readonly kind: 'claimed'; readonly draft: Draft; readonly attempt: number }
  /** Another attempt holds the mail; nobody may judge it before `deadline`. */
  | { readonly kind: 'foreign'; readonly deadline: Date }
  | { readonly kind: 'settled'; readonly state: SendState }
  | { readonly kind: 'refused'; readonly why: SendRefusal };

/**
 * Takes a mail for one attempt, or says why not: the last look at everything that a person may have
 * decided since. `claim` is the attempt's own id; SMTP work has to end before `deadline`.
 */
export async function claimSend(
  db: Database,
  input: {
    readonly draftId: string;
    readonly contactId: string;
    readonly claim: string;
    /** The run of the process that attempts it. */
    readonly run: string;
    readonly now: Date;
    readonly deadline: Date;
  },
): Promise<Claim> {
  return db.$transaction(async (tx) => {
    await lockContact(tx, input.contactId);
    const draft = await tx.draft.findUniqueOrThrow({
      where: { id: input.draftId },
      include: { send: true, contact: { include: { user: true, mailbox: true, addresses: true } } },
    });
    const { send, contact, ...plain } = draft;
    if (send?.state === 'CLAIMED')
      return { kind: 'foreign', deadline: send.claimDeadline ?? input.now };
    if (send && send.state !== 'PENDING')
      return { kind: 'settled', state: send.state as SendState };
    if (!send || draft.state !== 'approved' || !(await validApproval(tx, plain, contact)))
      return { kind: 'refused', why: 'not_approved' };
    if (send.slotAt > input.now) return { kind: 'refused', why: 'not_due' };
    const standing = standingRefusal(contact, input.now);
    if (standing) return { kind: 'refused', why: standing };
    if (await isSuppressed(tx, contact.userId, draft.to))
      return { kind: 'refused', why: 'suppressed' };

    const { attempts } = await transition(tx, send, 'claim', {
      claim: input.claim,
      claimedBy: input.run,
      claimedAt: input.now,
      claimDeadline: input.deadline,
      claimNewsSeq: contact.newsSeq,
      attempts: send.attempts + 1,
    });
    return { kind: 'claimed', draft: plain, attempt: attempts };
  });
}

/** Whether nothing may be written to the mailbox that an address leads to, with or without a tag. */
export async function isSuppressed(
  tx: Transaction,
  userId: string,
  email: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM suppression
    WHERE user_id = ${userId}::uuid AND mailbox_address(email) = ${mailboxAddress(email)}`;
  return rows.length > 0;
}

/** A run that is known to have died holds nothing any more: its mails may be judged after `from`. */
export async function endClaimsOf(db: Database, run: string, from: Date): Promise<void> {
  await db.send.updateMany({
    where: { state: 'CLAIMED', claimedBy: run, claimDeadline: { gt: from } },
    data: { claimDeadline: from },
  });
  await releaseEntriesOf(db, run);
  await db.send.updateMany({
    where: { state: 'ACCEPTED', claimedBy: run, sentCopyLeasedUntil: { gt: from } },
    data: { sentCopyLeasedUntil: from },
  });
}

/** The mail has left. Settles what was claimed, or what could not be known. */
export async function acceptSend(
  db: Database,
  input: {
    readonly draftId: string;
    readonly at: Date;
    readonly response: string;
    readonly serverMessageId?: string | undefined;
  },
): Promise<void> {
  await onSend(db, input.draftId, async (tx, send) => {
    if (send.state === 'ACCEPTED') {
      const { serverMessageId } = input;
      if (serverMessageId && !send.serverMessageId)
        await tx.send.update({ where: { draftId: send.draftId }, data: { serverMessageId } });
      return;
    }
    await transition(tx, send, 'accept', {
      acceptedAt: input.at,
      response: input.response,
      serverMessageId: input.serverMessageId ?? send.serverMessageId,
      claim: null,
    });
    const draft = await tx.draft.update({
      where: { id: input.draftId },
      data: { state: 'sent', stateWhy: null },
    });
    const owed = await staysOwed(tx, draft);
    await tx.contact.update({
      where: { id: send.contactId },
      data: { lastSentAt: input.at, ...(owed ? {} : { answerOwedTo: null }) },
    });
    await tx.problem.updateMany({
      where: { draftId: input.draftId, resolvedAt: null },
      data: { resolvedAt: input.at },
    });
    if (draft.purpose === 'thank_you' && draft.meetingId !== null)
      await markThanked(tx, draft.meetingId, input.at);
    await addTimelineEvent(
      tx,
      send.contactId,
      `${mailInSentence(draft.purpose as Purpose)} ${draft.purpose === 'proposal' ? 'were' : 'was'} sent.`,
    );
    await tellSettled(tx, draft, { how: 'sent', at: input.at });
  });
}

/** A thank-you says nothing of the times that they named meanwhile: agreeing on one comes after it. */
async function staysOwed(
  tx: Transaction,
  { purpose, contactId }: Pick<Draft, 'purpose' | 'contactId'>,
): Promise<boolean> {
  if (purpose !== 'thank_you') return false;
  const { answerOwedTo } = await tx.contact.findUniqueOrThrow({ where: { id: contactId } });
  if (answerOwedTo === null) return false;
  const named = { id: answerOwedTo, judgement: { in: ['proposes_time', 'accepts_time'] } };
  return (await tx.message.count({ where: named })) > 0;
}

/** An answer to a mail, or its return, proves that it left, whatever its attempt lived to record. */
export async function confirmByReply(
  db: Database,
  answered: { readonly mailboxId: string; readonly ids: readonly string[]; readonly now: Date },
): Promise<void> {
  const { mailboxId, ids, now } = answered;
  const undecided = await db.send.findMany({
    where: { mailboxId, messageId: { in: [...ids] }, state: { in: ['CLAIMED', 'AMBIGUOUS'] } },
  });
  for (const { draftId, claimedAt } of undecided)
    await acceptSend(db, {
      draftId,
      at: claimedAt ?? now,
      response: 'What came back shows that it went out.',
    });
}

/** The attempt ended before the end of DATA: the mail is free for another one. */
export async function releaseSend(
  db: Database,
  input: { readonly draftId: string; readonly claim: string; readonly response: string },
): Promise<void> {
  await onSend(db, input.draftId, async (tx, send) => {
    if (send.state !== 'CLAIMED' || send.claim !== input.claim) return;
    await transition(tx, send, 'release', { claim: null, response: input.response });
  });
}

/** The server refused the mail for good; the draft waits again for what the user makes of it. */
export async function rejectSend(
  db: Database,
  input: {
    readonly draftId: string;
    readonly claim: string;
    readonly response: string;
    readonly problem: string;
    readonly deadAddress: boolean;
  },
): Promise<void> {
  await onSend(db, input.draftId, async (tx, send, userId) => {
    if (send.state !== 'CLAIMED' || send.claim !== input.claim) return;
    await transition(tx, send, 'reject', { claim: null, response: input.response });
    await tx.approval.updateMany({
      where: { draftId: input.draftId, voidedAt: null },
      data: { voidedAt: new Date(), voidedWhy: 'the server refused the mail' },
    });
    const draft = await tx.draft.update({
      where: { id: input.draftId },
      data: {
        state: input.deadAddress ? 'withdrawn' : 'awaiting_approval',
        stateWhy: input.problem,
      },
    });
    await raiseProblem(tx, {
      userId,
      kind: input.deadAddress ? 'bounced' : 'refused',
      contactId: send.contactId,
      draftId: input.draftId,
      text: input.problem,
    });
    await addTimelineEvent(tx, send.contactId, `The server refused the mail: ${input.response}`);
    const at = new Date();
    if (input.deadAddress)
      await tellJourney(tx, send.contactId, 'mailBounced', { at: at.getTime(), deadAddress: true });
    await tellSettled(tx, draft, { how: input.deadAddress ? 'withdrawn' : 'refused', at });
  });
}

/** Nobody can say whether the mail left: only the user may decide. */
export async function markAmbiguous(
  db: Database,
  input: { readonly draftId: string; readonly problem: string },
): Promise<void> {
  await onSend(db, input.draftId, async (tx, send, userId) => {
    if (send.state !== 'CLAIMED') return;
    await transition(tx, send, 'lose', { claim: null, response: input.problem });
    await raiseProblem(tx, {
      userId,
      kind: 'ambiguous',
      contactId: send.contactId,
      draftId: input.draftId,
      text: input.problem,
    });
    await addTimelineEvent(
      tx,
      send.contactId,
      'It is not known whether a mail went out; you are asked.',
    );
    const draft = await tx.draft.findUniqueOrThrow({ where: { id: send.draftId } });
    await tellSettled(tx, draft, { how: 'unclear', at: new Date() });
  });
}

/** A person says that an ambiguous mail did not go out, or approves a refused one again: it may be tried once more. */
export async function retrySend(tx: Transaction, send: Send): Promise<void> {
  await transition(tx, send, 'retry', { claim: null, response: null });
}

async function onSend(
  db: Database,
  draftId: string,
  work: (tx: Transaction, send: Send, userId: string) => Promise<void>,
): Promise<void> {
  const { contactId } = await db.draft.findUniqueOrThrow({
    where: { id: draftId },
    select: { contactId: true },
  });
  await db.$transaction(async (tx) => {
    await lockContact(tx, contactId);
    const send = await tx.send.findUniqueOrThrow({
      where: { draftId },
      include: { draft: { select: { contact: { select: { userId: true } } } } },
    });
    const { draft, ...plain } = send;
    await work(tx, plain, draft.contact.userId);
  });
}

/** Moves a ledger row; the state it was read in is part of the update, so nobody can have moved it since. */
async function transition(
  tx: Transaction,
  send: Send,
  event: SendEvent,
  data: Partial<Omit<Send, 'draftId' | 'state'>>,
): Promise<Send> {
  const to = nextSendState(send.state as SendState, event);
  if (!to)
    throw new Error(
      `The ledger does not let a mail that is ${send.state} ${event} (draft ${send.draftId}).`,
    );
  const moved = await tx.send.updateManyAndReturn({
    where: { draftId: send.draftId, state: send.state },
    data: { ...data, state: to },
  });
  const [row] = moved;
  if (!row)
    throw new Error(`Another process moved draft ${send.draftId} in the ledger; trying again.`);
  return row;
}
