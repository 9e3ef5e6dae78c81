import { z } from 'zod';
import { stateToJson } from '../../db/journey-state.ts';
import { isSuppressed } from '../../db/ledger.ts';
import { resolveProblems } from '../../db/problems.ts';
import { note } from '../../db/timeline.ts';
import { Conflict } from '../../domain/errors.ts';
import type { Policy } from '../../domain/policy.ts';
import { firstState } from '../contacts/add-contact.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import { findContact, lockedContact } from '../find.ts';
import { presentContactSummary } from '../present.ts';
import { defineOperation } from '../operation.ts';
import { contactSummary } from '../views.ts';

export const reopenContact = defineOperation({
  name: 'reopenContact',
  method: 'post',
  path: '/contacts/{ref}/reopen',
  summary: 'Begin a closed journey anew, with a new first mail to approve',
  input: z.object({ ref: z.string() }),
  output: contactSummary,
  async run(context, { ref }) {
    const { db } = context;
    const { id } = await findContact(context, ref);
    const reopened = await db.$transaction(async (tx) => {
      const contact = await lockedContact(tx, id);
      if (contact.stage !== 'closed')
        throw new Conflict(
          `The journey with ${contact.name} is not closed: it is ${contact.stage}.`,
        );
      if (await isSuppressed(tx, contact.userId, contact.email))
        throw new Conflict(
          `${contact.email} asked not to be written to; this journey stays closed.`,
        );
      await resolveProblems(tx, { kind: 'bounced', contactId: id });
      await note(tx, id, 'You began the journey anew.');
      await tellJourney(tx, id, 'reopen');
      return tx.contact.update({
        where: { id },
        data: {
          journey: stateToJson(firstState(contact.policy as unknown as Policy)),
          round: { increment: 1 },
          stage: 'drafting',
          outcome: null,
          nextAt: null,
          nextWhy: null,
          stoppedAt: null,
          pausedAt: null,
          snoozedUntil: null,
        },
      });
    });
    context.deliverSoon();
    return presentContactSummary(reopened);
  },
});
