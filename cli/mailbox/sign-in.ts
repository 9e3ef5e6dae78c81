import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import type { SignInView } from '../../operations/mailboxes/oauth/sign-in-view.ts';
import { call, type Given, type Result } from '../terminal/call.ts';
import { resultCommand } from '../terminal/command.ts';
import { Failed } from '../terminal/failed.ts';
import type { Io } from '../terminal/io.ts';
import { print, safe, type JsonOption } from '../terminal/print.ts';

export type OAuthOptions = JsonOption & {
  readonly oauth?: string;
  readonly clientId?: string;
  readonly clientSecretStdin?: boolean;
  readonly tenant?: string;
  readonly anyAccount?: boolean;
  readonly device?: boolean;
  /** False for `--no-wait`. */
  readonly wait?: boolean;
};

type Begun = Result<'startSignIn'>;

export function signIn(io: Io): Command {
  return resultCommand(io, 'sign-in', 'sign in again with Google or Microsoft')
    .argument('<mailbox>', 'id or address')
    .option('--any-account', 'the account has another name than the address')
    .option('--device', 'type a code on another device (Microsoft)')
    .option('--no-wait', 'begin the sign-in and return; finish it with "mailbox finish"')
    .action(async (mailboxId: string, options: OAuthOptions) => {
      const { device, anyAccount } = options;
      await waitForSignIn(io, options, { mailboxId, device, anyAccount });
    });
}

export function finish(io: Io): Command {
  return resultCommand(io, 'finish', 'finish a sign-in that "--no-wait" has begun')
    .argument('<sign-in>', 'its id')
    .argument('[url]', 'the address at which the browser ended; none for a code')
    .action(async (signInId: string, url: string | undefined, options: JsonOption) => {
      printEnd(io, options, await call(io, 'finishSignIn', { signInId, url }));
    });
}

/** Begins a sign-in, says where, and waits until the browser has brought the answer. */
export async function waitForSignIn(
  io: Io,
  options: OAuthOptions,
  given: Given<'startSignIn'>,
): Promise<void> {
  const begun = await call(io, 'startSignIn', given);
  if (options.wait === false) return print(io, options, begun, whereTo);
  io.err.write(`${safe(whereTo(begun))}\n`);
  const end = new Date(begun.expiresAt).getTime();
  for (;;) {
    await sleep(begun.interval * 1_000);
    const found = await ask(io, begun);
    if (found.state !== 'open' || Date.now() > end) return printEnd(io, options, found);
  }
}

function ask(io: Io, { signInId, userCode }: Begun): Promise<SignInView> {
  return userCode === null
    ? call(io, 'showSignIn', { signInId })
    : call(io, 'finishSignIn', { signInId });
}

function whereTo({ signInId, url, userCode, adminRequest }: Begun): string {
  const lines =
    userCode === null
      ? [
          `Open this address and sign in:\n\n  ${url}\n`,
          `If the browser ends at a page that it cannot open, as on another machine:\n  rapport mailbox finish ${signInId} 'THE WHOLE ADDRESS'`,
        ]
      : [`Open ${url} and type the code ${userCode}.`];
  if (adminRequest !== null)
    lines.push(`If it asks for an administrator's approval, send them this:\n\n${adminRequest}`);
  return lines.join('\n');
}

function printEnd(io: Io, options: JsonOption, found: SignInView): void {
  print(io, options, found, ({ address, state, message }) =>
    state === 'connected' ? `${address} is connected.` : (message ?? 'The sign-in is still open.'),
  );
  if (found.state === 'failed') throw new Failed();
}
