import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { InvalidInput } from '../../domain/errors.ts';
import { call, Problem } from '../terminal/call.ts';
import { finish, signIn, waitForSignIn, type OAuthOptions } from './sign-in.ts';
import { groupCommand, resultCommand, wholeNumber } from '../terminal/command.ts';
import { Failed } from '../terminal/failed.ts';
import type { Io } from '../terminal/io.ts';
import { oneLine, print, safe, spoken, table, when, type JsonOption } from '../terminal/print.ts';
import { readLine } from '../terminal/read-input.ts';
import { typeUnseen } from '../terminal/type-unseen.ts';

export function mailbox(io: Io): Command {
  const operations = [
    connect(io),
    listMailboxes(io),
    discover(io),
    test(io),
    edit(io),
    signIn(io),
    finish(io),
    remove(io),
    sendTest(io),
    prove(io),
    alerts(io),
  ];
  return groupCommand(io, 'mailbox', 'connect, test and remove mailboxes', operations);
}

type Checked = {
  readonly mailboxId: string | null;
  readonly address: string;
  readonly checks: readonly { check: string; ok: boolean; detail: string }[];
};

type ConnectOptions = JsonOption & {
  readonly address: string;
  readonly user?: string;
  readonly imap?: string;
  readonly smtp?: string;
  readonly security?: string;
  readonly ca?: string;
  readonly passwordStdin?: boolean;
};

function connect(io: Io): Command {
  return resultCommand(io, 'connect', 'check a mailbox and connect it, or renew its settings')
    .requiredOption('--address <address>', 'the address that mails are sent from')
    .option('--user <name>', 'the name to sign in with, when it is not the address')
    .option(
      '--password-stdin',
      'read the (app) password from the standard input, instead of asking for it',
    )
    .option('--imap <host:port>', 'where mail is read; known providers need none')
    .option('--smtp <host:port>', 'where mail is sent')
    .addOption(securityOption())
    .option('--ca <file>', 'PEM file of a private certificate authority')
    .addOption(
      new Option('--oauth <provider>', 'sign in there instead of giving a password').choices([
        'google',
        'microsoft',
      ]),
    )
    .option('--client-id <id>', 'of your own registration there; kept for the next time')
    .option('--client-secret-stdin', 'read the client secret as one line of the standard input')
    .option('--tenant <id>', 'the organisation that the client is registered for')
    .option('--any-account', 'the account has another name than the address')
    .option('--device', 'type a code on another device (Microsoft)')
    .option('--no-wait', 'begin the sign-in and return; finish it with "mailbox finish"')
    .action(async (options: ConnectOptions & OAuthOptions) => {
      if (options.oauth !== undefined) return connectBySignIn(io, options);
      const { address, user, imap, smtp, security } = options;
      const ca = options.ca === undefined ? undefined : readCertificate(options.ca);
      const password = await readPassword(io, options);
      const given = { address, user, password, imap, smtp, security, ca };
      await printChecks(io, options, 'is connected', () => call(io, 'connectMailbox', given));
    });
}

/** Prints the checks of a mailbox, also of one that was refused. */
async function printChecks(
  io: Io,
  options: JsonOption,
  done: string,
  request: () => Promise<Checked>,
): Promise<void> {
  try {
    const words = (found: Checked) => `${checkLines(found)}\n${found.address} ${done}.`;
    print(io, options, await request(), words);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const refused = checkedOf(error.problem);
    if (!refused) throw error;
    print(io, options, refused, checkLines);
    io.err.write(`${safe(error.message)} Nothing was stored.\n`);
    throw new Failed();
  }
}

async function connectBySignIn(io: Io, options: ConnectOptions & OAuthOptions): Promise<void> {
  const { address, user, imap, smtp, security } = options;
  const ca = options.ca === undefined ? undefined : readCertificate(options.ca);
  const clientSecret = options.clientSecretStdin ? await readLine(io, 'client secret') : undefined;
  const { oauth: provider, clientId, tenant, device, anyAccount } = options;
  const mailbox = { address, user, imap, smtp, security, ca };
  const client = { provider, clientId, clientSecret, tenant, device, anyAccount };
  await waitForSignIn(io, options, { ...mailbox, ...client });
}

type EditOptions = Omit<ConnectOptions, 'address'> & {
  readonly fromName?: string;
  readonly fromAddress?: string;
  readonly alsoMe?: readonly string[];
  readonly junkFolder?: string;
  readonly sentFolder?: string;
};

function edit(io: Io): Command {
  return resultCommand(io, 'edit', 'give a mailbox a new password or other settings')
    .argument('<mailbox>', 'id or address')
    .option('--password-stdin', 'read a new password as one line of the standard input')
    .option('--user <name>', 'the name to sign in with')
    .option('--imap <host:port>', 'where mail is read')
    .option('--smtp <host:port>', 'where mail is sent')
    .addOption(securityOption())
    .option('--ca <file>', 'PEM file of a private certificate authority')
    .option('--from-name <name>', 'the name in From; empty for that of the profile')
    .option('--from-address <address>', 'the address in From; empty for that of the mailbox')
    .option('--also-me <address...>', 'all further addresses that are your own')
    .option('--junk-folder <path>', 'where spam is; empty to find it again')
    .option('--sent-folder <path>', 'where sent mail is; empty to find it again')
    .action(async (ref: string, options: EditOptions) => {
      const { user, imap, smtp, security, fromName, fromAddress, junkFolder, sentFolder } = options;
      const identity = { fromName, fromAddress, aliases: options.alsoMe, junkFolder, sentFolder };
      const ca = options.ca === undefined ? undefined : readCertificate(options.ca);
      const password = options.passwordStdin ? await readLine(io, 'password') : undefined;
      const given = { password, user, imap, smtp, security, ca, ...identity };
      await printChecks(io, options, 'has its new settings', () =>
        call(io, 'editMailbox', { mailboxId: ref, ...given }),
      );
    });
}

function prove(io: Io): Command {
  return resultCommand(io, 'prove', 'send a mail to yourself, wait for it and say how it came back')
    .argument('<mailbox>', 'id or address')
    .option('--wait <seconds>', 'how long to wait for it', wholeNumber)
    .action(async (ref: string, options: JsonOption & { readonly wait?: number }) => {
      const { wait } = options;
      print(io, options, await call(io, 'proveMailbox', { mailboxId: ref, wait }), checkLines);
    });
}

type AlertOptions = JsonOption & { readonly url?: string; readonly off?: boolean };

function alerts(io: Io): Command {
  return resultCommand(io, 'alerts', 'show or set where a mailbox that stops working is reported')
    .option('--url <address>', 'gets a line by POST: an ntfy topic or a chat’s webhook')
    .option('--off', 'report nowhere but on the page and by another mailbox')
    .action(async (options: AlertOptions) => {
      const url = options.off ? null : options.url;
      const done = await (url === undefined
        ? call(io, 'showAlerts', {})
        : call(io, 'changeAlerts', { url }));
      print(io, options, done, (found) => found.url ?? 'No address is set.');
    });
}

function securityOption(): Option {
  return new Option('--security <kind>', 'none only towards this machine').choices([
    'tls',
    'starttls',
    'none',
  ]);
}

/** The results that come with a mailbox's refusal. */
function checkedOf(problem: object): Checked | undefined {
  if (!('checks' in problem && 'address' in problem)) return undefined;
  const { address, checks } = problem as Checked;
  return { mailboxId: null, address, checks };
}

function listMailboxes(io: Io): Command {
  return resultCommand(io, 'list', 'list the connected mailboxes').action(
    async (options: JsonOption) => {
      print(io, options, await call(io, 'listMailboxes', {}), (mailboxes, look) =>
        table(
          ['ADDRESS', 'STATE', 'LAST LOOKED', 'ID', 'REMARK'],
          mailboxes.map((row) => [
            row.address,
            spoken(row.state),
            when(row.lastLookedAt) || 'never',
            row.mailboxId,
            row.sendingStopped ?? row.detail ?? '',
          ]),
          'No mailbox is connected. "rapport mailbox connect --help" says how.',
          look,
        ),
      );
    },
  );
}

function discover(io: Io): Command {
  return resultCommand(io, 'discover', 'say what is known of an address before it is connected')
    .argument('<address>', 'the address of the mailbox')
    .action(async (address: string, options: JsonOption) => {
      print(io, options, await call(io, 'discoverMailbox', { address }), (found) =>
        [
          ...(found.name === null ? [] : [found.name]),
          ...(found.imap === null ? [] : [`reads from ${found.imap}`]),
          ...(found.smtp === null ? [] : [`sends through ${found.smtp}`]),
          ...(found.source === null ? [] : [found.source]),
          ...(found.oauth === null ? [] : [`can sign in with --oauth ${found.oauth}`]),
          ...found.advice,
        ].join('\n'),
      );
    });
}

function test(io: Io): Command {
  return resultCommand(io, 'test', 'repeat the checks of a connected mailbox')
    .argument('<mailbox>', 'id or address')
    .action(async (ref: string, options: JsonOption) => {
      const done = await call(io, 'testMailbox', { mailboxId: ref });
      print(io, options, done, checkLines);
      if (!done.usable) throw new Failed();
    });
}

function remove(io: Io): Command {
  return resultCommand(io, 'remove', 'forget a mailbox and its password')
    .argument('<mailbox>', 'id or address')
    .action(async (ref: string, options: JsonOption) => {
      const done = await call(io, 'removeMailbox', { mailboxId: ref });
      print(io, options, done, ({ address }) => `${address} is removed.`);
    });
}

function sendTest(io: Io): Command {
  return resultCommand(io, 'send-test', 'send a mail to yourself')
    .argument('<mailbox>', 'id or address')
    .action(async (ref: string, options: JsonOption) => {
      const done = await call(io, 'sendTestMail', { mailboxId: ref });
      print(io, options, done, ({ to }) => `A test mail is on its way to ${to}.`);
    });
}

async function readPassword(io: Io, { address, passwordStdin }: ConnectOptions): Promise<string> {
  if (passwordStdin) return readLine(io, 'password');
  const flag = '--password-stdin, or sign in with --oauth google or microsoft';
  const password = await typeUnseen(io, { prompt: `Password of ${oneLine(address)}`, flag });
  if (password === '') throw new InvalidInput('No password was typed. Nothing was stored.');
  return password;
}

function checkLines({ checks }: Checked): string {
  return checks
    .map(
      ({ check, ok, detail }) =>
        `${ok ? 'ok    ' : 'FAILED'}  ${spoken(check)}: ${oneLine(detail)}`,
    )
    .join('\n');
}

function readCertificate(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InvalidInput(
      `Could not read the certificate authority: ${(error as Error).message}.`,
    );
  }
}
