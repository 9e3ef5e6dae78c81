import type { ImapFlow, MailboxObject } from 'imapflow';
import { MailboxFailure } from '../errors.ts';
import { imapFailure } from './imap-failure.ts';

/** Opens a folder for reading only (EXAMINE), anew each time, so that its state is of this moment. */
export async function openFolder(client: ImapFlow, folder: string): Promise<MailboxObject> {
  try {
    const mailbox = await client.mailboxOpen(folder, { readOnly: true });
    // imapflow resolves with undefined when the connection is no longer signed in.
    if (mailbox as MailboxObject | undefined) return mailbox;
  } catch (error) {
    if ((error as { readonly mailboxMissing?: boolean }).mailboxMissing)
      throw new MailboxFailure(
        'refused',
        `There is no folder "${folder}" on ${client.host} any more. It may have been renamed.`,
        { cause: error },
      );
    throw imapFailure(client, `open the folder ${folder}`, error);
  }
  throw imapFailure(client, `open the folder ${folder}`, { code: 'NoConnection', message: '' });
}
