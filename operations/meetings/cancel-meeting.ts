import { z } from 'zod';
import { withdrawUnsent } from '../../db/drafts.ts';
import { agreedMeeting, comingMeeting, invitationLeft, tellMeeting } from '../../db/meetings.ts';
import { lockUserTimes, releaseOffers } from '../../db/slot-offers.ts';
import { note } from '../../db/timeline.ts';
import { parseLine } from '../../domain/contact.ts';
import { NotFound } from '../../domain/errors.ts';
import { invitationFor } from '../../domain/meeting/invitation.ts';
import { findContact, lockedContact } from '../find.ts';
import { defineOperation } from '../operation.ts';
import { judgeTimeMails, timeMails } from './answered-mail.ts';
import { resultOf } from './change-meeting.ts';
import { meetingResult } from '../meeting-view.ts';
import { refuseUnlessWritable, writeMeetingDraft } from './write-draft.ts';

export const cancelMeeting = defineOperation({
  name: 'cancelMeeting',
  method: 'post',
  path: '/contacts/{ref}/meeting/cancel',
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
      const theirs = agreed.organizer === 'them';
      const told = theirs || (await invitationLeft(tx, agreed.id));
      const reason = why === undefined ? undefined : parseLine('why', why) || undefined;
      const meeting = await tx.meeting.update({
        where: { id: agreed.id },
        data: {
          state: 'cancelled',
          why: reason ?? 'you cancelled it',
          sequence: agreed.sequence + (told && !theirs ? 1 : 0),
          revision: { increment: 1 },
          nextAt: null,
          nextWhy: null,
        },
      });
      await withdrawUnsent(tx, id, {
        why: 'the conversation was cancelled',
        purposes: ['confirmation', 'cancellation'],
      });
      await releaseOffers(tx, id, { why: 'the conversation was cancelled', at: now() });
      await tx.meetingItem.updateMany({
        where: { meetingId: meeting.id, resolvedAt: null },
        data: { resolvedAt: now() },
      });
      const tell = told && noMail !== true;
      if (tell) await refuseUnlessWritable(tx, contact);
      const draft = tell
        ? await writeMeetingDraft(tx, contact, {
            occasion: {
              purpose: 'cancellation',
              meeting: { at: agreed.at, minutes: agreed.minutes },
              why: reason,
              invite: true,
            },
            minutes: agreed.minutes,
            meetingId: meeting.id,
            calendar: invitationFor(
              { ...agreedMeeting(agreed), sequence: meeting.sequence },
              'cancelled',
            ),
          })
        : undefined;
      await judgeTimeMails(tx, contact, mails);
      await tellMeeting(tx, meeting, 'cancelled');
      await note(tx, id, 'The conversation was cancelled.');
      return resultOf(meeting, contact, { draft });
    });
    context.deliverSoon();
    return result;
  },
});
