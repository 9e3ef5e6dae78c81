import { z } from 'zod';
import { Conflict } from '../../domain/errors.ts';
import { MailboxFailure, SmtpFailure } from '../../mail/errors.ts';
import { storedAccount } from '../../mail/stored-account.ts';
import { ownMailbox } from './find-mailbox.ts';
import { defineOperation } from '../operation.ts';

export const sendTestMail = defineOperation({
  name: 'sendTestMail',
  summary: 'Sends a mail from a mailbox (by id or address) to itself',
  input: z.object({ mailboxId: z.string() }),
  output: z.object({ mailboxId: z.string(), to: z.string() }),
  async run(context, { mailboxId }) {
    const row = await ownMailbox(context, mailboxId);
    const account = await storedAccount(context, row);
    try {
      await context.sendDirectly(account, {
        to: row.address,
        subject: 'A test mail from Rapport',
        text: 'This is the test mail that you asked for. As you can read it, Rapport can send from this mailbox.\n\nNobody else has received it.',
      });
    } catch (error) {
      if (error instanceof SmtpFailure || error instanceof MailboxFailure)
        throw new Conflict(error.message);
      throw error;
    }
    return { mailboxId: row.id, to: row.address };
  },
});
