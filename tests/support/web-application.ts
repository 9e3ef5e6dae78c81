import type { Database } from '../../db/client.ts';
import { fetchCalendar } from '../../mail/calendar/fetch-calendar.ts';
import type { MailboxCheck } from '../../mail/check-mailbox.ts';
import { discover } from '../../mail/discovery/discovery.ts';
import { oauthProviders } from '../../mail/oauth/providers.ts';
import type { OperationContext } from '../../operations/context.ts';
import { createWeb } from '../../web/app.ts';
import type { WebDeps } from '../../web/deps.ts';
import { offline } from './offline.ts';

export const host = '127.0.0.1:3000';
export const token = 'a-token-that-nobody-guesses';

export type Pages = {
  readonly db: Database;
  readonly app: ReturnType<typeof createWeb>;
  readonly changed: () => void;
  /** Errors that nobody foresaw. */
  readonly errors: readonly unknown[];
};

export type Given = Partial<WebDeps> & {
  readonly checks?: readonly MailboxCheck[];
  readonly rewriting?: OperationContext['rewriting'];
};

/** The web application on this database; no mail, no Temporal. */
export function pagesOn(db: Database, given: Given = {}): Pages {
  const listeners = new Set<() => void>();
  const errors: unknown[] = [];
  const app = createWeb({
    db,
    contextFor: (userId) => ({
      ...contextFor(db, userId, given.checks ?? []),
      rewriting: given.rewriting,
    }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signInToken: token,
    allowedHosts: ['127.0.0.1', 'localhost'],
    health: () => Promise.resolve({ ready: true, database: 'ok', temporal: 'ok', workers: 1 }),
    report: (error) => errors.push(error),
    practice: { start: () => Promise.resolve() },
    ...given,
  });
  return { db, app, errors, changed: () => listeners.forEach((listener) => listener()) };
}

/** What operations work with where there is neither mail nor Temporal. */
export function contextFor(
  db: Database,
  userId: string,
  checks: readonly MailboxCheck[],
): OperationContext {
  return {
    db,
    userId,
    now: () => new Date(),
    secrets: { seal: (text) => text, open: (text) => text, isCurrent: () => true },
    oauth: oauthProviders,
    deliverSoon: () => {},
    discover: (address) => discover(address, offline),
    checkMailbox: () => Promise.resolve(checks),
    sendDirectly: () => Promise.resolve('<test@home.test>'),
    watchMailbox: () => Promise.resolve(),
    fetchCalendar,
  };
}
