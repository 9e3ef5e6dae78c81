import { rootCertificates } from 'node:tls';
import type { ImapFlow } from 'imapflow';
import { checkEndpoint, type MailAccount } from '../account.ts';
import { rememberErrors } from './connection-error.ts';
import { MailboxFailure } from '../errors.ts';
import { chooseFolders } from './folders.ts';
import { imapFailure } from './imap-failure.ts';

export type ImapLimits = {
  /** Milliseconds without a byte from the server before the connection is given up. */
  readonly socketTimeout?: number;
  /** Milliseconds after which IDLE is renewed. */
  readonly maxIdleTime?: number;
  /** Milliseconds for DNS, TCP, TLS, greeting and sign-in. */
  readonly connectTimeout?: number;
};

/** Of the largest part of one answer; sources are asked for in bounded pieces. */
const LARGEST_LITERAL = 64 * 1024 * 1024;
/** A SEARCH answer on a mailbox of two million mails is about as long as this. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * A signed-in connection with no folder open, for one task at a time. It never reconnects: when it
 * is closed or not `usable`, open another. Throws MailboxFailure.
 */
export async function openImap(account: MailAccount, limits: ImapLimits = {}): Promise<ImapFlow> {
  const token = await account.token?.();
  try {
    return await connect(account, limits, token);
  } catch (error) {
    const refused = error instanceof MailboxFailure && error.refusal === 'consent';
    if (!refused || !account.token || token === undefined) throw error;
    // It may have been withdrawn before its time; a new one tells.
    const renewed = await account.token(token);
    if (renewed === token) throw error;
    return connect(account, limits, renewed);
  }
}

async function connect(
  account: MailAccount,
  limits: ImapLimits,
  token: string | undefined,
): Promise<ImapFlow> {
  const { host, port, security } = checkEndpoint(account.imap, 'imap');
  const { connectTimeout = 30_000, socketTimeout = 300_000, maxIdleTime = 240_000 } = limits;
  // With the first connection, not with the program: a start has nothing to ask it.
  const { ImapFlow: Imap } = await import('imapflow');
  const client = new Imap({
    host,
    port,
    secure: security === 'tls',
    ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
    tls: account.ca ? { ca: [...rootCertificates, account.ca] } : {},
    auth:
      token === undefined
        ? { user: account.user, pass: account.password }
        : { user: account.user, accessToken: token },
    clientInfo: { name: 'Rapport' },
    logger: false,
    disableCompression: true,
    disableAutoIdle: true,
    connectionTimeout: connectTimeout,
    greetingTimeout: connectTimeout,
    socketTimeout,
    maxIdleTime,
    maxLiteralSize: LARGEST_LITERAL,
    maxLineLength: LONGEST_LINE,
    maxResponseSize: LARGEST_LITERAL + LONGEST_LINE,
  });
  rememberErrors(client);
  const timer = setTimeout(() => client.close(), connectTimeout);
  const started = Date.now();
  try {
    await client.connect();
    chooseFolders(client, account.folders);
    return client;
  } catch (error) {
    client.close();
    const late = Date.now() - started >= connectTimeout ? { code: 'CONNECT_TIMEOUT' } : {};
    throw withoutPassword(
      imapFailure(
        client,
        'sign in to the mailbox',
        Object.assign(error as Error, late),
        token !== undefined,
      ),
      token ?? account.password,
    );
  } finally {
    clearTimeout(timer);
  }
}

/** Some servers repeat what they were sent. */
function withoutPassword(failure: MailboxFailure, password: string): MailboxFailure {
  if (!password || !failure.message.includes(password)) return failure;
  const hide = (text: string) => text.replaceAll(password, '•••');
  return new MailboxFailure(failure.reason, hide(failure.message), {
    response: failure.response === undefined ? undefined : hide(failure.response),
    refusal: failure.refusal,
  });
}
