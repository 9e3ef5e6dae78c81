/**
 * What a mailbox's sealed password is bound to: the servers it was given for. Whoever can write to the database, or
 * brings a backup of their own, cannot have it sent to another server.
 */
export function passwordBinding(mailbox: {
  readonly address: string;
  readonly imapHost: string;
  readonly imapPort: number;
  readonly imapSecurity: string;
  readonly smtpHost: string;
  readonly smtpPort: number;
  readonly smtpSecurity: string;
}): string {
  const { address, imapHost, imapPort, imapSecurity, smtpHost, smtpPort, smtpSecurity } = mailbox;
  return JSON.stringify([
    'password',
    address,
    [imapHost, imapPort, imapSecurity],
    [smtpHost, smtpPort, smtpSecurity],
  ]);
}
