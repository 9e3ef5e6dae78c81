import { compose, type Composed } from '../domain/compose/compose.ts';
import type { Occasion } from '../domain/compose/occasion.ts';
import { profileOf } from '../domain/profile.ts';
import type { Transaction } from './client.ts';
import { factsOf } from './contact-facts.ts';
import { createDraft, withdrawUnsent } from './drafts.ts';
import type { Contact, Draft, Mailbox, User } from './generated/client.ts';
import { threadOf } from './thread-headers.ts';

export type Recipient = Contact & { readonly user: User; readonly mailbox: Mailbox };

/**
 * Writes what an occasion asks for, in the thread so far; an unsent draft of the same purpose gives way to it. The
 * caller holds the contact's lock.
 */
export async function draftOccasion(
  tx: Transaction,
  contact: Recipient,
  {
    occasion,
    meetingId,
    landingId,
  }: {
    readonly occasion: Occasion;
    readonly meetingId?: string;
    readonly landingId?: string;
  },
): Promise<Draft> {
  await withdrawUnsent(tx, contact.id, {
    why: 'a newer one took its place',
    purposes: [occasion.purpose],
  });
  const { subject, text, template, findings } = await composeOccasion(tx, contact, occasion);
  const thread = await threadOf(tx, contact.id);
  return createDraft(tx, {
    subject,
    text,
    template,
    findings,
    occasion,
    contactId: contact.id,
    purpose: occasion.purpose,
    from: contact.mailbox.address,
    to: contact.email,
    inReplyTo: thread?.inReplyTo,
    references: thread?.references ?? [],
    ...(meetingId === undefined ? {} : { meetingId }),
    ...(landingId === undefined ? {} : { landingId }),
  });
}

/** The words alone, in the thread so far. */
export async function composeOccasion(
  tx: Transaction,
  contact: Recipient,
  occasion: Occasion,
): Promise<Composed> {
  const thread = await threadOf(tx, contact.id);
  return compose({
    ...occasion,
    profile: profileOf(contact.user),
    contact: factsOf(contact),
    previous: thread ? { subject: thread.subject } : undefined,
  });
}
