import { z } from 'zod';
import { draftCheckIn } from '../../db/check-in.ts';
import { isSuppressed } from '../../db/ledger.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import { parseLine } from '../../domain/contact.ts';
import { Conflict } from '../../domain/errors.ts';
import { findContact, lockedContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { draftParts, presentDraft } from '../present.ts';
import { draftView } from '../views.ts';

export const checkIn = defineOperation({
  name: 'checkIn',
  summary: 'Draft a check-in now, with a reason for it; one that waits gives way',
  input: z.object({ ref: z.string(), reason: z.string().optional() }),
  output: draftView,
  async run(context, { ref, reason: typed }) {
    const { db } = context;
    const { id } = await findContact(context, ref);
    const reason = typed === undefined ? undefined : parseLine('reason', typed) || undefined;
    const draft = await db.$transaction(async (tx) => {
      const contact = await lockedContact(tx, id);
      if (contact.stage !== 'keeping_in_touch')
        throw new Conflict(
          `Could not check in with ${contact.name}: you are not keeping in touch yet. That begins when the thank-you has left.`,
        );
      if (await isSuppressed(tx, contact.userId, contact.email))
        throw new Conflict(`${contact.email} asked not to be written to, so no mail was drafted.`);
      await addTimelineEvent(tx, id, 'You asked for a check-in.');
      const written = await draftCheckIn(tx, contact, { reason });
      await tellJourney(tx, id, 'draftWritten', { draftId: written.id, purpose: 'check_in' });
      return written;
    });
    context.deliverSoon();
    return presentDraft(
      await db.draft.findUniqueOrThrow({ where: { id: draft.id }, include: draftParts }),
    );
  },
});
