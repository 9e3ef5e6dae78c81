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
