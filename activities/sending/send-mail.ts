import { randomUUID } from 'node:crypto';
import type { ImapFlow } from 'imapflow';
import { accountToUse } from '../account-to-use.ts';
import type { Database } from '../../db/client.ts';
import { acceptSend, claimSend, markAmbiguous } from '../../db/ledger.ts';
import { standingRefusal, type SendRefusal } from '../../domain/send-permission.ts';
import { resumeSending } from '../../db/mailbox/state.ts';
import { withdrawUnsent } from '../../db/drafts.ts';
import { lockContact } from '../../db/postgres/locks.ts';
import { reserveSlot } from '../../db/slots.ts';
import { closeImap } from '../../mail/imap/close-imap.ts';
import { MailboxFailure, SmtpFailure } from '../../mail/errors.ts';
import { findFolders } from '../../mail/imap/folders.ts';
import type { Accepted, SmtpSession } from '../../mail/smtp/smtp.ts';
import { offerHolds } from './offer-check.ts';
import { composeDraft } from './compose-draft.ts';
import type { Dependencies } from '../dependencies.ts';
import { contactGone } from '../failures.ts';
import { heartbeatWhile } from '../heartbeat.ts';
import { leaveToOthers, throwIfStopping } from '../worker-shutdown.ts';
import { retryBriefly } from '../retry-briefly.ts';
import type { Sending } from '../results.ts';
import { deferred, loadMail, retryAfter, showNext, type DueMail } from './due-mail.ts';
import { failed, failedBefore, notRead } from './handle-failure.ts';
import { checkBeforeSend, openLooks, stillWanted, type Looks } from './pre-send-check.ts';
import { lookForLostMail } from './resolve-ambiguous.ts';
import { ensureSentCopy } from './sent-copy.ts';
import { findDuplicateSend, stopSendingAsDuplicate } from './duplicate-instance.ts';

/** SMTP work has to be over by then; only afterwards may anybody else judge what became of the mail. */
const claimLasts = 90_000;
const smtpLasts = 60_000;

export function createSendingActivities(dependencies: Dependencies) {
  return { sendMail };

  /**
   * Sends an approved draft if it is due: signed in to SMTP first, then the mailbox is read up to
   * now, then the mail is claimed and handed over. Asked again at any point, it never sends twice. A worker that is to
   * stop claims nothing more and waits for what it has claimed.
   */
  function sendMail(input: {
    readonly contactId: string;
    readonly draftId: string;
  }): Promise<Sending> {
    let claims = false;
    const sending = send(dependencies, { ...input, onClaim: () => (claims = true) });
    return heartbeatWhile(() => leaveToOthers(sending, () => claims));
  }
}

type Attempt = {
  readonly contactId: string;
  readonly draftId: string;
  /** Called before the mail is claimed: from then on nobody else can take it over. */
  readonly onClaim: () => void;
};

async function send(
  dependencies: Dependencies,
  { contactId, draftId, onClaim }: Attempt,
): Promise<Sending> {
  const { db, now, random } = dependencies;
  const mail = await loadMail(db, draftId);
  if (!mail) throw contactGone(contactId);
  const settled = await outcomeInLedger(dependencies, mail);
  if (settled) return settled;
  // A story that was started anew from PostgreSQL may not have heard of it.
  if (mail.state === 'skipped') return { kind: 'skipped' };
  if (mail.state === 'withdrawn') return { kind: 'overtaken' };

  const slot = await reserveSlot(db, { draftId, now: now(), random });
  if (slot.kind === 'not_approved') return { kind: 'not_approved' };
  if (slot.kind === 'company_busy') {
    await showNext(db, mail, undefined, `one person at a company at a time: first ${slot.name}`);
    return deferred(now(), retryAfter.companyBusy);
  }
  if (slot.at > now()) {
    await showNext(db, mail, slot.at, `the mail goes out (${slot.why})`);
    return { kind: 'scheduled', at: slot.at.getTime() };
  }
  // Asked before connecting: a server that refuses the sign-in is not to be tried every minute.
  const due = await afterLimit(dependencies, mail);
  const standing = standingRefusal(due.contact, now());
  if (standing) return refused(db, due, standing, now());
  return deliver(dependencies, due, onClaim);
}

/** The mail as it is once a provider's limit that stopped its mailbox is over. */
async function afterLimit({ db, now }: Dependencies, mail: DueMail): Promise<DueMail> {
  const { id, sendingStoppedUntil: until } = mail.contact.mailbox;
  if (until === null || until > now()) return mail;
  await db.$transaction((tx) => resumeSending(tx, id));
  return (await loadMail(db, mail.id)) ?? mail;
}

/** What the ledger already knows of the mail; undefined when it still has to go. */
async function outcomeInLedger(
  dependencies: Dependencies,
  mail: DueMail,
): Promise<Sending | undefined> {
  const { now } = dependencies;
  const { send } = mail;
  if (!send) return undefined;
  switch (send.state) {
    case 'ACCEPTED':
      if (!send.sentCopyAt) await ensureSentCopy(dependencies, { draftId: mail.id, late: true });
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

async function deliver(
  dependencies: Dependencies,
  mail: DueMail,
  onClaim: () => void,
): Promise<Sending> {
  const { db, now } = dependencies;
  const { contact } = mail;
  const { mailbox } = contact;
  const started = now().getTime();
  let smtp: SmtpSession | undefined;
  let imap: ImapFlow | undefined;
  let looks: Looks | undefined;
  try {
    const account = await accountToUse(dependencies, mailbox);
    smtp = await dependencies.openSmtp(account, { deadline: smtpLasts });
    const client = await dependencies.openImap(account);
    imap = client;
    const look = { client, mailbox, epoch: undefined, folders: await findFolders(client) };
    const all = await openLooks(dependencies, look);
    looks = all;
    const news = await checkBeforeSend(dependencies, all, mail);
    if (news) return news;
    if (!(await offerHolds(dependencies, mail))) return { kind: 'not_approved' };
    const elsewhere = await findDuplicateSend(db, look, mail);
    throwIfStopping();
    onClaim();
    const claim = randomUUID();
    const claimed = await claimSend(db, {
      draftId: mail.id,
      contactId: contact.id,
      claim,
      run: dependencies.run,
      now: now(),
      deadline: new Date(started + claimLasts),
    });
    if (claimed.kind === 'refused') return refused(db, mail, claimed.why, now());
    if (claimed.kind === 'foreign')
      return { kind: 'held', retryAt: claimed.deadline.getTime() + 1 };
    if (claimed.kind === 'settled')
      return (
        (await outcomeInLedger(dependencies, (await loadMail(db, mail.id)) ?? mail)) ??
        deferred(now(), 1_000)
      );

    const date = now();
    if (elsewhere.kind === 'sent') {
      const response = 'Found in the Sent folder: another Rapport with the same data sent it.';
      const serverMessageId =
        elsewhere.messageId === mail.messageId ? undefined : elsewhere.messageId;
      await acceptSend(db, { draftId: mail.id, at: date, response, serverMessageId });
      if (elsewhere.live) await stopSendingAsDuplicate(db, contact.userId, date);
      return { kind: 'sent', at: date.getTime() };
    }
    if (elsewhere.kind === 'unknown') {
      await markAmbiguous(db, {
        draftId: mail.id,
        problem: `The mail to ${mail.to} may have been sent where your backup comes from, and there is no Sent folder that would show it. Find out whether it went, then choose “it was sent” or “send it again”.`,
      });
      await showNext(db, mail, undefined, 'you, to say whether the mail went out');
      return { kind: 'unclear' };
    }
    let accepted: Accepted;
    try {
      const raw = await composeDraft(claimed.draft, contact, date);
      accepted = await smtp.send(
        { from: mailbox.fromAddress ?? mailbox.address, to: claimed.draft.to, raw },
        {
          beforeData: () => stillWanted(dependencies, all, mail),
        },
      );
    } catch (error) {
      return await failed(dependencies, { mail, claim, error });
    }
    // The server has it: whatever happens to PostgreSQL now, this must get into the ledger.
    await retryBriefly(() => acceptSend(db, { draftId: mail.id, at: date, ...accepted }));
    dependencies.log('mail.sent', { draftId: mail.id, mailboxId: mailbox.id });
    await ensureSentCopy(dependencies, { draftId: mail.id, late: false });
    return { kind: 'sent', at: date.getTime() };
  } catch (error) {
    if (error instanceof SmtpFailure) return failedBefore(dependencies, mail, error);
    if (!(error instanceof MailboxFailure)) throw error;
    return notRead(dependencies, mail, error);
  } finally {
    smtp?.close();
    await looks?.close();
    if (imap) await closeImap(imap);
  }
}

async function refused(db: Database, mail: DueMail, why: SendRefusal, now: Date): Promise<Sending> {
  switch (why) {
    case 'not_approved':
      return { kind: 'not_approved' };
    case 'suppressed':
      return withdraw(db, mail, 'the address is suppressed');
    case 'ended':
      return withdraw(db, mail, 'the journey was stopped');
    case 'not_due':
      return deferred(now, 1_000);
    case 'paused':
      return deferred(now, retryAfter.stopped);
    case 'user_hold':
      await showNext(db, mail, undefined, 'you, to resume everything');
      return deferred(now, retryAfter.stopped);
    case 'mailbox_stopped':
      await showNext(db, mail, undefined, 'the mailbox, whose sending is stopped');
      return deferred(now, retryAfter.stopped);
  }
}

/** It can never leave: better withdrawn, with the reason, than approved for ever. */
async function withdraw(db: Database, mail: DueMail, why: string): Promise<Sending> {
  await db.$transaction(async (tx) => {
    await lockContact(tx, mail.contactId);
    await withdrawUnsent(tx, mail.contactId, { why, draftId: mail.id });
  });
  return { kind: 'overtaken' };
}
