import type { Mailbox } from '../db/generated/client.ts';
import type { MailAccount } from '../mail/account.ts';
import { MailboxFailure } from '../mail/errors.ts';
import { storedAccount } from '../mail/stored-account.ts';
import type { Dependencies } from './dependencies.ts';

/** The sign-in was refused a short while ago: trying again now could get the account locked. */
export class SignInPostponed extends MailboxFailure {}

/**
 * What it takes to sign in to a mailbox. Throws SignInPostponed while a refused sign-in must not be
 * tried again (domain/mailbox/sign-in.ts).
 */
export function accountToUse(
  dependencies: Pick<Dependencies, 'db' | 'secrets' | 'now' | 'oauth'>,
  mailbox: Mailbox,
): Promise<MailAccount> {
  const { signInAfter } = mailbox;
  if (signInAfter && signInAfter > dependencies.now())
    throw new SignInPostponed('sign_in', mailbox.stateDetail ?? 'The sign-in was refused.');
  return storedAccount(dependencies, mailbox);
}
