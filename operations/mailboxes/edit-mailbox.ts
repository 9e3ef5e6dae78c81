import { z } from 'zod';
import { anotherTry, sendingGoesOn, wakeSends } from '../../db/mailbox/state.ts';
import { resolveProblems } from '../../db/problems.ts';
import { parseEmail, parseLine } from '../../domain/contact.ts';
import { Conflict, InvalidInput } from '../../domain/errors.ts';
import type { Mailbox } from '../../db/generated/client.ts';
import type { MailAccount } from '../../mail/account.ts';
import { canonicalAddress } from '../../domain/email-address.ts';
import { SmtpFailure } from '../../mail/errors.ts';
import { storedAccount } from '../../mail/stored-account.ts';
import type { OperationContext } from '../context.ts';
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
  /** In From; empty for the profile's name and the mailbox's own address. */
  fromName: z.string().optional(),
  fromAddress: z.string().optional(),
  /** Further addresses that are the user's own: mail from them is not a contact's. */
  aliases: z.array(z.string()).max(100).optional(),
  /** Folders as the server calls them; empty to find them again. */
  junkFolder: z.string().optional(),
  sentFolder: z.string().optional(),
});

export const editMailbox = defineOperation({
  name: 'editMailbox',
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
    const identity = identityOf(input);
    const account = withIdentity(changed(await storedAccount(context, row), input), identity);
    if (identity.fromAddress) await checkSender(context, account);
    const found = await context.checkMailbox(account);
    const checks = found.map(({ check, ok, detail }) => ({ check, ok, detail }));
    if (found.some(({ ok, needed }) => needed && !ok))
      throw new MailboxRefused(account.address, checks, []);
    await context.db.$transaction(async (tx) => {
      await tx.mailbox.update({
        where: { id: row.id },
        data: {
          ...accountSettings(context, account),
          ...identity,
          ...aliasesOf(row, input.aliases, identity.fromAddress),
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

type Identity = {
  readonly fromName?: string | null;
  readonly fromAddress?: string | null;
  readonly junkFolder?: string | null;
  readonly sentFolder?: string | null;
};

/** Only what was given; null resets. */
function identityOf(input: z.output<typeof changes>): Identity {
  const { fromName, fromAddress, junkFolder, sentFolder } = input;
  const line = (field: string, text: string) => parseLine(field, text) || null;
  return {
    ...(fromName === undefined ? {} : { fromName: line('fromName', fromName) }),
    ...(fromAddress === undefined
      ? {}
      : {
          fromAddress:
            fromAddress.trim() === '' ? null : parseOwnAddress(fromAddress, 'fromAddress'),
        }),
    ...(junkFolder === undefined ? {} : { junkFolder: line('junkFolder', junkFolder) }),
    ...(sentFolder === undefined ? {} : { sentFolder: line('sentFolder', sentFolder) }),
  };
}

function parseOwnAddress(text: string, field: string): string {
  try {
    return parseEmail(text);
  } catch (error) {
    throw error instanceof InvalidInput ? new InvalidInput(error.message, field) : error;
  }
}

/** As it would be once this is stored. */
function withIdentity(account: MailAccount, identity: Identity): MailAccount {
  const { from, folders = {}, ...rest } = account;
  const sender = identity.fromAddress === undefined ? from : (identity.fromAddress ?? undefined);
  const junk = identity.junkFolder === undefined ? folders.junk : identity.junkFolder;
  const sent = identity.sentFolder === undefined ? folders.sent : identity.sentFolder;
  return {
    ...rest,
    ...(sender === undefined ? {} : { from: sender }),
    folders: { ...(junk ? { junk } : {}), ...(sent ? { sent } : {}) },
  };
}

/** Throws Conflict with the server's words when it does not let the mailbox send from there. */
async function checkSender({ probeSender }: OperationContext, account: MailAccount): Promise<void> {
  try {
    await probeSender?.(account);
  } catch (error) {
    if (error instanceof SmtpFailure)
      throw new Conflict(
        `This mailbox may not send from ${account.from ?? ''}: the server said "${error.response ?? error.message}". Allow the address at your provider first.`,
      );
    throw error;
  }
}

/** A From address is the user's own, too. */
function aliasesOf(
  row: Mailbox,
  given: readonly string[] | undefined,
  fromAddress: string | null | undefined,
): { readonly aliases?: string[] } {
  if (given === undefined && !fromAddress) return {};
  const all = (given ?? row.aliases).map((text) => parseOwnAddress(text, 'aliases'));
  const own = [...all, ...(fromAddress ? [fromAddress] : [])].map(canonicalAddress);
  return { aliases: [...new Set(own)].filter((address) => address !== row.address) };
}
