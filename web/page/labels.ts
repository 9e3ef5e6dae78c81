import type { Turn } from '../../operations/contact-lists/contact-cards.ts';
import type { QueueGroup } from '../../operations/needs-you/queue-groups.ts';
import type { Outcome, Stage } from '../../operations/views.ts';

/** Captions of the board and of a contact's page. */
export function stageWords(stage: Stage): string {
  switch (stage) {
    case 'drafting':
      return 'Drafting';
    case 'awaiting_approval':
      return 'To approve';
    case 'scheduled':
      return 'Scheduled';
    case 'waiting':
      return 'Waiting for a reply';
    case 'in_conversation':
      return 'In conversation';
    case 'meeting':
      return 'Meeting';
    case 'thank_you':
      return 'Thank-you owed';
    case 'keeping_in_touch':
      return 'Keeping in touch';
    case 'paused':
      return 'Paused';
    case 'closed':
      return 'Closed';
  }
}

/** Whose turn it is. */
export function turnWords(turn: Turn): string {
  switch (turn) {
    case 'you':
      return 'Your turn';
    case 'them':
      return 'Their turn';
    case 'rapport':
      return 'Goes by itself';
    case 'nobody':
      return '';
  }
}

export function outcomeWords(outcome: Outcome): string {
  switch (outcome) {
    case 'silent':
      return 'no answer';
    case 'declined':
      return 'declined';
    case 'bounced':
      return 'address did not work';
    case 'opted_out':
      return 'asked not to be written to';
    case 'stopped':
      return 'stopped by you';
    case 'withdrawn':
      return 'withdrawn';
    case 'referred':
      return 'pointed you to somebody else';
    case 'met':
      return 'answered';
  }
}

const queueGroupLabels: Readonly<Record<QueueGroup, string>> = {
  problem: 'Problems',
  reply: 'Replies and times',
  meeting: 'Meetings',
  conversation: 'Mails in a conversation',
  thank_you: 'Thank-yous owed',
  nudge: 'Nudges',
  check_in: 'Check-ins',
  outreach: 'First mails',
};

export function queueGroupWords(group: QueueGroup): string {
  return queueGroupLabels[group];
}

const kinds: Readonly<Record<string, string>> = {
  human_reply: 'Reply',
  auto_reply: 'Automatic reply',
  bounce_permanent: 'Could not be delivered',
  bounce_temporary: 'Delivery is delayed',
  opt_out: 'Asks not to be written to',
  calendar: 'Calendar answer',
  unrelated: 'Not a reply',
};

const subkinds: Readonly<Record<string, string>> = {
  interested: 'interested',
  declined: 'declines',
  proposes_time: 'proposes a time',
  asks: 'asks something',
  unclear: 'unclear',
  unreadable: 'could not be read',
  out_of_office: 'out of office',
  policy: 'refused by policy',
  delayed: 'still being tried',
  accepts_time: 'accepts a time',
  cannot_make_it: 'cannot make it',
  answered: 'answered the questions',
  later: 'later',
  referred: 'points to somebody else',
  not_a_reply: 'not a reply',
  opt_out: 'asks not to be written to',
};

/** "Reply: proposes a time". */
export function kindWords(kind: string, subkind: string | null): string {
  const words = kinds[kind] ?? kind.replaceAll('_', ' ');
  // The timeline and the meeting say what a calendar answered.
  if (subkind === null || subkind === '' || kind === 'calendar') return words;
  return `${words}: ${subkinds[subkind] ?? subkind.replaceAll('_', ' ')}`;
}

const draftStates: Readonly<Record<string, string>> = {
  awaiting_approval: 'waits for your approval',
  held: 'held: something in it must be corrected',
  approved: 'approved',
  sent: 'sent',
  skipped: 'skipped',
  withdrawn: 'withdrawn',
};

export function draftStateWords(state: string): string {
  return draftStates[state] ?? state;
}

const messageStates: Readonly<Record<string, string>> = {
  approved: 'approved',
  scheduled: 'scheduled',
  sent: 'sent',
  refused: 'refused by the mail server',
  ambiguous: 'may or may not have been sent',
  handled: '',
  needs_you: 'needs you',
};

export function messageStateWords(state: string): string {
  return messageStates[state] ?? state;
}

/** "1 contact", "3 contacts", "10,000 contacts". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}
