import type { OperationContext } from '../operations/context.ts';
import type { Health } from '../operations/status.ts';
import type { Database } from '../db/client.ts';

/** What the pages and the API need from the process that serves them. */
export type WebDeps = {
  readonly db: Database;
  readonly contextFor: (userId: string) => OperationContext;
  /** Calls the listener whenever something changed in PostgreSQL; returns what ends it. */
  readonly onChange: (listener: () => void) => () => void;
  /** Part of the printed address: who has it is the user of this machine. */
  readonly signInToken: string;
  /** In plain text or as an encoded argon2id hash; set when bound beyond loopback. */
  readonly password?: string | undefined;
  /** `host` or `host:port`; anything else is DNS rebinding. */
  readonly allowedHosts: readonly string[];
  /** Where people reach the pages through a reverse proxy. */
  readonly publicUrl?: URL | undefined;
  readonly health: () => Promise<Health>;
  /** Told of errors that nobody foresaw; the page says nothing of their cause. */
  readonly report?: ((error: unknown) => void) | undefined;
  readonly practice: {
    readonly start: (userId: string) => Promise<void>;
    /** Whom the page suggests while a practice mailbox is connected. */
    readonly people?: readonly PracticePerson[];
  };
};

/** Somebody made up, to practise with. */
export type PracticePerson = {
  readonly name: string;
  readonly email: string;
  readonly company: string;
  readonly role: string;
  readonly admire: string;
  readonly topics: readonly string[];
  /** What writing to them shows, as it follows their name: "answers the nudge". */
  readonly hint: string;
};
