import { markSendingRefused } from '../../db/mailbox/state.ts';
import { stopMailbox } from '../../db/mailbox/stop-sending.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { askForNewApprovals, withdrawUnsent } from '../../db/drafts.ts';
import { rejectSend, releaseSend } from '../../db/ledger.ts';
import { isFollowUp } from '../../domain/purpose.ts';
import { lockContact } from '../../db/postgres/locks.ts';
import { InvalidInput } from '../../domain/errors.ts';
import { MailboxFailure, SmtpFailure } from '../../mail/errors.ts';
import type { Dependencies } from '../dependencies.ts';
import { retryBriefly } from '../retry-briefly.ts';
import { noteFailure } from '../receiving/read-mailbox-now.ts';
import type { Sending } from '../results.ts';
import { deferred, loadMail, retryAfter, showNext, type DueMail } from './due-mail.ts';
import { SendCancelled } from './pre-send-check.ts';
import { lookForLostMail } from './resolve-ambiguous.ts';

/**
 * An error after the claim: the ledger decides by how far the mail had got. Recording it is retried briefly: if it is
 * not recorded, the claim expires and the user is asked needlessly.
 */
export async function failed(
  dependencies: Dependencies,
  attempt: { readonly mail: DueMail; readonly claim: string; readonly error: unknown },
): Promise<Sending> {
  const { db, now } = dependencies;
  const { mail, claim, error } = attempt;
  const release = (response: string) =>
    retryBriefly(() => releaseSend(db, { draftId: mail.id, claim, response }));
  if (error instanceof SendCancelled) {
    await release(error.message);
    if (error.why === 'paused') return deferred(now(), retryAfter.stopped);
    return takeBack(db, mail);
  }
  if (error instanceof InvalidInput) return cannotBeWritten(db, mail, claim, error);
  if (!(error instanceof SmtpFailure)) {
    // What is not SMTP's own came up before DATA, so not a byte of the mail was handed over.
    await release((error as Error).name);
    if (error instanceof MailboxFailure) return notRead(dependencies, mail, error);
    throw error;
  }
  if (error.outcome === 'unknown') {
    const data = { claimDeadline: now(), response: error.message };
    await retryBriefly(() => db.send.updateMany({ where: { draftId: mail.id, claim }, data }));
    return lookForLostMail(dependencies, (await loadMail(db, mail.id)) ?? mail);
  }
  if (error.outcome === 'not_sent_retry' || error.stopsMailbox) {
    await release(error.message);
    return failedBefore(dependencies, mail, error);
  }
  const deadAddress = error.about === 'address';
  const rejection = {
    draftId: mail.id,
    claim,
    response: error.response ?? error.message,
    deadAddress,
    problem: deadAddress
      ? `The server refused the address ${mail.to}: “${error.response ?? error.message}” Correct the address and the journey begins again.`
      : `The server refused the mail to ${mail.to}: “${error.response ?? error.message}” Change what it objects to and approve again, or skip the mail.`,
  };
  await retryBriefly(() => rejectSend(db, rejection));
  return { kind: 'refused', deadAddress };
}

/** No other attempt would write it either: the user sees why, and changes the mail. */
async function cannotBeWritten(
  db: Database,
  mail: DueMail,
  claim: string,
  { message }: InvalidInput,
): Promise<Sending> {
  const rejection = {
    draftId: mail.id,
    claim,
    response: message,
    deadAddress: false,
    problem: `The mail to ${mail.to} cannot be sent as it is: ${message} Change it and approve again, or skip it.`,
  };
  await retryBriefly(() => rejectSend(db, rejection));
  return { kind: 'refused', deadAddress: false };
}

/** It surely did not leave: try again later, unless the server means the mailbox rather than this mail. */
export async function failedBefore(
  dependencies: Dependencies,
  mail: DueMail,
  failure: SmtpFailure,
): Promise<Sending> {
  const { db, now } = dependencies;
  const { mailbox } = mail.contact;
  if (failure.stopsMailbox)
    await db.$transaction((tx) => stopSending(tx, dependencies, mailbox, failure));
  await showNext(db, mail, undefined, failure.message);
  return deferred(now(), backOff(mail.send?.attempts ?? 0));
}

/** Stopped by what the server said; what a refused sign-in stopped goes on when a sign-in works again. */
export async function stopSending(
  tx: Transaction,
  { now, random }: Pick<Dependencies, 'now' | 'random'>,
  mailbox: { readonly id: string; readonly userId: string },
  failure: SmtpFailure,
): Promise<void> {
  await stopMailbox(tx, {
    mailboxId: mailbox.id,
    userId: mailbox.userId,
    why: failure.stage === 'sign_in' ? failure.message : (failure.response ?? failure.message),
    until: failure.about === 'limit' ? new Date(now().getTime() + DAY) : undefined,
  });
  if (failure.stage === 'sign_in')
    await markSendingRefused(tx, mailbox.id, {
      refusal: failure.refusal,
      now: now(),
      random: random(),
    });
}

/** Nobody knows whether they have answered: the mail is held, and the page says why. */
export async function notRead(
  dependencies: Dependencies,
  mail: DueMail,
  failure: MailboxFailure,
): Promise<Sending> {
  await noteFailure(dependencies, mail.contact.mailbox, failure);
  const why = `the mailbox, which cannot be read: ${failure.message}`;
  await showNext(dependencies.db, mail, undefined, why);
  return deferred(dependencies.now(), retryAfter.unreachable);
}

/** What came in meanwhile could not take back a mail that was claimed; now it can. */
async function takeBack(db: Database, mail: DueMail): Promise<Sending> {
  const why = 'something came in while it was being sent';
  return db.$transaction(async (tx): Promise<Sending> => {
    await lockContact(tx, mail.contactId);
    if (goesStale(mail.purpose)) {
      await withdrawUnsent(tx, mail.contactId, { why, draftId: mail.id });
      return { kind: 'overtaken' };
    }
    await askForNewApprovals(tx, mail.contactId, why);
    return { kind: 'not_approved' };
  });
}

/** What a journey drafted before the news came no longer fits it; what the user wrote waits for a new yes. */
function goesStale(purpose: string): boolean {
  return purpose === 'outreach' || isFollowUp(purpose);
}

/** Providers count over the last 24 hours. */
const DAY = 24 * 60 * 60_000;

/** Milliseconds: longer with every attempt that had claimed the mail, half an hour at most. */
function backOff(attempts: number): number {
  return Math.min(30 * 60_000, 15_000 * 2 ** Math.min(attempts, 7));
}
