import type { MailboxFailureReason } from './errors.ts';

type NetworkError = Error & {
  readonly code?: string | undefined;
  readonly originalCode?: string | undefined;
  readonly cause?: unknown;
};

/**
 * Why a connection could not be made or was lost, as a sentence that says what to do. Codes are
 * those of Node (sockets, DNS, OpenSSL), of imapflow and of nodemailer.
 */
export function connectionFailure(error: NetworkError): {
  readonly reason: MailboxFailureReason;
  readonly rest: string;
} {
  const codes = [error.originalCode, error.code, (error.cause as NetworkError | undefined)?.code];
  const has = (pattern: RegExp) => codes.some((code) => code !== undefined && pattern.test(code));
  const says = (pattern: RegExp) => pattern.test(error.message);
  if (has(/CERT_HAS_EXPIRED/) || says(/certificate has expired/i))
    return { reason: 'certificate', rest: 'its certificate has expired. Tell whoever runs it.' };
  if (has(/ALTNAME_INVALID/) || says(/altnames|Hostname\/IP does not match/i))
    return {
      reason: 'certificate',
      rest: 'its certificate is for another host. Check the host name.',
    };
  if (has(/CERT|UNABLE_TO_(GET|VERIFY)/) || says(/certificate|self.signed/i))
    return {
      reason: 'certificate',
      rest:
        'its certificate is not signed by an authority this machine trusts. If the server is ' +
        'your own or your organisation’s, give its authority’s certificate as a PEM file.',
    };
  if (has(/WRONG_VERSION_NUMBER|EPROTO|SSL/) || says(/wrong version number|packet length too long/))
    return {
      reason: 'protocol',
      rest: 'this port does not speak TLS. Choose starttls, or the port for TLS.',
    };
  if (has(/ENOTFOUND|EAI_AGAIN|EDNS/))
    return {
      reason: 'unreachable',
      rest: 'no such host was found. Check the name and whether this machine is online.',
    };
  if (has(/ECONNREFUSED/))
    return {
      reason: 'unreachable',
      rest: 'nothing answers there. Check host and port and whether the server runs.',
    };
  if (has(/GREETING_TIMEOUT/))
    return {
      reason: 'timeout',
      rest:
        'it took the connection and then said nothing. If this is a port for TLS (usually 993 ' +
        'or 465), choose tls.',
    };
  if (has(/TIMEOUT|ETIMEDOUT/))
    return { reason: 'timeout', rest: 'it did not answer in time. It is tried again later.' };
  if (has(/STARTTLS|ETLS/) || says(/STARTTLS/))
    return {
      reason: 'protocol',
      rest: 'it does not offer STARTTLS. Choose tls and the port for it.',
    };
  return {
    reason: 'unreachable',
    rest: 'the connection was lost. It is tried again later.',
  };
}

/** A server's reply, bounded and on one line; undefined when there is none. */
export function serverWords(response: string | undefined): string | undefined {
  const words = response
    ?.slice(0, 2_000)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
  return words || undefined;
}
