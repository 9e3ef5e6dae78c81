import type { NextStep } from '../../domain/next-step.ts';

/** How the step that puts a refusal right is taken on the command line, as a sentence. */
export function howToTake(step: NextStep): string {
  return commands[step];
}

const commands: Readonly<Record<NextStep, string>> = {
  agree_on_time: 'Agree with: rapport meeting confirm CONTACT',
  allow_mail: 'Allow it with: rapport unsuppress ADDRESS --why TEXT',
  approve_revision: 'Give the revision that "rapport drafts" shows: rapport approve --revision N',
  cancel_meeting: 'Cancel with: rapport meeting cancel CONTACT',
  choose_mailbox: 'Say which one with --mailbox.',
  connect_mailbox: 'Connect with: rapport mailbox connect --address YOU@EXAMPLE.ORG',
  give_email: 'Give it with --email.',
  list_needs_you: '"rapport needs-you" lists those that wait.',
  list_prospects: '"rapport contact prospects" lists who is there.',
  record_meeting: 'Record it with: rapport meeting record CONTACT',
  remove_anyway: 'Cancel with: rapport meeting cancel CONTACT. Or remove with --anyway.',
  settle_mail: 'Say so with: rapport settle DRAFT sent, or not_sent',
  sign_in_with_microsoft: 'Sign in with --oauth microsoft.',
  stop_or_keep_meeting: 'Cancel with: rapport meeting cancel CONTACT. Or stop with --keep-meeting.',
};
