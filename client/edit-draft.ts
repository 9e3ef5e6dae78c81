import { z } from 'zod';
import { reviseDraft, unsentStates } from '../db/drafts.ts';
import { parseLine } from '../domain/contact.ts';
import { Misuse, Refusal } from '../domain/errors.ts';
import { lintDraft } from '../domain/lint.ts';
import type { Purpose } from '../domain/purpose.ts';
import { refuseIfLeaving } from './approve-draft.ts';
import { factsOf, profileOf } from './contact-fields.ts';
import { carriedByJourney, tellOfDraft } from './deliver.ts';
import { findDraft, lockedContact } from './find.ts';
import { draftParts, presentDraft } from './present.ts';
import { defineVerb } from './verb.ts';
import { draftView } from './views.ts';

export const editDraft = defineVerb({
  name: 'editDraft',
  method: 'patch',
  path: '/drafts/{draftId}',
  summary: 'Change a draft’s words: a new revision, looked over again, that needs a new approval',
  input: z.object({
    draftId: z.string(),
    subject: z.string().optional(),
    text: z.string().optional(),
    /** The revision that was on the screen; a newer one is not overwritten. */
    revision: z.number().int().positive().optional(),
  }),
  output: draftView,
  async run(context, { draftId, subject, text, revision }) {
    const { db } = context;
    const { contactId } = await findDraft(context, draftId);
    await db.$transaction(async (tx) => {
      const contact = await lockedContact(tx, contactId);
      const draft = await tx.draft.findUniqueOrThrow({
        where: { id: draftId },
        include: { send: true },
      });
      if (!unsentStates.includes(draft.state))
        throw new Refusal(`Draft ${draftId} cannot be edited, because it is ${draft.state}.`);
      refuseIfLeaving(draft.send);
      if (revision !== undefined && revision !== draft.revision)
        throw new Refusal(
          `Draft ${draftId} was changed since: you edited revision ${revision}, and its newest is ${draft.revision}.`,
        );
      const next = {
        subject: subject === undefined ? draft.subject : parseLine('subject', subject),
        text: text === undefined ? draft.text : parseText(text),
      };
      if (next.subject === draft.subject && next.text === draft.text) return;
      const findings = lintDraft({
        ...next,
        purpose: draft.purpose as Purpose,
        contact: factsOf(contact),
        profile: profileOf(contact.user),
      });
      const revised = await reviseDraft(tx, draft, { ...next, findings, edited: true });
      if (carriedByJourney(draft) && contact.stage === 'scheduled')
        await tx.contact.update({
          where: { id: contactId },
          data: { stage: 'awaiting_approval', nextAt: null, nextWhy: 'your approval' },
        });
      await tellOfDraft(tx, revised, 'edited');
    });
    context.deliverSoon();
    return presentDraft(
      await db.draft.findUniqueOrThrow({ where: { id: draftId }, include: draftParts }),
    );
  },
});

/** A mail's text: any length that a person writes, lines as `\n`, no other control characters. */
export function parseText(text: string): string {
  if (text.length > 100_000)
    throw new Misuse(
      'The text has more than 100,000 characters; a mail should be far shorter.',
      'text',
    );
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trimEnd();
}
