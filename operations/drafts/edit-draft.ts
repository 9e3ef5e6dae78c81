import { z } from 'zod';
import { reviseDraft } from '../../db/drafts.ts';
import { parseLine } from '../../domain/contact.ts';
import { InvalidInput, Conflict } from '../../domain/errors.ts';
import { lintDraft } from '../../domain/compose/lint/lint.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { awaitApprovalAgain } from '../await-approval-again.ts';
import { changeDraft, refuseUnlessUnsent } from './change-draft.ts';
import { timesToTell } from '../../db/told-times.ts';
import { factsOf } from '../../db/contact-facts.ts';
import { profileOf } from '../../domain/profile.ts';
import { defineOperation } from '../operation.ts';
import { draftView } from '../views.ts';

export const editDraft = defineOperation({
  name: 'editDraft',
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
    return changeDraft(context, draftId, async (tx, draft, contact) => {
      refuseUnlessUnsent(draft, 'edited');
      if (revision !== undefined && revision !== draft.revision)
        throw new Conflict(
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
        ...(await timesToTell(tx, draft, contact)),
      });
      await reviseDraft(tx, draft, { ...next, findings, edited: true });
      await awaitApprovalAgain(tx, draft, contact);
    });
  },
});

/** A mail's text: any length that a person writes, lines as `\n`, no other control characters. */
export function parseText(text: string): string {
  if (text.length > 100_000)
    throw new InvalidInput(
      'The text has more than 100,000 characters; a mail should be far shorter.',
      'text',
    );
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trimEnd();
}
