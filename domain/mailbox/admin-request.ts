/**
 * A mail to the administrator of an organisation at Microsoft, who must allow a client once. Only
 * what was declared in the registration can be allowed there.
 */
export function adminRequest(client: {
  readonly clientId: string;
  readonly tenant: string | undefined;
  readonly address: string;
}): string {
  const { clientId, tenant = 'organizations', address } = client;
  return `Dear administrator,

I would like to use a mail program with my mailbox ${address}. It runs on my own computer and signs in as me (OAuth 2, delegated permissions); nobody else gets access, and it works for my mailbox only.

Please allow it once, for me or for everybody:
https://login.microsoftonline.com/${tenant}/adminconsent?client_id=${clientId}

It asks for these delegated permissions of Office 365 Exchange Online: IMAP.AccessAsUser.All (read my mail), SMTP.Send (send as me), offline_access (stay signed in).

For sending, “Authenticated SMTP” must be switched on for my mailbox: Microsoft 365 admin centre, Active users, my account, Mail, Manage email apps.

Thank you.`;
}
