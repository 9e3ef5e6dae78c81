import { hasAnswered } from '../domain/journey/has-answered.ts';
import type { Person } from '../domain/person.ts';
import type { Database, Transaction } from './client.ts';
import type { Contact, Referral } from './generated/client.ts';
import { isSuppressed } from './ledger.ts';
import { lockContact } from './postgres/locks.ts';
import { draftOccasion } from './occasion-draft.ts';

/** Notes whom a contact pointed to. The same person twice is one referral; what is new about them is added. */
export async function addReferral(
  tx: Transaction,
  introducer: Pick<Contact, 'id' | 'userId'>,
  { name, email, why }: Person,
  { messageId }: { readonly messageId?: string } = {},
): Promise<Referral> {
  const known = await tx.referral.findFirst({
    where: {
      introducerId: introducer.id,
      ...(email === undefined ? { name, email: null } : { email }),
    },
  });
  if (known)
    return tx.referral.update({
      where: { id: known.id },
      data: {
        why: why ?? known.why,
        // Somebody who was dismissed and is named again is worth another look.
        ...(known.state === 'dismissed' ? { state: 'open', decidedAt: null } : {}),
      },
    });
  return tx.referral.create({
    data: {
      userId: introducer.userId,
      introducerId: introducer.id,
      name,
      email: email ?? null,
      why: why ?? null,
      messageId: messageId ?? null,
    },
  });
}

/**
 * Drafts the thanks that are owed to introducers, once per pair: a person whom they introduced has answered. Asked
 * again it does nothing, so whoever stores or judges mail may call it, and what a crash left out is caught up with.
 */
export async function draftIntroducerThanks(
  db: Database,
  introduced: { readonly contactId?: string } = {},
): Promise<void> {
  const unthanked = await db.referral.findMany({
    where: {
      state: 'accepted',
      thanksDraftId: null,
      contactId: introduced.contactId ?? { not: null },
      introducer: { removedAt: null, OR: [{ outcome: null }, { outcome: { not: 'opted_out' } }] },
      contact: { removedAt: null, messages: { some: { direction: 'in' } } },
    },
    select: {
      id: true,
      introducerId: true,
      contact: {
        select: { email: true, addresses: true, messages: { where: { direction: 'in' } } },
      },
    },
    orderBy: { introducerId: 'asc' },
    take: 100,
  });
  for (const { id, introducerId, contact } of unthanked)
    if (contact && hasAnswered({ addresses: addressesOf(contact), messages: contact.messages }))
      await db.$transaction((tx) => thankOnce(tx, { id, introducerId }));
}

function addressesOf(contact: {
  readonly email: string;
  readonly addresses: readonly { readonly email: string }[];
}): readonly string[] {
  return [contact.email, ...contact.addresses.map(({ email }) => email)];
}

async function thankOnce(
  tx: Transaction,
  { id, introducerId }: { readonly id: string; readonly introducerId: string },
): Promise<void> {
  await lockContact(tx, introducerId);
  const { introducer, contact, thanksDraftId } = await tx.referral.findUniqueOrThrow({
    where: { id },
    include: { introducer: { include: { user: true, mailbox: true } }, contact: true },
  });
  if (thanksDraftId !== null || contact === null) return;
  if (await isSuppressed(tx, introducer.userId, introducer.email)) return;
  const draft = await draftOccasion(tx, introducer, {
    occasion: {
      purpose: 'introducer_thanks',
      introduced: contact.name,
      met: contact.metAt !== null,
    },
  });
  await tx.referral.update({ where: { id }, data: { thanksDraftId: draft.id } });
}
