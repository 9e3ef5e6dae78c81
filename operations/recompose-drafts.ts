import { factsOf } from '../db/contact-facts.ts';
import type { Database, Transaction } from '../db/client.ts';
import { reviseDraft } from '../db/drafts.ts';
import type { Contact, Draft, User } from '../db/generated/client.ts';
import { storedOccasion } from '../db/occasion.ts';
import { otherLetters } from '../db/other-letters.ts';
import { storedPolicy } from '../db/policy.ts';
import { lockContact } from '../db/postgres/locks.ts';
import { ownTemplate } from '../db/templates.ts';
import { unsentStates } from '../domain/draft-state.ts';
import { compose, type Composed } from '../domain/compose/compose.ts';
import { profileOf } from '../domain/profile.ts';
import type { Purpose } from '../domain/purpose.ts';

type WholeContact = Contact & { readonly user: User };

/** The letter that a draft would be today; undefined for mails that were not composed from notes. */
export async function composeAgain(
  tx: Transaction,
  draft: Draft,
  contact: WholeContact,
): Promise<Composed | undefined> {
  const occasion = storedOccasion(draft);
  if (occasion === undefined) return undefined;
  const facts = factsOf(contact);
  const profile = profileOf(contact.user);
  return compose({
    ...occasion,
    profile,
    contact: facts,
    previous: draft.inReplyTo === null ? undefined : { subject: draft.subject },
    minutes: storedPolicy(contact.policy).meetingMinutes,
    template: await ownTemplate(tx, contact.userId, {
      purpose: occasion.purpose,
      language: facts.language ?? profile.language,
    }),
    others: occasion.purpose === 'outreach' ? await otherLetters(tx, contact.id) : [],
  });
}

type Redraft = {
  /** Which drafts are written anew, of those that nobody edited or approved; all where it is not said. */
  readonly anew?: 'all' | 'held' | 'none';
  /** Only these mails. */
  readonly purpose?: Purpose;
};

/** As {@link redraftAfterChange} for everybody who has a draft that has not left; false when there is nobody. */
export async function redraftWaiting(
  db: Database,
  userId: string,
  redraft: Redraft,
): Promise<boolean> {
  const { purpose } = redraft;
  const waiting = await db.draft.findMany({
    where: {
      state: { in: unsentStates },
      contact: { userId, removedAt: null },
      ...(purpose && { purpose }),
    },
    select: { contactId: true },
    distinct: ['contactId'],
  });
  for (const { contactId } of waiting) {
    await db.$transaction(async (tx) => {
      await lockContact(tx, contactId);
      const contact = await tx.contact.findUnique({
        where: { id: contactId },
        include: { user: true },
      });
      if (contact) await redraftAfterChange(tx, contact, redraft);
    });
  }
  return waiting.length > 0;
}

/**
 * After notes, profile or a template changed: a draft that nobody edited is written anew; one that was edited or
 * approved keeps its words, and is marked so that the new ones can be offered. The caller holds the contact's lock.
 */
export async function redraftAfterChange(
  tx: Transaction,
  contact: WholeContact,
  { anew = 'all', purpose }: Redraft = {},
): Promise<void> {
  const drafts = await tx.draft.findMany({
    where: {
      contactId: contact.id,
      state: { in: unsentStates },
      ...(purpose && { purpose }),
    },
    include: { send: true },
  });
  for (const draft of drafts) {
    if (draft.send !== null && draft.send.state !== 'PENDING') continue;
    const composed = await composeAgain(tx, draft, contact);
    if (!composed) continue;
    const same = composed.text === draft.text && composed.subject === draft.subject;
    const untouched =
      !draft.edited &&
      draft.state !== 'approved' &&
      (anew === 'all' || (anew === 'held' && draft.state === 'held'));
    if (untouched) await replaceText(tx, draft, composed);
    else if (!same)
      await tx.draft.update({ where: { id: draft.id }, data: { sourceHash: changed } });
  }
}

/** Takes the composed letter as the draft's new revision. */
export async function replaceText(
  tx: Transaction,
  draft: Draft,
  composed: Composed,
): Promise<Draft> {
  const { subject, text, findings, leftOut, template } = composed;
  const revised = await reviseDraft(tx, draft, { subject, text, findings, edited: false });
  await tx.draft.update({
    where: { id: draft.id },
    data: { leftOut: leftOut.map((note) => ({ ...note })), template, sourceHash: null },
  });
  return revised;
}

/** `Draft.sourceHash` of a draft whose notes, profile or template are newer than its words. */
export const changed = 'changed';
