import type { ImapFlow, ImapFlowError } from 'imapflow';
import { hostAndPort } from '../account.ts';
import { MailboxFailure } from '../errors.ts';
import { connectionError } from './connection-error.ts';
import { connectionFailure, serverWords } from '../connection-failure.ts';
import { isPlannedEnd, readSignInAnswer } from '../sign-in-refusal.ts';

/**
 * Turns whatever imapflow throws into a MailboxFailure. `attempted` completes "Could not …",
 * such as "read the folder INBOX". `byToken` says that an access token signed in.
 */
export function imapFailure(
  client: Pick<ImapFlow, 'host' | 'port' | 'byeReason'>,
  attempted: string,
  thrown: unknown,
  byToken = false,
): MailboxFailure {
  if (thrown instanceof MailboxFailure) return thrown;
  const error = cause(client, thrown as ImapFlowError);
  const where = hostAndPort({ host: client.host, port: client.port, security: 'tls' });
  const tried = `Could not ${attempted} on ${where}`;
  const words = serverWords(error.responseText ?? client.byeReason ?? responseOf(error));
  const fail = (
    reason: MailboxFailure['reason'],
    rest: string,
    refusal?: MailboxFailure['refusal'],
  ) => new MailboxFailure(reason, `${tried}: ${rest}`, { cause: thrown, response: words, refusal });
  const said = words ? `the server said "${words}".` : 'the server refused.';
  if (client.byeReason && isPlannedEnd(client.byeReason))
    return fail('session_ended', `${said} Rapport signs in again by itself.`);
  // Microsoft says so at the first command after a sign-in that went well.
  const noMailbox = /authenticated but not connected/i.test(words ?? '');
  if (error.authenticationFailed || isRefusedSignIn(error) || noMailbox) {
    const answer = readSignInAnswer({ code: error.serverResponseCode, words, byToken });
    if (answer.kind === 'passes' || answer.kind === 'ended')
      return fail('refused', `${said} It is tried again later.`);
    return fail('sign_in', `${said} ${answer.advice}`, answer.kind);
  }
  if (/^(LineTooLarge|LiteralTooLarge|ResponseTooLarge|Parser|MAX_IMAP)/.test(error.code ?? ''))
    return fail('protocol', 'the server sent more than a mail server has to send. It was cut off.');
  if (/^(UnexpectedTag|InvalidResponse|ResponseProcessing)/.test(error.code ?? ''))
    return fail('protocol', 'the server answered in a way that is not IMAP. Check host and port.');
  if (error.responseStatus || client.byeReason || error.mailboxMissing)
    return fail('refused', `${said} It is tried again later.`);
  const { reason, rest } = connectionFailure(error);
  return fail(reason, rest);
}

function isRefusedSignIn({ serverResponseCode }: ImapFlowError): boolean {
  return serverResponseCode === 'AUTHENTICATIONFAILED' || serverResponseCode === 'EXPIRED';
}

/** A command that was under way says no more than that the connection is gone. */
function cause(client: object, error: ImapFlowError): ImapFlowError {
  return /^(NoConnection|EConnectionClosed)$/.test(error.code ?? '')
    ? (connectionError(client) ?? error)
    : error;
}

function responseOf(error: ImapFlowError): string | undefined {
  return typeof error.response === 'string' ? error.response : undefined;
}
