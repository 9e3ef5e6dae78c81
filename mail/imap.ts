import type { ImapFlow } from 'imapflow';
import type { MailAccount } from './account.ts';

export type ImapLimits = {
  /** Milliseconds without a byte from the server before the connection is given up. */
  readonly socketTimeout?: number;
  /** Milliseconds after which IDLE is renewed. */
  readonly maxIdleTime?: number;
  /** Milliseconds for DNS, TCP, TLS and greeting. */
  readonly connectTimeout?: number;
};

export function openImap(_account: MailAccount, _limits: ImapLimits = {}): Promise<ImapFlow> {
  throw new Error('to be written');
}
