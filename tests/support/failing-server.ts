import type { ImapFlow } from 'imapflow';
import { afterEach, beforeEach } from 'vitest';
import type { ImapAct, ImapStep } from '../../practice/server/faults.ts';
import { openImap, type ImapLimits } from '../../mail/imap/imap.ts';
import { plainMail, practiceServers, type Practice } from './mail-servers.ts';

export const ME = 'me@home.test';

/** A cursor before the first mail of a new practice inbox. */
export const everything = { folder: 'INBOX', uidValidity: '1000', uidNext: 1 };

export type FailingServer = {
  /** Of the present test. */
  servers: Practice;
  /** A connection of `ME`, closed after the test. */
  readonly imap: (limits?: ImapLimits) => Promise<ImapFlow>;
  /** That many mails into the inbox of `ME`. */
  readonly deliver: (count: number) => void;
  /** The act at the given step, the first time it comes. */
  readonly once: (at: ImapStep['at'], command: string, act: ImapAct, nth?: number) => void;
};

/** New practice servers for each test of the file. */
export function failingServer(): FailingServer {
  let open: ImapFlow[] = [];
  const failing: FailingServer = {
    servers: undefined as never, // set before each test
    imap: async (limits = {}) => {
      const client = await openImap(failing.servers.me, limits);
      open.push(client);
      return client;
    },
    deliver: (count) => {
      for (let n = 0; n < count; n++) failing.servers.practice.deliver(ME, plainMail());
    },
    once: (at, command, act, nth) => {
      const { faults } = failing.servers.practice;
      faults.imap = (step) => {
        if (step.at !== at || step.command !== command) return undefined;
        if (nth !== undefined && step.nth !== nth) return undefined;
        faults.imap = undefined;
        return act;
      };
    },
  };
  beforeEach(async () => {
    failing.servers = await practiceServers();
  });
  afterEach(async () => {
    for (const client of open) client.close();
    open = [];
    await failing.servers.stop();
  });
  return failing;
}
