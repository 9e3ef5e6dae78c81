import { randomUUID } from 'node:crypto';
import type { DirectMail } from '../operations/context.ts';
import { messageIdFor } from '../domain/message-id.ts';
import type { MailAccount } from '../mail/account.ts';
import { openSmtp } from '../mail/smtp/smtp.ts';

/** One mail outside of any journey and ledger: a test mail to oneself. Throws SmtpFailure. */
export async function sendDirectly(account: MailAccount, mail: DirectMail): Promise<void> {
  const { composeMail } = await import('../mail/mime/compose.ts');
  const smtp = await openSmtp(account, { deadline: 60_000 });
  try {
    const raw = await composeMail({
      ...mail,
      from: { name: account.name, address: account.address },
      messageId: messageIdFor(randomUUID(), account.address),
      references: [],
      date: new Date(),
    });
    await smtp.send(
      { from: account.address, to: mail.to, raw },
      { beforeData: () => Promise.resolve() },
    );
  } finally {
    smtp.close();
  }
}
