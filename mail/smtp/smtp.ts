import { rootCertificates } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { checkEndpoint, type Endpoint, type MailAccount, type TokenSource } from '../account.ts';
import { asciiAddress } from '../../domain/email-address.ts';
import { SmtpFailure } from '../errors.ts';
import { heldBackMail } from './gated-message.ts';
import { smtpFailure, type SmtpProgress } from './smtp-failure.ts';

export type SmtpSession = {
  /**
   * Sends one mail. `beforeData` runs after the recipient was accepted and before any byte of the
   * mail is handed over; when it throws, the connection is cut, so that the server cannot have
   * taken the mail, and its error is passed on. Throws SmtpFailure otherwise.
   */
  readonly send: (
    mail: { readonly from: string; readonly to: string; readonly raw: Buffer },
    hooks: { readonly beforeData: () => Promise<void> },
  ) => Promise<Accepted>;
  readonly close: () => void;
};

export type Accepted = {
  /** The server's reply to the mail, such as `250 2.0.0 Ok: queued as 4F1`. */
  readonly response: string;
  /** The Message-ID the server gave the mail instead of ours, where its reply names one. */
  readonly serverMessageId: string | undefined;
};

export type SmtpLimits = {
  /** Milliseconds from now in which everything must be over; sending aborts at their end. */
  readonly deadline?: number;
  /** Milliseconds for DNS, TCP, TLS and greeting. */
  readonly connectTimeout?: number;
  /** Milliseconds without a byte from the server before the connection is given up. */
  readonly socketTimeout?: number;
};

/** Connects and signs in; nothing is sent yet. Throws SmtpFailure. */
export async function openSmtp(
  account: MailAccount,
  limits: SmtpLimits = {},
): Promise<SmtpSession> {
  const endpoint = checkEndpoint(account.smtp, 'smtp');
  const { deadline = 120_000, connectTimeout = 30_000, socketTimeout = 60_000 } = limits;
  const connection = new SMTPConnection({
    host: endpoint.host,
    port: endpoint.port,
    secure: endpoint.security === 'tls',
    requireTLS: endpoint.security === 'starttls',
    ignoreTLS: endpoint.security === 'none',
    tls: account.ca ? { ca: [...rootCertificates, account.ca] } : {},
    // This machine's name is nobody's business; mail programs send the loopback literal.
    name: '[127.0.0.1]',
    connectionTimeout: connectTimeout,
    greetingTimeout: connectTimeout,
    dnsTimeout: connectTimeout,
    socketTimeout,
    socketCloseTimeout: 0,
    maxResponseSize: 64 * 1024,
    logger: false,
  });
  const given: GivenTokens = { tokens: [] };
  const ended = endOf(connection, deadline);
  const run = async <T>(progress: SmtpProgress, step: Promise<T>): Promise<T> => {
    try {
      return await Promise.race([step, ended.failure]);
    } catch (error) {
      ended.cut();
      throw smtpFailure(
        endpoint,
        progress,
        error,
        secretOf(account, given),
        account.token !== undefined,
      );
    }
  };
  await run({ stage: 'connect' }, connected(connection));
  // A relay on this machine may want no sign-in; one that does refuses the sender, with its reason.
  if (connection.allowsAuth) await run({ stage: 'sign_in' }, signedIn(connection, account, given));
  return {
    close: () => ended.part(),
    send: async (mail, { beforeData }) => {
      const envelope = {
        from: asciiAddress(mail.from),
        to: asciiAddress(mail.to),
        size: mail.raw.length,
      };
      checkLocalPart(connection, endpoint, envelope.to);
      const held = heldBackMail(mail.raw, beforeData);
      const accepted = new Promise<Accepted>((resolve, reject) => {
        connection.send(envelope, held.source, (error, info) => {
          if (error || !info) reject(error ?? new Error('The server gave no answer.'));
          else resolve({ response: info.response, serverMessageId: info.serverMessageId });
        });
      });
      const progress: SmtpProgress = {
        stage: 'sender',
        askedFor: () => held.asked(),
        handedOver: () => held.handedOver(),
      };
      try {
        return await run(progress, accepted);
      } catch (failure) {
        const refused = held.refusal();
        throw refused ? refused.reason : failure;
      }
    },
  };
}

/** One place that knows when the connection is over: an error, the server's close, the deadline. */
function endOf(
  connection: SMTPConnection,
  deadline: number,
): {
  readonly failure: Promise<never>;
  /** At once, without a word. */
  readonly cut: () => void;
  /** With QUIT. */
  readonly part: () => void;
} {
  let timer: NodeJS.Timeout | undefined;
  const failure = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const late = new Error('The time for this is over.');
      reject(Object.assign(late, { code: 'ETIMEDOUT' }));
      connection.close();
    }, deadline);
    connection.on('error', reject);
    connection.once('end', () => {
      clearTimeout(timer);
      // nodemailer closes before it says why, as after a 421.
      setImmediate(() => {
        reject(Object.assign(new Error('The connection was closed.'), { code: 'ECONNECTION' }));
      });
    });
  });
  failure.catch(() => {});
  const cut = () => {
    clearTimeout(timer);
    connection.close();
  };
  const part = () => {
    clearTimeout(timer);
    if (connection.destroyed) return;
    connection.quit();
    setTimeout(() => connection.close(), 1_000).unref();
  };
  return { failure, cut, part };
}

function connected(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
}

/** The tokens that a session has shown; they must not appear in what a failure says. */
type GivenTokens = { tokens: string[] };

function signedIn(
  connection: SMTPConnection,
  account: MailAccount,
  given: GivenTokens,
): Promise<void> {
  const sign = account.token
    ? { user: account.user, oauth2: tokenSignIn(account.user, account.token, given) }
    : { credentials: { user: account.user, pass: account.password } };
  return new Promise((resolve, reject) => {
    connection.login(sign as never, (error) => (error ? reject(error) : resolve()));
  });
}

/**
 * What nodemailer asks for a token. After a refusal it asks once more, with `renew`, and tries again
 * by itself. Its type declarations want a class of its own; these two functions are all it calls.
 */
function tokenSignIn(user: string, token: TokenSource, given: GivenTokens) {
  return {
    getToken(renew: boolean, done: (error: Error | null, token?: string) => void) {
      token(renew ? given.tokens.at(-1) : undefined).then(
        (value) => {
          given.tokens.push(value);
          done(null, value);
        },
        (error: Error) => done(error),
      );
    },
    buildXOAuth2Token: (value: string) =>
      Buffer.from(`user=${user}\x01auth=Bearer ${value}\x01\x01`).toString('base64'),
  };
}

function secretOf(account: MailAccount, { tokens }: GivenTokens): string {
  return tokens.at(-1) ?? account.password;
}

/** A local part beyond ASCII needs a server with SMTPUTF8 (RFC 6531 3.2). */
function checkLocalPart(connection: SMTPConnection, endpoint: Endpoint, to: string): void {
  // eslint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(to) || extensions(connection).includes('SMTPUTF8')) return;
  throw new SmtpFailure(
    `Could not send through ${endpoint.host}: this server cannot write to addresses with letters ` +
      'beyond a to z before the @. Ask for another address of this person.',
    { stage: 'recipient', outcome: 'not_sent_permanent', stopsMailbox: false, reason: 'refused' },
  );
}

/** nodemailer keeps what EHLO offered in a property that its type declarations leave out. */
function extensions(connection: SMTPConnection): readonly string[] {
  const { _supportedExtensions } = connection as unknown as {
    readonly _supportedExtensions?: readonly string[];
  };
  return _supportedExtensions ?? [];
}
