import type { Mailbox } from '../../db/generated/client.ts';
import { markFailing } from '../../db/mailbox/state.ts';
import { accountToUse, SignInPostponed } from '../account-to-use.ts';
import { closeImap } from '../../mail/imap/close-imap.ts';
import { MailboxFailure } from '../../mail/errors.ts';
import type { Dependencies } from '../dependencies.ts';
import { catchUp } from './catch-up.ts';

/** Reads a mailbox up to now on a connection of its own. False when it cannot be read, which is noted. */
export async function lookNow(dependencies: Dependencies, mailbox: Mailbox): Promise<boolean> {
  try {
    const client = await dependencies.openImap(await accountToUse(dependencies, mailbox));
    try {
      await catchUp(dependencies, { client, mailbox, epoch: undefined });
    } finally {
      await closeImap(client);
    }
    return true;
  } catch (error) {
    if (!(error instanceof MailboxFailure)) throw error;
    await noteFailure(dependencies, mailbox, error);
    return false;
  }
}

/** Shows why a mailbox cannot be read. Throws Fenced for a watcher (`epoch`) that another has followed. */
export async function noteFailure(
  { db, now, random }: Dependencies,
  mailbox: Mailbox,
  failure: MailboxFailure,
  epoch?: number,
): Promise<void> {
  // Nobody signed in: what is known stays.
  if (failure instanceof SignInPostponed) return;
  await markFailing(db, mailbox, {
    epoch,
    refusal: failure.reason === 'sign_in' ? (failure.refusal ?? 'password') : undefined,
    detail: failure.message,
    urgent: failure.reason === 'withheld',
    now: now(),
    random: random(),
  });
}
