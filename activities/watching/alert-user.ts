import { countAlert, endAlerts, uncountAlert, waitingFor } from '../../db/mailbox/alerts.ts';
import type { Mailbox } from '../../db/generated/client.ts';
import {
  recoveryMail,
  troubleMail,
  troubleOf,
  type MailboxHealth,
} from '../../domain/mailbox/alert.ts';
import { isAlertDue, type SignInRefusal } from '../../domain/mailbox/sign-in.ts';
import { MailboxFailure, SmtpFailure } from '../../mail/errors.ts';
import { postAlert } from '../../mail/post-alert.ts';
import { sendPlainMail } from '../../mail/smtp/send-plain-mail.ts';
import type { Dependencies } from '../dependencies.ts';
import { accountToUse } from '../account-to-use.ts';

/**
 * Tells the user of a mailbox that does not work, beyond the page: by a mail through another
 * connected mailbox and at the address they gave for alerts. Once when it is certain, after 1, 3 and
 * 7 days, then weekly; and once when it works again.
 */
export async function alertUser(dependencies: Dependencies, mailbox: Mailbox): Promise<void> {
  const { db, now, log } = dependencies;
  if (mailbox.practice) return;
  const health = healthOf(mailbox);
  const trouble = troubleOf(health, now());
  if (trouble === undefined) {
    const over = mailbox.failingSince === null && mailbox.sendingStoppedAt === null;
    if (mailbox.alertsSent === 0 || !over || !(await endAlerts(db, mailbox))) return;
    log('mailbox.works-again', { mailboxId: mailbox.id });
    await sendAlert(dependencies, mailbox, recoveryMail(mailbox.address));
    return;
  }
  const due = isAlertDue({
    sent: mailbox.alertsSent,
    firstAt: mailbox.firstAlertAt ?? undefined,
    now: now(),
  });
  if (!due || !(await countAlert(db, mailbox, now()))) return;
  log('mailbox.alert', { mailboxId: mailbox.id, what: trouble.what });
  const mail = troubleMail(health, trouble, await waitingFor(db, mailbox.id));
  const outcome = await sendAlert(dependencies, mailbox, mail);
  if (outcome === 'failed') await uncountAlert(db, mailbox);
}

function healthOf(mailbox: Mailbox): MailboxHealth {
  // The column holds only what markFailing wrote.
  const refusal = mailbox.refusal as SignInRefusal | null;
  return { ...mailbox, refusal, detail: mailbox.stateDetail };
}

type Message = { readonly subject: string; readonly text: string };

/** `failed` when there are ways to tell and none of them worked. */
async function sendAlert(
  dependencies: Dependencies,
  mailbox: Mailbox,
  message: Message,
): Promise<'told' | 'failed'> {
  const { db, log } = dependencies;
  const { userId, id: mailboxId } = mailbox;
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const others = await db.mailbox.findMany({
    where: {
      userId,
      id: { not: mailboxId },
      removedAt: null,
      practice: false,
      state: 'connected',
      sendingStoppedAt: null,
    },
    orderBy: { createdAt: 'asc' },
  });
  let ways = 0;
  let told = 0;
  if (user.alertUrl !== null) {
    ways += 1;
    if (await postAlert(user.alertUrl, message)) told += 1;
    else log('mailbox.alert-not-posted', { mailboxId });
  }
  for (const other of others) {
    ways += 1;
    if (!(await mailThrough(dependencies, { other, mailbox, message }))) continue;
    told += 1;
    break;
  }
  return ways > 0 && told === 0 ? 'failed' : 'told';
}

/** To the user's own addresses only: the mailbox that works, and the one that does not. */
async function mailThrough(
  dependencies: Dependencies,
  way: { readonly other: Mailbox; readonly mailbox: Mailbox; readonly message: Message },
): Promise<boolean> {
  const { other, mailbox, message } = way;
  try {
    const account = await accountToUse(dependencies, other);
    await sendPlainMail(account, { to: other.address, ...message }, dependencies.openSmtp);
    // People read it where they always do, also while Rapport cannot.
    await sendPlainMail(account, { to: mailbox.address, ...message }, dependencies.openSmtp);
    return true;
  } catch (error) {
    if (!(error instanceof SmtpFailure || error instanceof MailboxFailure)) throw error;
    dependencies.log('mailbox.alert-not-mailed', { mailboxId: other.id, reason: error.reason });
    return false;
  }
}
