import { z } from 'zod';
import { parseLine } from '../../domain/contact.ts';
import { meetingFormats } from '../../domain/meeting/invitation.ts';
import { defineOperation } from '../operation.ts';
import { time } from '../views.ts';
import { agreeOnMeeting, type MeetingChange } from './change-meeting.ts';
import { meetingResult } from '../meeting-view.ts';

const input = z.object({
  ref: z.string(),
  /** Without it: the one time that their mail names for sure, if it is free. */
  at: time.optional(),
  minutes: z.number().int().min(1).max(480).optional(),
  format: z.enum(meetingFormats as readonly ['call', 'video', 'phone', 'coffee']).optional(),
  /** A link, an address or a telephone number. */
  where: z.string().optional(),
  /** Agreed elsewhere: nothing is drafted. */
  noMail: z.boolean().optional(),
});

export const confirmMeeting = defineOperation({
  name: 'confirmMeeting',
  summary: 'Agree on a time, and draft the mail that says so, with a calendar invitation',
  input,
  output: meetingResult,
  run: (context, { ref, ...change }) => agreeOnMeeting(context, ref, changeOf(change)),
});

export const rescheduleMeeting = defineOperation({
  name: 'rescheduleMeeting',
  summary:
    'Move what is agreed, or without a time change its place, format or length; the invitation keeps its UID',
  input,
  output: meetingResult,
  run: (context, { ref, ...change }) =>
    agreeOnMeeting(context, ref, changeOf(change), 'reschedule'),
});

function changeOf(given: Omit<z.infer<typeof input>, 'ref'>): MeetingChange {
  return {
    at: given.at === undefined ? undefined : new Date(given.at),
    minutes: given.minutes,
    format: given.format,
    where: given.where === undefined ? undefined : parseLine('where', given.where),
    noMail: given.noMail ?? false,
  };
}
