import type { ImapFlow } from 'imapflow';
import { within } from '../../mail/imap/time-limit.ts';
import type { WatchTimes } from '../dependencies.ts';

export type Liveness = {
  /** Throws MailboxFailure when the server does not answer in time; the connection is closed then. */
  readonly ask: () => Promise<void>;
  /** Milliseconds that its next answer may take. */
  readonly within: () => number;
};

/** How much longer than its slowest answer so far a server may take. */
const patience = 4;

/** `slowest` is how many milliseconds it took to answer before: a slow server is not taken for a dead one. */
export function livenessOf(
  client: ImapFlow,
  { answer, slowest: before }: Pick<WatchTimes, 'answer'> & { readonly slowest: number },
): Liveness {
  let slowest = before;
  const limit = (): number => Math.max(answer, patience * slowest);
  return {
    async ask() {
      const asked = performance.now();
      await within(client, limit(), 'reach the mailbox', () => client.noop());
      slowest = Math.max(slowest, performance.now() - asked);
    },
    within: limit,
  };
}
