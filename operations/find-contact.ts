import type { Transaction } from '../db/client.ts';
import type { Contact, Draft, Mailbox, User } from '../db/generated/client.ts';
import { lockContact } from '../db/postgres/locks.ts';
import { Conflict, NotFound } from '../domain/errors.ts';
import type { OperationContext } from './context.ts';
import { isUuid } from './uuid.ts';

/** A contact of this user by id or address. Throws Conflict when there is none. */
export async function findContact(
  { db, userId }: Pick<OperationContext, 'db' | 'userId'>,
  ref: string,
): Promise<Contact> {
  const email = ref.trim().toLowerCase();
  const contact = await db.contact.findFirst({
    where: {
      userId,
      removedAt: null,
      ...(isUuid(ref) ? { id: ref } : { OR: [{ email }, { addresses: { some: { email } } }] }),
    },
  });
  if (!contact) throw new NotFound(`There is no contact ${ref}.`);
  return contact;
}

/** A draft of this user. Throws Conflict when there is none. */
export async function findDraft(
  { db, userId }: Pick<OperationContext, 'db' | 'userId'>,
  draftId: string,
): Promise<Draft> {
  const draft = isUuid(draftId)
    ? await db.draft.findFirst({ where: { id: draftId, contact: { userId, removedAt: null } } })
    : null;
  if (!draft) throw new NotFound(`There is no draft ${draftId}.`);
  return draft;
}

/** A mailbox of this user, by id or address; without one named, the only mailbox. Throws Conflict. */
export async function findMailbox(
  { db, userId }: Pick<OperationContext, 'db' | 'userId'>,
  ref: string | undefined,
): Promise<Mailbox> {
  const mailboxes = await db.mailbox.findMany({ where: { userId, removedAt: null } });
  if (ref !== undefined) {
    const wanted = ref.trim().toLowerCase();
    const named = mailboxes.find(({ id, address }) => id === wanted || address === wanted);
    if (!named) throw new NotFound(`There is no mailbox ${ref}.`);
    return named;
  }
  const [only, second] = mailboxes;
  if (!only)
    throw new Conflict('No mailbox is connected yet. Connect one first.', 'connect_mailbox');
  if (second)
    throw new Conflict(
      `Several mailboxes are connected (${mailboxes.map(({ address }) => address).join(', ')}): say which one.`,
      'choose_mailbox',
    );
  return only;
}

/** The row as it is now, with everybody else kept from deciding about this contact until the transaction ends. */
export async function lockedContact(
  tx: Transaction,
  contactId: string,
): Promise<Contact & { readonly user: User; readonly mailbox: Mailbox }> {
  await lockContact(tx, contactId);
  return tx.contact.findUniqueOrThrow({
    where: { id: contactId },
    include: { user: true, mailbox: true },
  });
}
