import { factsOf } from '../../db/contact-facts.ts';
import type { Transaction } from '../../db/client.ts';
import { reviseDraft, unsentStates } from '../../db/drafts.ts';
import type { Contact, Draft, User } from '../../db/generated/client.ts';
import { storedOccasion } from '../../db/occasion.ts';
import { otherLetters } from '../../db/other-letters.ts';
import { storedPolicy } from '../../db/policy.ts';
import { ownTemplate } from '../../db/templates.ts';
import { compose, type Composed } from '../../domain/compose/compose.ts';
import { profileOf } from '../../domain/profile.ts';

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

/**
 * After notes, profile or a template changed: a draft that nobody edited is written anew; one that was edited or
 * approved keeps its words, and is marked so that the new ones can be offered. The caller holds the contact's lock.
 */
export async function redraftAfterChange(
  tx: Transaction,
  contact: WholeContact,
  options: { readonly onlyHeld?: boolean } = {},
): Promise<void> {
  const drafts = await tx.draft.findMany({
    where: { contactId: contact.id, state: { in: unsentStates } },
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
      (draft.state === 'held' || options.onlyHeld !== true);
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
