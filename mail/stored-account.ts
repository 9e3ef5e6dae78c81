import type { Database } from '../db/client.ts';
import type { Mailbox } from '../db/generated/client.ts';
import { profileOf } from '../domain/profile.ts';
import type { Endpoint, MailAccount, Security } from './account.ts';

/** What it takes to sign in to a stored mailbox, the password decrypted. */
export async function storedAccount(
  context: { readonly db: Database; readonly secrets: { open(sealed: string): string } },
  row: Mailbox,
): Promise<MailAccount> {
  const user = await context.db.user.findUniqueOrThrow({ where: { id: row.userId } });
  const { name } = profileOf(user);
  return {
    address: row.address,
    ...(name === undefined ? {} : { name }),
    user: row.login,
    password: context.secrets.open(row.secret),
    imap: endpoint(row.imapHost, row.imapPort, row.imapSecurity),
    smtp: endpoint(row.smtpHost, row.smtpPort, row.smtpSecurity),
    ...(row.ca === null ? {} : { ca: row.ca }),
  };
}

/** The column holds only what `checkEndpoint` let through. */
function endpoint(host: string, port: number, security: string): Endpoint {
  return { host, port, security: security as Security };
}
