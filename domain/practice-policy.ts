import type { Policy } from './policy.ts';

/**
 * In the practice mailbox, where nothing else was chosen: journeys take minutes, at any hour. Its people take 15 seconds
 * for what takes others a day (practice/mailbox.ts).
 */
export const practicePolicy = {
  nudgeAfter: 'PT2M',
  giveUpAfter: 'PT3M',
  maxAway: 'PT2M30S',
  workingHours: 'always',
  holidays: 'off',
  spacing: 'PT0S',
  checkInEvery: 'PT10M',
} as const satisfies Partial<Policy>;
