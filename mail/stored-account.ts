import type { Database } from '../db/client.ts';
import type { Mailbox } from '../db/generated/client.ts';
import { passwordBinding } from '../domain/mailbox/password-binding.ts';
import { profileOf } from '../domain/profile.ts';
import type { Endpoint, MailAccount, Security } from './account.ts';
import { accessToken } from './oauth/access-token.ts';
import type { OAuthProviders } from './oauth/providers.ts';

export type AccountContext = {
  readonly db: Database;
  readonly secrets: {
    readonly open: (sealed: string, boundTo?: string) => string;
    readonly seal: (text: string) => string;
  };
  readonly now: () => Date;
  readonly oauth: OAuthProviders;
};

/** What it takes to sign in to a stored mailbox: the password decrypted, or tokens when they are asked for. */
export async function storedAccount(context: AccountContext, row: Mailbox): Promise<MailAccount> {
  const user = await context.db.user.findUniqueOrThrow({ where: { id: row.userId } });
  const { junkFolder: junk, sentFolder: sent } = row;
  const sender = row.fromName ?? profileOf(user).name;
  return {
    address: row.address,
    ...(sender === undefined ? {} : { name: sender }),
    ...(row.fromAddress === null ? {} : { from: row.fromAddress }),
    ...(junk === null && sent === null
      ? {}
      : {
          folders: {
            ...(junk === null ? {} : { junk }),
            ...(sent === null ? {} : { sent }),
          },
        }),
    user: row.login,
    ...(row.oauthProvider === null
      ? { password: context.secrets.open(row.secret, passwordBinding(row)) }
      : {
          password: '',
          token: (refused?: string) => accessToken(context, row.id, refused),
        }),
    imap: endpoint(row.imapHost, row.imapPort, row.imapSecurity),
    smtp: endpoint(row.smtpHost, row.smtpPort, row.smtpSecurity),
    ...(row.ca === null ? {} : { ca: row.ca }),
  };
}

/** The column holds only what `checkEndpoint` let through. */
function endpoint(host: string, port: number, security: string): Endpoint {
  return { host, port, security: security as Security };
}
