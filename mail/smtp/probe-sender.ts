import type { MailAccount } from '../account.ts';
import { openSmtp } from './smtp.ts';

/**
 * Whether the server lets this mailbox send from its From address: asked up to the recipient, who is
 * the user, and then left. Nothing is sent. Throws SmtpFailure with the server's words. Gmail says
 * yes to every address and replaces it; only a mail that came back shows that.
 */
export async function probeSender(account: MailAccount): Promise<void> {
  const smtp = await openSmtp(account, { deadline: 40_000 });
  const enough = new Error('The recipient was accepted.');
  try {
    await smtp.send(
      { from: account.from ?? account.address, to: account.address, raw: Buffer.alloc(0) },
      { beforeData: () => Promise.reject(enough) },
    );
  } catch (error) {
    if (error !== enough) throw error;
  } finally {
    smtp.close();
  }
}
