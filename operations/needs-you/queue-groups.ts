import type { NeedsYouView } from '../views.ts';

/** What waits for a person, by urgency: whom it keeps waiting, then what has a date, then what has none. */
export const queueGroups = [
  'problem',
  'reply',
  'meeting',
  'conversation',
  'thank_you',
  'nudge',
  'check_in',
  'outreach',
] as const;
export type QueueGroup = (typeof queueGroups)[number];

/** `purpose` is that of the draft; null for what has none. */
export function queueGroupOf(type: NeedsYouView['type'], purpose: string | null): QueueGroup {
  switch (type) {
    case 'problem':
    case 'meeting':
    case 'thank_you':
      return type;
    case 'reply':
    case 'time':
    case 'question':
      return 'reply';
    case 'draft':
      return groupOfDraft(purpose);
  }
}

function groupOfDraft(purpose: string | null): QueueGroup {
  if (purpose === 'outreach' || purpose === 'nudge' || purpose === 'thank_you') return purpose;
  if (purpose !== null && unhurried.includes(purpose)) return 'check_in';
  // Times, confirmations, cancellations and answers: somebody waits for them.
  return 'conversation';
}

const unhurried: readonly string[] = ['check_in', 'landed_role', 'introducer_thanks'];
