import type { PracticeMail } from './types.ts';

export function startPracticeMail(_options: {
  /** Address to password. */
  readonly accounts: Readonly<Record<string, string>>;
  /** TLS from the first byte on both ports; otherwise plain with STARTTLS offered. */
  readonly tls?: boolean;
  /** Answers like Gmail: All Mail, thread ids, a copy in Sent. */
  readonly gmail?: boolean;
}): Promise<PracticeMail> {
  throw new Error('to be written');
}
