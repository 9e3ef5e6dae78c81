import { z } from 'zod';
import { addTimelineEvent } from '../../db/timeline.ts';
import { Conflict } from '../../domain/errors.ts';
import { findDraft, lockedContact } from '../find-contact.ts';
import { reopenAt } from '../journeys/reopen-contact.ts';
import { proposeTimes } from '../meetings/propose.ts';
import { defineOperation } from '../operation.ts';
import { contactSummary } from '../views.ts';
import { showContact } from '../contacts/show-contact.ts';
import { writeReply } from '../drafts/write-mail.ts';

const broughtBack = 'you took the skip back';

export const unskipDraft = defineOperation({
  name: 'unskipDraft',
  summary:
    'Take a skip back: a first mail and times are drafted anew, any other mail comes back as one of your own',
  input: z.object({ draftId: z.string() }),
  output: contactSummary,
  async run(context, { draftId }) {
    const { db, now } = context;
    const { contactId, purpose } = await findDraft(context, draftId);
    if (purpose === 'proposal') await proposeTimes.run(context, { ref: contactId });
    else
      await db.$transaction(async (tx) => {
        const contact = await lockedContact(tx, contactId);
        const draft = await tx.draft.findUniqueOrThrow({ where: { id: draftId } });
        if (draft.state !== 'skipped' || draft.stateWhy === broughtBack)
          throw new Conflict('This mail is not skipped, or its skip was taken back already.');
        if (purpose === 'confirmation' || purpose === 'cancellation')
          throw new Conflict(
            'A mail about a meeting cannot be brought back. Change the meeting instead, on the page of the contact.',
          );
        if (purpose !== 'outreach') {
          const { subject, text } = draft;
          await writeReply(tx, contact, { subject, text, template: 'hand' });
        } else if (contact.stage === 'closed' && contact.outcome === 'withdrawn') {
          await reopenAt(tx, contact, { chapter: 'outreach', now: now() });
        } else {
          throw new Conflict('The skip is still being carried out. Try again in a moment.');
        }
        await tx.draft.update({ where: { id: draftId }, data: { stateWhy: broughtBack } });
        await addTimelineEvent(tx, contactId, 'You took the skip back.');
      });
    context.deliverSoon();
    return showContact.run(context, { ref: contactId });
  },
});
