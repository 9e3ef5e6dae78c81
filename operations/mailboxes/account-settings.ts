import { X509Certificate } from 'node:crypto';
import { sentCopyOf } from '../../mail/providers.ts';
import { InvalidInput } from '../../domain/errors.ts';
import { passwordBinding } from '../../domain/mailbox/password-binding.ts';
import type { MailAccount } from '../../mail/account.ts';
import type { OperationContext } from '../context.ts';

/** The columns of a mailbox that say how to sign in; the password sealed. */
export function accountSettings(
  { secrets }: Pick<OperationContext, 'secrets'>,
  account: MailAccount,
) {
  const { address, imap, smtp } = account;
  const servers = {
    imapHost: imap.host,
    imapPort: imap.port,
    imapSecurity: imap.security,
    smtpHost: smtp.host,
    smtpPort: smtp.port,
    smtpSecurity: smtp.security,
  };
  const bound = passwordBinding({ address, ...servers });
  return {
    login: account.user,
    secret: account.token === undefined ? secrets.seal(account.password, bound) : '',
    ca: account.ca ?? null,
    ...servers,
    sentCopy: sentCopyOf(smtp.host),
  };
}

/** Returns the PEM. Throws InvalidInput when it is no certificate. */
export function checkCertificate(pem: string): string {
  try {
    new X509Certificate(pem);
    return pem;
  } catch {
    throw new InvalidInput(
      'The certificate authority could not be read. Give a PEM file, which begins with "-----BEGIN CERTIFICATE-----".',
      'ca',
    );
  }
}

/**
 * The password as the server wants it. Google shows an app password as four groups of four letters;
 * the spaces between them, also no-break spaces, are not part of it.
 */
export function cleanPassword(password: string): string {
  const bare = password.trim();
  const groups = /^[a-z]{4}(?:[\s\u00a0][a-z]{4}){3}$/.test(bare);
  if (!groups) return password;
  return bare.replace(/[\s\u00a0]/g, '');
}
