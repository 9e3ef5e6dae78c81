import { randomUUID } from 'node:crypto';
import type { ImapFlow } from 'imapflow';
import { storedAccount } from '../client/mailbox-account.ts';
import type { Database } from '../db/client.ts';
import type { Contact, Draft, Mailbox, Send, User } from '../db/generated/client.ts';
import {
  acceptSend,
  claimSend,
  loseSend,
  rejectSend,
  releaseSend,
  standingRefusal,
} from '../db/ledger.ts';
import type { ClaimRefusal } from '../db/ledger.ts';
import { stopMailbox } from '../db/arrivals.ts';
import { voidApprovals } from '../db/drafts.ts';
import { lockContact } from '../db/lock.ts';
import { carriedByJourney } from '../client/deliver.ts';
import { reserveSlot } from '../db/slots.ts';
import { closeImap } from '../mail/close-imap.ts';
import { MailboxFailure, SmtpFailure } from '../mail/failure.ts';
import { findFolders } from '../mail/folders.ts';
import { findSent } from '../mail/sent.ts';
import type { Accepted, SmtpSession } from '../mail/smtp.ts';
import { composeDraft } from './compose-draft.ts';
import type { Dependencies } from './dependencies.ts';
import { contactGone } from './failures.ts';
import { heartbeatWhile } from './heartbeat.ts';
import { insist } from './insist.ts';
import { lookBack } from './look-back.ts';
import { noteFailure } from './look-now.ts';
import { catchUp, type Look } from './receiving/catch-up.ts';
import type { Sending } from './results.ts';
import { keepSentCopy } from './sent-copy.ts';
import { sentElsewhere, stopForOtherCopy } from './sent-elsewhere.ts';

/** SMTP work has to be over by then; only afterwards may anybody else judge what became of the mail. */
const claimLasts = 90_000;
const smtpLasts = 60_000;
const retryAfter = { unreachable: 60_000, stopped: 60_000, companyBusy: 60_000 };

type Mail = Draft & {
  readonly send: Send | null;
  readonly contact: Contact & { readonly mailbox: Mailbox; readonly user: User };
};

export function createSendingActivities(dependencies: Dependencies) {
  return { sendMail };

  /**
   * Sends an approved draft if it is due: signed in to SMTP first, then the mailbox is read up to
   * now, then the mail is claimed and handed over. Asked again at any point, it never sends twice.
   */
  function sendMail(input: {
    readonly contactId: string;
    readonly draftId: string;
  }): Promise<Sending> {
    return heartbeatWhile(() => send(dependencies, input));
  }
}

async function send(
  dependencies: Dependencies,
  { contactId, draftId }: { readonly contactId: string; readonly draftId: string },
): Promise<Sending> {
  const { db, now, random } = dependencies;
  const mail = await load(db, draftId);
  if (!mail) throw contactGone(contactId);
  const settled = await settle(dependencies, mail);
  if (settled) return settled;
  // A story that was started anew from PostgreSQL may not have heard of it.
  if (mail.state === 'skipped') return { kind: 'skipped' };
  if (mail.state === 'withdrawn') return { kind: 'overtaken' };

  const slot = await reserveSlot(db, { draftId, now: now(), random });
  if (slot.kind === 'not_approved') return { kind: 'not_approved' };
  if (slot.kind === 'company_busy') {
    await show(db, mail, undefined, `one person at a company at a time: first ${slot.name}`);
    return held(now(), retryAfter.companyBusy);
  }
  if (slot.at > now()) {
    await show(db, mail, slot.at, `the mail goes out (${slot.why})`);
    return { kind: 'scheduled', at: slot.at.getTime() };
  }
  // Asked before connecting: a server that refuses the sign-in is not to be tried every minute.
  const standing = standingRefusal(mail.contact, now());
  if (standing) return refused(db, mail, standing, now());
  return deliver(dependencies, mail);
}

/** What the ledger already knows of the mail; undefined when it still has to go. */
async function settle(dependencies: Dependencies, mail: Mail): Promise<Sending | undefined> {
  const { now } = dependencies;
  const { send } = mail;
  if (!send) return undefined;
  switch (send.state) {
    case 'ACCEPTED':
      if (!send.sentCopyAt) await keepCopyLate(dependencies, mail, send);
      return { kind: 'sent', at: (send.acceptedAt ?? now()).getTime() };
    case 'AMBIGUOUS':
      return { kind: 'unclear' };
    case 'CLAIMED':
      if (send.claimDeadline && send.claimDeadline > now())
        return { kind: 'held', retryAt: send.claimDeadline.getTime() + 1 };
      return lookForLostMail(dependencies, mail);
    default:
      return undefined;
  }
}

/** The attempt that sent the mail ended before it had seen to the copy in Sent. */
async function keepCopyLate(dependencies: Dependencies, mail: Mail, send: Send): Promise<void> {
  const { contact } = mail;
  const { mailbox } = contact;
  if (mailbox.removedAt) return;
  const account = await storedAccount(dependencies, mailbox);
  const date = send.acceptedAt ?? dependencies.now();
  const raw = await composeDraft(mail, contact, date);
  await keepSentCopy(dependencies, { mailbox, account, draftId: mail.id, raw, date });
}

/**
 * An attempt died, or lost its connection, with the mail in hand. Its presence in Sent proves that it
 * went; its absence proves nothing, so then a person is asked.
 */
async function lookForLostMail(dependencies: Dependencies, mail: Mail): Promise<Sending> {
  const { db, now } = dependencies;
  const { mailbox } = mail.contact;
  try {
    const client = await dependencies.openImap(await storedAccount(dependencies, mailbox));
    try {
      const { sent, all } = await findFolders(client);
      const folder = sent ?? all;
      const copy = folder && (await findSent(client, { folder, messageId: mail.messageId }));
      if (copy) {
        const at = mail.send?.claimedAt ?? now();
        await acceptSend(db, {
          draftId: mail.id,
          at,
          response: 'Found in the Sent folder.',
          serverMessageId: copy.messageId === mail.messageId ? undefined : copy.messageId,
        });
        return { kind: 'sent', at: at.getTime() };
      }
    } finally {
      await closeImap(client);
    }
  } catch (error) {
    if (!(error instanceof MailboxFailure)) throw error;
    await noteFailure(dependencies, mailbox, error);
    return held(now(), retryAfter.unreachable);
  }
  await loseSend(db, {
    draftId: mail.id,
    problem: `Rapport was interrupted while it handed the mail to ${mail.to} over, and the Sent folder does not show it. Only you can find out whether it went: look there, or ask, then choose “it was sent” or “send it again”.`,
  });
  await show(db, mail, undefined, 'you, to say whether the mail went out');
  return { kind: 'unclear' };
}

async function deliver(dependencies: Dependencies, mail: Mail): Promise<Sending> {
  const { db, now } = dependencies;
  const { contact } = mail;
  const { mailbox } = contact;
  const account = await storedAccount(dependencies, mailbox);
  const started = now().getTime();
  let smtp: SmtpSession | undefined;
  let imap: ImapFlow | undefined;
  try {
    smtp = await dependencies.openSmtp(account, { deadline: smtpLasts });
    const client = await dependencies.openImap(account);
    imap = client;
    const look = { client, mailbox, epoch: undefined, folders: await findFolders(client) };
    const news = await gate(dependencies, look, mail);
    if (news) return news;
    const elsewhere = await sentElsewhere(db, look, mail);
    const claim = randomUUID();
    const claimedAt = now();
    const claimed = await claimSend(db, {
      draftId: mail.id,
      contactId: contact.id,
      claim,
      run: dependencies.run,
      now: claimedAt,
      deadline: new Date(started + claimLasts),
    });
    if (claimed.kind === 'refused') return refused(db, mail, claimed.why, now());
    if (claimed.kind === 'foreign')
      return { kind: 'held', retryAt: claimed.deadline.getTime() + 1 };
    if (claimed.kind === 'settled')
      return (await settle(dependencies, (await load(db, mail.id)) ?? mail)) ?? held(now(), 1_000);

    const date = now();
    if (elsewhere.kind === 'sent') {
      const response = 'Found in the Sent folder: another Rapport with the same data sent it.';
      const serverMessageId =
        elsewhere.messageId === mail.messageId ? undefined : elsewhere.messageId;
      await acceptSend(db, { draftId: mail.id, at: date, response, serverMessageId });
      if (elsewhere.live) await stopForOtherCopy(db, contact.userId, date);
      return { kind: 'sent', at: date.getTime() };
    }
    if (elsewhere.kind === 'unknown') {
      await loseSend(db, {
        draftId: mail.id,
        problem: `The mail to ${mail.to} may have been sent where your backup comes from, and there is no Sent folder that would show it. Find out whether it went, then choose “it was sent” or “send it again”.`,
      });
      await show(db, mail, undefined, 'you, to say whether the mail went out');
      return { kind: 'unclear' };
    }
    let raw: Buffer;
    let accepted: Accepted;
    try {
      raw = await composeDraft(claimed.draft, contact, date);
      accepted = await smtp.send(
        { from: mailbox.address, to: claimed.draft.to, raw },
        {
          async beforeData() {
            await catchUp(dependencies, look);
            await stillWanted(dependencies, mail, claimedAt);
          },
        },
      );
    } catch (error) {
      return await failed(dependencies, { mail, claim, error });
    }
    // The server has it: whatever happens to PostgreSQL now, this must get into the ledger.
    await insist(() => acceptSend(db, { draftId: mail.id, at: date, ...accepted }));
    dependencies.log('mail.sent', { draftId: mail.id, mailboxId: mailbox.id });
    await keepSentCopy(dependencies, { mailbox, account, draftId: mail.id, raw, date });
    return { kind: 'sent', at: date.getTime() };
  } catch (error) {
    if (error instanceof SmtpFailure) return failedBefore(dependencies, mail, error);
    if (!(error instanceof MailboxFailure)) throw error;
    return notRead(dependencies, mail, error);
  } finally {
    smtp?.close();
    if (imap) await closeImap(imap);
  }
}

/** Nobody knows whether they have answered: the mail is held, and the page says why. */
async function notRead(
  dependencies: Dependencies,
  mail: Mail,
  failure: MailboxFailure,
): Promise<Sending> {
  await noteFailure(dependencies, mail.contact.mailbox, failure);
  const why = `the mailbox, which cannot be read: ${failure.message}`;
  await show(dependencies.db, mail, undefined, why);
  return held(dependencies.now(), retryAfter.unreachable);
}

/** The mailbox is read up to now, inside of the send. What it finds decides; what it cannot see holds the mail. */
async function gate(
  dependencies: Dependencies,
  look: Look,
  mail: Mail,
): Promise<Sending | undefined> {
  const { db } = dependencies;
  await catchUp(dependencies, look);
  if (mail.contact.lookedBackAt === null)
    await lookBack(dependencies, { ...look, contactId: mail.contactId });
  const after = await db.draft.findUnique({ where: { id: mail.id }, select: { state: true } });
  if (!after) throw contactGone(mail.contactId);
  if (after.state === 'approved') return undefined;
  return after.state === 'withdrawn' ? { kind: 'overtaken' } : { kind: 'not_approved' };
}

/** Asked between RCPT and DATA: what came, or was decided, since the claim still stops the mail. */
async function stillWanted({ db, now }: Dependencies, mail: Mail, claimedAt: Date): Promise<void> {
  const contact = await db.contact.findUnique({
    where: { id: mail.contactId },
    include: { user: true, mailbox: true },
  });
  if (!contact || (contact.lastNewsAt && contact.lastNewsAt >= claimedAt))
    throw new NoLongerWanted('overtaken');
  const why = standingRefusal(contact, now());
  if (why) throw new NoLongerWanted(why === 'ended' ? 'overtaken' : 'paused');
}

class NoLongerWanted extends Error {
  override readonly name = 'NoLongerWanted';
  readonly why: 'paused' | 'overtaken';
  constructor(why: 'paused' | 'overtaken') {
    super('Something was decided, or came in, while the mail was being handed over.');
    this.why = why;
  }
}

/** An error after the claim: the ledger decides by how far the mail had got. */
async function failed(
  dependencies: Dependencies,
  attempt: { readonly mail: Mail; readonly claim: string; readonly error: unknown },
): Promise<Sending> {
  const { db, now } = dependencies;
  const { mail, claim, error } = attempt;
  if (error instanceof NoLongerWanted) {
    await releaseSend(db, { draftId: mail.id, claim, response: error.message });
    if (error.why === 'paused') return held(now(), retryAfter.stopped);
    return takeBack(db, mail);
  }
  if (!(error instanceof SmtpFailure)) {
    // What is not SMTP's own came up before DATA, so not a byte of the mail was handed over.
    await releaseSend(db, { draftId: mail.id, claim, response: (error as Error).name });
    if (error instanceof MailboxFailure) return notRead(dependencies, mail, error);
    throw error;
  }
  if (error.outcome === 'unknown') {
    await db.send.updateMany({
      where: { draftId: mail.id, claim },
      data: { claimDeadline: now(), response: error.message },
    });
    return lookForLostMail(dependencies, (await load(db, mail.id)) ?? mail);
  }
  if (error.outcome === 'not_sent_retry' || error.stopsMailbox) {
    await releaseSend(db, { draftId: mail.id, claim, response: error.message });
    return failedBefore(dependencies, mail, error);
  }
  const deadAddress = isDeadAddress(error);
  await rejectSend(db, {
    draftId: mail.id,
    claim,
    response: error.response ?? error.message,
    deadAddress,
    problem: deadAddress
      ? `The server refused the address ${mail.to}: “${error.response ?? error.message}” Correct the address and the journey begins again.`
      : `The server refused the mail to ${mail.to}: “${error.response ?? error.message}” Change what it objects to and approve again, or skip the mail.`,
  });
  return { kind: 'refused', deadAddress };
}

/** It surely did not leave: try again later, unless the server means the mailbox rather than this mail. */
async function failedBefore(
  dependencies: Dependencies,
  mail: Mail,
  failure: SmtpFailure,
): Promise<Sending> {
  const { db, now } = dependencies;
  const { mailbox } = mail.contact;
  if (failure.stopsMailbox)
    await db.$transaction((tx) =>
      stopMailbox(tx, {
        mailboxId: mailbox.id,
        userId: mailbox.userId,
        why: failure.response ?? failure.message,
      }),
    );
  await show(db, mail, undefined, failure.message);
  return held(now(), backOff(mail.send?.attempts ?? 0));
}

/** RFC 3463 section 3.2: the address itself is wrong (5.1.x), where the server says so in either code. */
function isDeadAddress({ stage, enhanced, code }: SmtpFailure): boolean {
  if (enhanced?.startsWith('5.1.')) return true;
  return stage === 'recipient' && enhanced === undefined && (code === 550 || code === 553);
}

async function refused(db: Database, mail: Mail, why: ClaimRefusal, now: Date): Promise<Sending> {
  switch (why) {
    case 'not_approved':
    case 'suppressed':
    case 'ended':
      return { kind: 'not_approved' };
    case 'not_due':
      return held(now, 1_000);
    case 'paused':
      return held(now, retryAfter.stopped);
    case 'panic_stop':
      await show(db, mail, undefined, 'you, to lift the stop of all sending');
      return held(now, retryAfter.stopped);
    case 'mailbox_stopped':
      await show(db, mail, undefined, 'the mailbox, whose sending is stopped');
      return held(now, retryAfter.stopped);
  }
}

/** What came in meanwhile could not withdraw a mail that was claimed; now it can. A letter waits for a new yes. */
async function takeBack(db: Database, mail: Mail): Promise<Sending> {
  const why = 'something came in while it was being sent';
  await db.$transaction(async (tx) => {
    await lockContact(tx, mail.contactId);
    await voidApprovals(tx, [mail.id], why);
    await tx.send.deleteMany({ where: { draftId: mail.id, state: 'PENDING' } });
    await tx.draft.update({
      where: { id: mail.id },
      data: { state: carriedByJourney(mail) ? 'withdrawn' : 'awaiting_approval', stateWhy: why },
    });
  });
  return carriedByJourney(mail) ? { kind: 'overtaken' } : { kind: 'not_approved' };
}

/** Writes what the board shows as the next thing of a journey, unless it has ended. A letter is not part of it. */
async function show(db: Database, mail: Mail, at: Date | undefined, why: string): Promise<void> {
  if (!carriedByJourney(mail)) return;
  await db.contact.updateMany({
    where: { id: mail.contactId, stage: { in: ['awaiting_approval', 'scheduled', 'waiting'] } },
    data: { stage: 'scheduled', nextAt: at ?? null, nextWhy: why },
  });
}

function load(db: Database, draftId: string): Promise<Mail | null> {
  return db.draft.findUnique({
    where: { id: draftId },
    include: { send: true, contact: { include: { mailbox: true, user: true } } },
  });
}

function held(now: Date, after: number): Sending {
  return { kind: 'held', retryAt: now.getTime() + after };
}

/** Milliseconds: longer with every attempt that had claimed the mail, half an hour at most. */
function backOff(attempts: number): number {
  return Math.min(30 * 60_000, 15_000 * 2 ** Math.min(attempts, 7));
}
