import type { Waiting } from '../../domain/mailbox/alert.ts';
import type { Database } from '../client.ts';
import type { Mailbox } from '../generated/client.ts';

/** Counts one more alert; false when another process has just done so. */
export async function countAlert(db: Database, mailbox: Mailbox, now: Date): Promise<boolean> {
  const { id, alertsSent, firstAlertAt } = mailbox;
  const { count } = await db.mailbox.updateMany({
    where: { id, alertsSent },
    data: { alertsSent: alertsSent + 1, firstAlertAt: firstAlertAt ?? now },
  });
  return count === 1;
}

/** An alert that reached nobody is due again. */
export async function uncountAlert(db: Database, mailbox: Mailbox): Promise<void> {
  const { id, alertsSent, firstAlertAt } = mailbox;
  await db.mailbox.updateMany({
    where: { id, alertsSent: alertsSent + 1 },
    data: { alertsSent, firstAlertAt },
  });
}

/** The failure is over; false when another process has just said so. */
export async function endAlerts(db: Database, mailbox: Mailbox): Promise<boolean> {
  const { id, alertsSent } = mailbox;
  const { count } = await db.mailbox.updateMany({
    where: { id, alertsSent },
    data: { alertsSent: 0, firstAlertAt: null },
  });
  return count === 1;
}

/** What a mailbox that does not work keeps waiting. */
export async function waitingFor(db: Database, mailboxId: string): Promise<Waiting> {
  const [contacts, mails] = await Promise.all([
    db.contact.count({
      where: { mailboxId, removedAt: null, stage: { not: 'closed' }, lastSentAt: { not: null } },
    }),
    db.draft.count({ where: { state: 'approved', contact: { mailboxId } } }),
  ]);
  return { contacts, mails };
}
