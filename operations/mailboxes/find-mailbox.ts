import { Refusal } from '../../domain/errors.ts';
import type { Mailbox } from '../../db/generated/client.ts';
import type { Endpoint, MailAccount, Security } from '../../mail/account.ts';
import { profileOf } from '../contacts/contact-fields.ts';
import type { ClientContext } from '../context.ts';
import { isUuid } from '../uuid.ts';

/** The user's mailbox by id or address. Throws Refusal. */
export async function ownMailbox(context: ClientContext, ref: string): Promise<Mailbox> {
  const { db, userId } = context;
  const which = isUuid(ref) ? { id: ref } : { address: ref.trim().toLowerCase() };
  const row = await db.mailbox.findFirst({ where: { ...which, userId, removedAt: null } });
  if (!row) throw new Refusal(`There is no mailbox ${ref}.`, { missing: true });
  return row;
}

/** What it takes to sign in to a stored mailbox. */
export async function storedAccount(
  context: Pick<ClientContext, 'db' | 'secrets'>,
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
