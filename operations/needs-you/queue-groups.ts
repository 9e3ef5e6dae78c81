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
  switch (purpose) {
    case 'outreach':
    case 'nudge':
    case 'thank_you':
      return purpose;
    case 'check_in':
    case 'landed_role':
    case 'introducer_thanks':
      return 'check_in';
    default:
      // Times, confirmations, cancellations and answers: somebody waits for them.
      return 'conversation';
  }
}
