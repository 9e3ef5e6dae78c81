import { z } from 'zod';
import { anotherTry, sendingGoesOn } from '../../db/mailbox/state.ts';
import { resolveProblems } from '../../db/problems.ts';
import { parseLine } from '../../domain/contact.ts';
import { InvalidInput } from '../../domain/errors.ts';
import { checkEndpoint, hostAndPort, type Endpoint, type MailAccount } from '../../mail/account.ts';
import type { Discovery } from '../../mail/discovery/discovery.ts';
import { presetAt } from '../../mail/providers.ts';
import { profileOf } from '../../domain/profile.ts';
import type { OperationContext } from '../context.ts';
import { accountSettings, checkCertificate, cleanPassword } from './account-settings.ts';
import { MailboxRefused } from './mailbox-refused.ts';
import { userOf } from './discover-mailbox.ts';
import { parseAddress } from './parse-address.ts';
import { parseEndpoint } from './parse-endpoint.ts';
import { defineOperation } from '../operation.ts';
import { mailboxCheckView } from '../views.ts';

const connection = z.object({
  address: z.string(),
  /** The name to sign in with; the address when not given. */
  user: z.string().optional(),
  password: z.string(),
  /** `HOST:PORT`; both are found by the address at known providers. */
  imap: z.string().optional(),
  smtp: z.string().optional(),
  security: z.enum(['tls', 'starttls', 'none']).optional(),
  /** PEM of a private certificate authority. */
  ca: z.string().optional(),
});

type Connection = z.output<typeof connection>;

export const connectMailbox = defineOperation({
  name: 'connectMailbox',
  summary: 'Checks a mailbox and, when everything needed works, connects it or renews its settings',
  input: connection,
  output: z.object({
    mailboxId: z.string(),
    address: z.string(),
    checks: z.array(mailboxCheckView),
  }),
  async run(context, input) {
    const { account, advice } = await accountOf(context, input);
    const found = await context.checkMailbox(account);
    const checks = found.map(({ check, ok, detail }) => ({ check, ok, detail }));
    if (found.some(({ ok, needed }) => needed && !ok))
      throw new MailboxRefused(account.address, checks, advice);
    const mailboxId = await store(context, account);
    await context.watchMailbox(mailboxId);
    return { mailboxId, address: account.address, checks };
  },
});

/** Throws InvalidInput naming the input to correct. */
async function accountOf(context: OperationContext, input: Connection) {
  const address = parseAddress(input.address);
  if (input.password === '') throw new InvalidInput('The password is empty.', 'password');
  const { imap, smtp, signInName, advice } = await serversOf(context, address, input);
  // As it was typed: some servers tell capital letters apart when signing in.
  const user = parseLine('user', input.user ?? '') || userOf(input.address.trim(), signInName);
  const owner = await context.db.user.findUniqueOrThrow({ where: { id: context.userId } });
  const { name } = profileOf(owner);
  const account: MailAccount = {
    address,
    user,
    password: cleanPassword(input.password),
    imap,
    smtp,
    ...(name === undefined ? {} : { name }),
    ...(input.ca === undefined ? {} : { ca: checkCertificate(input.ca) }),
  };
  return { account, advice };
}

/** The servers as given, else as found. Throws InvalidInput when a person has to say or to confirm them. */
async function serversOf(
  context: OperationContext,
  address: string,
  { imap, smtp, security }: Connection,
) {
  const given = {
    imap: imap === undefined ? undefined : parseEndpoint(imap, 'imap', security),
    smtp: smtp === undefined ? undefined : parseEndpoint(smtp, 'smtp', security),
  };
  if (given.imap && given.smtp) {
    const preset = presetAt(given.imap.host);
    if (preset?.oauthOnly) throw takesNoPassword(preset.name);
    const signInName = preset?.signInName ?? ('address' as const);
    return { imap: given.imap, smtp: given.smtp, signInName, advice: preset?.advice ?? [] };
  }
  const found = await context.discover(address);
  const field = given.imap ? 'smtp' : 'imap';
  if (found.kind !== 'servers') throw notConnectable(address, found, field);
  const { name, signInName, advice } = found;
  if (!found.sure)
    throw new InvalidInput(
      `Rapport is not sure of the mail servers of ${address}: it would read from ${hostAndPort(found.imap)} and send through ${hostAndPort(found.smtp)}. Compare them with your provider's help, and give them as imap HOST:PORT and smtp HOST:PORT.`,
      field,
    );
  if (found.oauthOnly) throw takesNoPassword(name);
  const secured = (endpoint: Endpoint, which: string) =>
    checkEndpoint({ ...endpoint, security: security ?? endpoint.security }, which);
  return {
    imap: given.imap ?? secured(found.imap, 'imap'),
    smtp: given.smtp ?? secured(found.smtp, 'smtp'),
    signInName,
    advice,
  };
}

function takesNoPassword(provider: string): InvalidInput {
  return new InvalidInput(
    `${provider} accepts no password from mail programs. Sign in with Microsoft instead.`,
    'password',
    'sign_in_with_microsoft',
  );
}

function notConnectable(
  address: string,
  found: Exclude<Discovery, { readonly kind: 'servers' }>,
  field: string,
): InvalidInput {
  if (found.kind !== 'unknown') return new InvalidInput(found.say, 'address');
  return new InvalidInput(
    `The mail servers of ${address} are not known to Rapport. Give both by hand, as imap HOST:PORT and smtp HOST:PORT; your mail provider's help says which.`,
    field,
  );
}

/** An address that was connected before keeps its id, with new settings and a clean slate. */
async function store(
  { db, userId, secrets }: OperationContext,
  account: MailAccount,
): Promise<string> {
  const { address } = account;
  const settings = {
    ...accountSettings({ secrets }, account),
    ...anotherTry,
    ...sendingGoesOn,
    oauthProvider: null,
    removedAt: null,
  };
  return db.$transaction(async (tx) => {
    const { id } = await tx.mailbox.upsert({
      where: { userId_address: { userId, address } },
      create: { userId, address, ...settings },
      update: settings,
    });
    await tx.oauthToken.deleteMany({ where: { mailboxId: id } });
    await resolveProblems(tx, { kind: 'mailbox', mailboxId: id });
    return id;
  });
}
