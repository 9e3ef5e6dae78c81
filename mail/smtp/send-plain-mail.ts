import { randomUUID } from 'node:crypto';
import { messageIdFor } from '../../domain/message-id.ts';
import type { MailAccount } from '../account.ts';
import { openSmtp } from './smtp.ts';

export type PlainMail = { readonly to: string; readonly subject: string; readonly text: string };

/**
 * One mail outside of any journey and ledger: a test mail to oneself, an alert. Returns its
 * Message-ID. Throws SmtpFailure.
 */
export async function sendPlainMail(
  account: MailAccount,
  mail: PlainMail,
  connect: typeof openSmtp = openSmtp,
): Promise<string> {
  const { composeMail } = await import('../mime/compose.ts');
  const from = account.from ?? account.address;
  const smtp = await connect(account, { deadline: 60_000 });
  try {
    const messageId = messageIdFor(randomUUID(), from);
    const raw = await composeMail({
      ...mail,
      from: { name: account.name, address: from },
      messageId,
      references: [],
      date: new Date(),
    });
    await smtp.send({ from, to: mail.to, raw }, { beforeData: () => Promise.resolve() });
    return messageId;
  } finally {
    smtp.close();
  }
}
