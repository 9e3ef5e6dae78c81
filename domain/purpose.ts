/** Why a mail is written. The names are those of `drafts --json`. */
export type Purpose =
  | 'outreach'
  | 'nudge'
  | 'proposal'
  | 'confirmation'
  | 'cancellation'
  | 'thank_you'
  | 'check_in'
  | 'introducer_thanks'
  | 'landed_role'
  | 'reply';

export const purposes: readonly Purpose[] = [
  'outreach',
  'nudge',
  'proposal',
  'confirmation',
  'cancellation',
  'thank_you',
  'check_in',
  'introducer_thanks',
  'landed_role',
  'reply',
];

/** What a journey drafts by itself. */
export type JourneyPurpose = 'outreach' | 'nudge' | 'proposal' | 'thank_you' | 'check_in';

/** Whether the stage of a journey follows what becomes of this draft: `awaiting_approval`, then `scheduled`. */
export function stageFollows(purpose: string): boolean {
  return purpose === 'outreach' || purpose === 'nudge' || purpose === 'proposal';
}

/** Of these, what a journey takes back when it ends, or when the user writes by hand. A thank-you is owed all the same. */
export const takenBackAtEnd: readonly Purpose[] = ['outreach', 'nudge', 'proposal', 'check_in'];

/** What makes no sense to somebody who is away. */
export const takenBackWhileAway: readonly Purpose[] = ['nudge', 'check_in'];

/** What a journey drafts by itself, and takes back when mail of theirs comes: it would no longer fit. */
export const followUps: readonly Purpose[] = [
  'nudge',
  'check_in',
  'introducer_thanks',
  'landed_role',
];

/** Whether news makes this draft stale, and not only its approval. */
export function isFollowUp(purpose: string): boolean {
  return followUps.some((each) => each === purpose);
}

const names: Readonly<Record<string, string>> = {
  outreach: 'First mail',
  nudge: 'Nudge',
  proposal: 'Times to meet',
  confirmation: 'Confirmation',
  cancellation: 'Cancellation',
  thank_you: 'Thank-you',
  check_in: 'Check-in',
  introducer_thanks: 'Thanks for the introduction',
  landed_role: 'News of your new role',
  reply: 'Your mail',
};

/** As people read it, at the beginning of a line. */
export function purposeWords(purpose: string): string {
  return names[purpose] ?? purpose.replaceAll('_', ' ');
}

/** The mail as the subject of a sentence. */
export function mailInSentence(purpose: Purpose): string {
  switch (purpose) {
    case 'outreach':
      return 'The first mail';
    case 'nudge':
      return 'The nudge';
    case 'proposal':
      return 'The proposed times';
    case 'confirmation':
      return 'The confirmation';
    case 'cancellation':
      return 'The cancellation';
    case 'thank_you':
      return 'The thank-you';
    case 'check_in':
      return 'The check-in';
    case 'introducer_thanks':
      return 'The thank-you to the introducer';
    case 'landed_role':
      return 'The news about the new role';
    case 'reply':
      return 'Your mail';
  }
}
