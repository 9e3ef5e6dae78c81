import { resumeAfterSignIn } from '../../db/mailbox/state.ts';
import type { Mailbox } from '../../db/generated/client.ts';
import { nextFreshSignIn } from '../../domain/mailbox/sign-in.ts';
import { SmtpFailure } from '../../mail/errors.ts';
import { closeImap } from '../../mail/imap/close-imap.ts';
import type { Dependencies } from '../dependencies.ts';
import { stopSending } from '../sending/handle-failure.ts';
import { accountToUse } from '../account-to-use.ts';

/**
 * Signs in anew to read and to send when that is due, about once a day: a session that is open goes
 * on after the password was changed, and sending may be dead for weeks before a mail shows it.
 * Throws MailboxFailure when the sign-in for reading is refused.
 */
export async function signInAfresh(dependencies: Dependencies, mailbox: Mailbox): Promise<void> {
  const { db, now, random } = dependencies;
  const { id, freshSignInAt } = mailbox;
  if (freshSignInAt && freshSignInAt > now()) return;
  const next = { freshSignInAt: nextFreshSignIn(now(), random()) };
  await db.mailbox.update({ where: { id }, data: next });
  // Connecting it was a fresh sign-in.
  if (!freshSignInAt) return;
  const account = await accountToUse(dependencies, mailbox);
  await closeImap(await dependencies.openImap(account));
  try {
    const session = await dependencies.openSmtp(account, { deadline: 40_000 });
    session.close();
  } catch (error) {
    if (!(error instanceof SmtpFailure)) throw error;
    // A server that is out of reach says nothing about the password.
    if (error.stage === 'sign_in' && (error.code !== undefined || error.refusal !== undefined))
      await db.$transaction((tx) => stopSending(tx, dependencies, mailbox, error));
    return;
  }
  if (mailbox.sendingStoppedBy === 'sign_in') await resumeAfterSignIn(db, mailbox.id);
}
