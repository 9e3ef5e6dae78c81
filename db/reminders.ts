import { randomUUID } from 'node:crypto';
import { reminderId } from '../domain/journey.ts';
import { messageIdFor } from '../domain/message-id.ts';
import type { Database, Transaction } from './client.ts';
import type { Mailbox, Prisma, Reminder, User } from './generated/client.ts';
import { enqueue } from './outbox.ts';
import { storedPolicy } from './policy.ts';

/** Sends the user a mail of their own, once for what it is about, where they want such mails. */
export async function remindByMail(
  tx: Transaction,
  contactId: string,
  mail: {
    readonly about: string;
    readonly subject: string;
    readonly text: string;
    readonly event?: string | undefined;
    readonly expiresAt: Date;
  },
): Promise<void> {
  const contact = await tx.contact.findUniqueOrThrow({
    where: { id: contactId },
    include: { mailbox: true, user: true },
  });
  // The user's own switch, as it stands now; a contact's policy was fixed when it was added.
  if (!storedPolicy(contact.user.settings).remindByMail) return;
  if ((await tx.reminder.count({ where: { about: mail.about } })) > 0) return;
  const { id } = await tx.reminder.create({
    data: {
      ...mail,
      event: mail.event ?? null,
      contactId,
      mailboxId: contact.mailboxId,
      messageId: messageIdFor(randomUUID(), contact.mailbox.address),
    },
  });
  await enqueue(tx, { contactId, target: reminderId(id), kind: 'start', payload: {} });
}

export type DueReminder = Reminder & {
  readonly mailbox: Mailbox & { readonly user: User };
};

export function loadReminder(db: Database, id: string): Promise<DueReminder | null> {
  return db.reminder.findUnique({
    where: { id },
    include: { mailbox: { include: { user: true } } },
  });
}

/** Moves a row of this ledger; false when another attempt has moved it. */
export async function stepReminder(
  db: Database,
  { id, state }: Pick<Reminder, 'id' | 'state'>,
  data: Prisma.ReminderUpdateManyMutationInput,
): Promise<boolean> {
  return (await db.reminder.updateMany({ where: { id, state }, data })).count === 1;
}
