import { z } from 'zod';
import { callOff, comingMeeting, tellMeeting } from '../../db/meetings.ts';
import { askUser } from '../../db/questions.ts';
import { lockUserTimes } from '../../db/slot-offers.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import { parseLine } from '../../domain/contact.ts';
import { NotFound } from '../../domain/errors.ts';
import { findContact, lockedContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { judgeTimeMails, timeMails } from './answered-mail.ts';
import { resultOf } from './change-meeting.ts';
import { meetingResult } from '../meeting-view.ts';
import { refuseUnlessWritable, writeCancellation } from './write-draft.ts';

export const cancelMeeting = defineOperation({
  name: 'cancelMeeting',
  summary:
    'Cancel what is agreed, and draft the mail that says so; nothing is drafted while they were never told',
  input: z.object({
    ref: z.string(),
    why: z.string().optional(),
    noMail: z.boolean().optional(),
  }),
  output: meetingResult,
  async run(context, { ref, why, noMail }) {
    const { db, userId, now } = context;
    const { id } = await findContact(context, ref);
    const result = await db.$transaction(async (tx) => {
      await lockUserTimes(tx, userId);
      const contact = await lockedContact(tx, id);
      const agreed = await comingMeeting(tx, id, now());
      if (!agreed)
        throw new NotFound(`Nothing is agreed with ${contact.name} that could be cancelled.`);
      const mails = await timeMails(tx, contact, now());
      const reason = why === undefined ? undefined : parseLine('why', why) || undefined;
      const { meeting, told } = await callOff(tx, agreed, {
        by: 'us',
        why: reason ?? 'you cancelled it',
        now: now(),
      });
      const tell = told && noMail !== true;
      if (tell) await refuseUnlessWritable(tx, contact);
      const draft = tell
        ? await writeCancellation(tx, contact, { agreed, meeting, why: reason })
        : undefined;
      await judgeTimeMails(tx, contact, mails);
      await tellMeeting(tx, meeting, 'cancelled');
      await askUser(tx, contact, 'offer_new_times', { meetingId: meeting.id });
      await addTimelineEvent(tx, id, 'The conversation was cancelled.');
      return resultOf(meeting, contact, { draft });
    });
    context.deliverSoon();
    return result;
  },
});
