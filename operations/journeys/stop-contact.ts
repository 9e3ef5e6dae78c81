import { z } from 'zod';
import { withdrawUnsent } from '../../db/drafts.ts';
import { comingMeeting } from '../../db/meetings.ts';
import { withdrawQuestions } from '../../db/questions.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import { Conflict } from '../../domain/errors.ts';
import { updateOne, update } from './update-journey.ts';
import { defineOperation } from '../operation.ts';
import { contactSummary } from '../views.ts';

export const stop = defineOperation({
  name: 'stop',
  summary: 'End this journey for good; what was not sent yet is withdrawn',
  input: z.object({
    ref: z.string(),
    /** A conversation that is agreed stands, though the journey ends. */
    keepMeeting: z.boolean().optional(),
  }),
  output: contactSummary,
  run: (context, { ref, keepMeeting = false }) =>
    updateOne(context, ref, async (tx, contact) => {
      if (contact.stage === 'closed' && contact.outcome === 'stopped') return;
      if (!keepMeeting && (await comingMeeting(tx, contact.id, context.now())))
        throw new Conflict(
          `You have agreed to talk with ${contact.name}. Cancel that first, or say that it takes place all the same.`,
          'stop_or_keep_meeting',
        );
      await withdrawUnsent(tx, contact.id, { why: 'you stopped the journey' });
      await update(tx, contact.id, {
        stoppedAt: context.now(),
        stage: 'closed',
        outcome: 'stopped',
        nextAt: null,
        nextWhy: null,
        answerOwedTo: null,
      });
      await withdrawQuestions(tx, contact.id, context.now());
      await addTimelineEvent(tx, contact.id, 'You stopped the journey.');
      await tellJourney(tx, contact.id, 'stop', {});
    }),
});
