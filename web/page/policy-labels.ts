import type { PolicyKey } from '../../domain/policy.ts';

export type PolicyGroup = { readonly title: string; readonly keys: readonly PolicyKey[] };

/** The settings as the page groups them; what each does is said by domain/policy.ts. */
export const policyGroups: readonly PolicyGroup[] = [
  {
    title: 'Following up',
    keys: ['nudgeAfter', 'maxNudges', 'giveUpAfter', 'maxAway'],
  },
  {
    title: 'Sending',
    keys: ['workingHours', 'holidays', 'dailyLimit', 'spacing', 'onePerCompany'],
  },
  {
    title: 'Conversations',
    keys: [
      'meetingMinutes',
      'meetingHours',
      'slotsOffered',
      'meetingNotice',
      'meetingHorizon',
      'meetingGap',
      'meetingsADay',
      'briefBefore',
      'remindBefore',
      'questions',
    ],
  },
  { title: 'Afterwards', keys: ['thankYouWithin', 'checkInEvery', 'maxUnansweredCheckIns'] },
];

export const policyLabels: Readonly<Record<PolicyKey, string>> = {
  nudgeAfter: 'Nudge after',
  maxNudges: 'Nudges at most',
  giveUpAfter: 'Move on after',
  maxAway: 'Wait for somebody away at most',
  workingHours: 'Working hours',
  holidays: 'Public holidays',
  dailyLimit: 'Mails a day',
  spacing: 'Space between mails',
  onePerCompany: 'One open first mail per company',
  thankYouWithin: 'Thank-you within',
  checkInEvery: 'Check in every',
  maxUnansweredCheckIns: 'Unanswered check-ins at most',
  meetingMinutes: 'Length of a conversation in minutes',
  slotsOffered: 'Times in a proposal',
  meetingHours: 'Hours for conversations',
  meetingNotice: 'Offer times no sooner than',
  meetingHorizon: 'Offer times no later than',
  meetingGap: 'Free time around appointments',
  meetingsADay: 'Conversations a day at most',
  briefBefore: 'Brief ready before a conversation',
  remindBefore: 'Remind me before a conversation',
  remindByMail: 'Remind me by mail too',
  questions: 'Questions in a brief',
};

/** What is asked beside a single contact; the rest is the same for all. */
export const cadenceOfOne = ['nudgeAfter', 'maxNudges', 'giveUpAfter', 'workingHours'] as const;
