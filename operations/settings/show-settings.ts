import { z } from 'zod';
import { storedPolicy } from '../../db/policy.ts';
import { defineOperation } from '../operation.ts';

export const settingsView = z.object({
  nudgeAfter: z.string(),
  maxNudges: z.number(),
  giveUpAfter: z.string(),
  thankYouWithin: z.string(),
  checkInEvery: z.string(),
  maxUnansweredCheckIns: z.number(),
  workingHours: z.string(),
  holidays: z.string(),
  dailyLimit: z.number(),
  spacing: z.string(),
  onePerCompany: z.boolean(),
  maxAway: z.string(),
  meetingMinutes: z.number(),
  slotsOffered: z.number(),
  meetingHours: z.string(),
  meetingNotice: z.string(),
  meetingHorizon: z.string(),
  meetingGap: z.string(),
  meetingsADay: z.number(),
  briefBefore: z.string(),
  remindBefore: z.string(),
  remindByMail: z.boolean(),
  questions: z.number(),
});

export const showSettings = defineOperation({
  name: 'showSettings',
  summary: 'The cadence that contacts added from now on get',
  input: z.object({}),
  output: settingsView,
  async run({ db, userId }) {
    const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
    return storedPolicy(user.settings);
  },
});
