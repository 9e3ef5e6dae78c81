import { z } from 'zod';
import { anotherTry, sendingGoesOn, wakeSends } from '../../db/mailbox-state.ts';
import { resolveProblems } from '../../db/problems.ts';
import { parseLine } from '../../domain/contact.ts';
import { InvalidInput } from '../../domain/errors.ts';
import type { MailAccount } from '../../mail/account.ts';
import { storedAccount } from '../../mail/stored-account.ts';
import { defineOperation } from '../operation.ts';
import { mailboxCheckView } from '../views.ts';
import { accountSettings, checkCertificate, cleanPassword } from './account-settings.ts';
import { ownMailbox } from './find-mailbox.ts';
import { MailboxRefused } from './mailbox-refused.ts';
import { parseEndpoint } from './parse-endpoint.ts';

const changes = z.object({
  mailboxId: z.string(),
  password: z.string().optional(),
  user: z.string().optional(),
  imap: z.string().optional(),
  smtp: z.string().optional(),
  security: z.enum(['tls', 'starttls', 'none']).optional(),
  ca: z.string().optional(),
});

export const editMailbox = defineOperation({
  name: 'editMailbox',
  method: 'patch',
  path: '/mailboxes/{mailboxId}',
  summary:
    'Gives a mailbox (by id or address) a new password or other settings, once they are checked; journeys and mail are kept',
  input: changes,
  output: z.object({
    mailboxId: z.string(),
    address: z.string(),
    checks: z.array(mailboxCheckView),
  }),
  async run(context, input) {
    const row = await ownMailbox(context, input.mailboxId);
    const account = changed(await storedAccount(context, row), input);
    const found = await context.checkMailbox(account);
    const checks = found.map(({ check, ok, detail }) => ({ check, ok, detail }));
    if (found.some(({ ok, needed }) => needed && !ok))
      throw new MailboxRefused(account.address, checks, []);
    await context.db.$transaction(async (tx) => {
      await tx.mailbox.update({
        where: { id: row.id },
        data: {
          ...accountSettings(context, account),
          ...anotherTry,
          ...sendingGoesOn,
          ...(account.token === undefined ? { oauthProvider: null } : {}),
        },
      });
      if (account.token === undefined)
        await tx.oauthToken.deleteMany({ where: { mailboxId: row.id } });
      await resolveProblems(tx, { kind: 'mailbox', mailboxId: row.id });
      await wakeSends(tx, row.id);
    });
    context.deliverSoon();
    await context.watchMailbox(row.id);
    return { mailboxId: row.id, address: row.address, checks };
  },
});

/** Throws InvalidInput naming the input to correct. */
function changed(account: MailAccount, input: z.output<typeof changes>): MailAccount {
  const { password, user, imap, smtp, security, ca } = input;
  if (password === '') throw new InvalidInput('The password is empty.', 'password');
  const { token, ...rest } = account;
  return {
    ...rest,
    // A password takes the place of a sign-in with Google or Microsoft.
    ...(token === undefined || password !== undefined ? {} : { token }),
    ...(password === undefined ? {} : { password: cleanPassword(password) }),
    ...(user === undefined ? {} : { user: parseLine('user', user) || account.address }),
    ...(imap === undefined ? {} : { imap: parseEndpoint(imap, 'imap', security) }),
    ...(smtp === undefined ? {} : { smtp: parseEndpoint(smtp, 'smtp', security) }),
    ...(ca === undefined ? {} : { ca: checkCertificate(ca) }),
  };
}
