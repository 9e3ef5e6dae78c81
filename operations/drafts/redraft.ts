import { z } from 'zod';
import { diffLetters } from '../../domain/compose/diff-letters.ts';
import { Conflict } from '../../domain/errors.ts';
import { findDraft, lockedContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { draftView, findingView, leftOutView } from '../views.ts';
import { awaitApprovalAgain } from '../await-approval-again.ts';
import { changeDraft, refuseUnlessUnsent } from './change-draft.ts';
import { composeAgain, replaceText } from '../recompose-drafts.ts';

export const offerDraft = defineOperation({
  name: 'offerDraft',
  summary: 'The letter that a draft would be with today’s notes, and what would change',
  input: z.object({ draftId: z.string() }),
  output: z.object({
    draftId: z.string(),
    revision: z.number(),
    subject: z.string(),
    text: z.string(),
    findings: z.array(findingView),
    leftOut: z.array(leftOutView),
    changes: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
  }),
  async run(context, { draftId }) {
    const draft = await findDraft(context, draftId);
    return context.db.$transaction(async (tx) => {
      const contact = await lockedContact(tx, draft.contactId);
      const composed = await composeAgain(tx, draft, contact);
      if (!composed)
        throw new Conflict(
          `Draft ${draftId} was not written from notes, so there is no other one.`,
        );
      const { subject, text, findings, leftOut } = composed;
      return {
        draftId,
        revision: draft.revision,
        subject,
        text,
        findings: [...findings],
        leftOut: [...leftOut],
        changes: [...diffLetters(draft.text, text)],
      };
    });
  },
});

export const redraft = defineOperation({
  name: 'redraft',
  summary: 'Write a draft anew from today’s notes: a new revision that needs a new approval',
  input: z.object({ draftId: z.string(), revision: z.number().int().positive().optional() }),
  output: draftView,
  async run(context, { draftId, revision }) {
    return changeDraft(context, draftId, async (tx, draft, contact) => {
      refuseUnlessUnsent(draft, 'written anew');
      if (revision !== undefined && revision !== draft.revision)
        throw new Conflict(
          `Draft ${draftId} was changed since: revision ${revision} is not its newest, ${draft.revision} is.`,
        );
      const composed = await composeAgain(tx, draft, contact);
      if (!composed)
        throw new Conflict(`Draft ${draftId} was not written from notes. Edit it instead.`);
      await replaceText(tx, draft, composed);
      await awaitApprovalAgain(tx, draft, contact);
    });
  },
});
