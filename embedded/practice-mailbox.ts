import type { Application } from '../worker/application.ts';

export type PracticeMailbox = {
  /** Connects the user to a mailbox of the practice servers. */
  readonly start: (userId: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Placeholder until the practice servers are wired: starts nothing. */
export async function startPracticeMailbox(_application: Application): Promise<PracticeMailbox> {
  return {
    start: () => Promise.reject(new Error('The practice mailbox is not built yet.')),
    stop: () => Promise.resolve(),
  };
}
