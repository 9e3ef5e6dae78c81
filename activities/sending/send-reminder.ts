import { activeHold } from '../../domain/hold.ts';
import { loadReminder, stepReminder, type DueReminder } from '../../db/reminders.ts';
import { profileOf } from '../../domain/profile.ts';
import { MailboxFailure, SmtpFailure } from '../../mail/errors.ts';
import { accountToUse } from '../account-to-use.ts';
import type { Dependencies } from '../dependencies.ts';
import { heartbeatWhile } from '../heartbeat.ts';
import { retryAfter } from './due-mail.ts';

/** Milliseconds. */
const smtpLasts = 60_000;

/** Mails to the user alone: no contact sees them, so nothing is read before, and nobody approves them. */
export function createReminderActivities(dependencies: Dependencies) {
  return { sendReminder };

  /** Tries once. Returns when to try again (epoch milliseconds); undefined when nothing more is to be done. */
  function sendReminder({
    reminderId,
  }: {
    readonly reminderId: string;
  }): Promise<number | undefined> {
    return heartbeatWhile(() => send(dependencies, reminderId));
  }
}

async function send(dependencies: Dependencies, id: string): Promise<number | undefined> {
  const { db, now, log } = dependencies;
  const reminder = await loadReminder(db, id);
  if (!reminder) return undefined;
  if (reminder.state === 'CLAIMED') {
    // An attempt died with it in hand. One reminder too few is on the page as well; one too many is noise.
    await stepReminder(db, reminder, { state: 'AMBIGUOUS' });
    return undefined;
  }
  if (reminder.state !== 'PENDING') return undefined;
  if (reminder.expiresAt <= now() || reminder.mailbox.removedAt !== null) {
    await stepReminder(db, reminder, { state: 'EXPIRED' });
    return undefined;
  }
  if (isHeld(reminder, now())) return now().getTime() + retryAfter.stopped;
  try {
    await handOver(dependencies, reminder);
    return undefined;
  } catch (error) {
    if (!(error instanceof SmtpFailure || error instanceof MailboxFailure)) throw error;
    log('reminder.waits', { reminderId: id, reason: error.reason });
    const next = afterFailure(error);
    await stepReminder(db, { id, state: 'CLAIMED' }, { state: next, response: error.message });
    if (next !== 'PENDING') return undefined;
    return now().getTime() + retryAfter.unreachable;
  }
}

function afterFailure(error: SmtpFailure | MailboxFailure): 'PENDING' | 'REJECTED' | 'AMBIGUOUS' {
  if (!(error instanceof SmtpFailure)) return 'PENDING';
  switch (error.outcome) {
    case 'not_sent_retry':
      return 'PENDING';
    case 'not_sent_permanent':
      return 'REJECTED';
    case 'unknown':
      return 'AMBIGUOUS';
  }
}

/** A pause holds back mail to others; a stop, or a restore that nobody has looked at, holds back everything. */
function isHeld({ mailbox }: DueReminder, now: Date): boolean {
  const hold = activeHold(mailbox.user, now);
  return (hold !== undefined && hold.why !== 'paused') || mailbox.sendingStoppedAt !== null;
}

async function handOver(dependencies: Dependencies, reminder: DueReminder): Promise<void> {
  const { db, now } = dependencies;
  const { mailbox, subject, text, event, messageId } = reminder;
  const account = await accountToUse(dependencies, mailbox);
  const smtp = await dependencies.openSmtp(account, { deadline: smtpLasts });
  try {
    const { composeMail } = await import('../../mail/mime/compose.ts');
    const from = mailbox.fromAddress ?? mailbox.address;
    const raw = await composeMail({
      from: { name: mailbox.fromName ?? profileOf(mailbox.user).name ?? undefined, address: from },
      to: mailbox.address,
      subject,
      text,
      messageId,
      references: [],
      date: now(),
      event: event ?? undefined,
    });
    if (!(await stepReminder(db, reminder, { state: 'CLAIMED', claimedAt: now() }))) return;
    const { response } = await smtp.send(
      { from, to: mailbox.address, raw },
      { beforeData: () => Promise.resolve() },
    );
    await stepReminder(
      db,
      { id: reminder.id, state: 'CLAIMED' },
      {
        state: 'ACCEPTED',
        acceptedAt: now(),
        response,
      },
    );
  } finally {
    smtp.close();
  }
}
