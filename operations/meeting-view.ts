import { z } from 'zod';
import type { Meeting } from '../db/generated/client.ts';
import { type MeetingView, meetingView } from './views.ts';

/** As the verbs about a meeting answer. */
export const meetingResult = meetingView.extend({
  contactId: z.string(),
  contactName: z.string(),
  /** The mail that tells them; null where there is nothing to tell. */
  draftId: z.string().nullable(),
  /** What else is at that time. */
  clash: z.string().nullable(),
});
export type MeetingResult = z.infer<typeof meetingResult>;

export function presentMeeting(row: Meeting): MeetingView {
  return meetingView.parse({
    meetingId: row.id,
    uid: row.uid,
    sequence: row.sequence,
    at: row.at.toISOString(),
    minutes: row.minutes,
    format: row.format,
    where: row.where,
    state: row.state,
    attendance: row.attendance,
    organizer: row.organizer,
  });
}
