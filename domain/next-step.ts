/**
 * What puts a refusal right. The sentence of the error names the step; how it is taken is said by each surface: a page
 * links to it, the command line names the command.
 */
export const nextSteps = [
  'agree_on_time',
  'allow_mail',
  'approve_revision',
  'cancel_meeting',
  'choose_mailbox',
  'connect_mailbox',
  'give_email',
  'list_needs_you',
  'list_prospects',
  'record_meeting',
  'remove_anyway',
  'settle_mail',
  'sign_in_with_microsoft',
  'stop_or_keep_meeting',
] as const;

export type NextStep = (typeof nextSteps)[number];
