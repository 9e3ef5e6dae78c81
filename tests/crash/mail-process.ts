import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { readKept, type KeptMail } from '../../practice/server/persist.ts';
import type { MailServerOptions } from './mail-server.ts';

export type MailProcess = {
  /** Ports that stay the same over kills. */
  readonly imap: number;
  readonly smtp: number;
  /** Ends it like a power cut; `start` brings it back with its mail. */
  readonly kill: () => Promise<void>;
  readonly start: (change?: Partial<MailServerOptions>) => Promise<void>;
  /** Resolves when the server has taken the next mail and its copy for Sent, and has not yet told the sender so. */
  readonly delayNextAnswer: () => Promise<DelayedAnswer>;
  /** What lies in a folder, as the server has it on disk. */
  readonly mails: (account: string, folder: string) => readonly KeptMail[];
  readonly stop: () => Promise<void>;
};

/** The sender hears that the mail was taken when `give` is called. */
export type DelayedAnswer = { readonly messageId: string; readonly give: () => void };

/** Starts the mail server of {@link MailServerOptions} behind two ports that outlive it. */
export async function startMailProcess(given: MailServerOptions): Promise<MailProcess> {
  let options = given;
  let child: ChildProcess | undefined;
  let ports = { imap: 0, smtp: 0 };
  const imap = await openDoor(() => ports.imap);
  const smtp = await openDoor(() => ports.smtp);
  const start = async (change: Partial<MailServerOptions> = {}): Promise<void> => {
    options = { ...options, ...change };
    const started = fork(join(import.meta.dirname, 'mail-server.ts'), [JSON.stringify(options)], {
      execArgv: ['--import', 'tsx'],
    });
    child = started;
    const gone = once(started, 'exit').then(() => Promise.reject(new Error('No mail server.')));
    [ports] = (await Promise.race([once(started, 'message'), gone])) as [typeof ports];
    gone.catch(() => undefined);
  };
  const kill = async (): Promise<void> => {
    ports = { imap: 0, smtp: 0 };
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    ending.kill('SIGKILL');
    await once(ending, 'exit');
  };
  await start();
  return {
    imap: imap.port,
    smtp: smtp.port,
    kill,
    start,
    async delayNextAnswer() {
      const server = child!;
      const taken = once(server, 'message');
      server.send('delay the next answer');
      const [messageId] = (await taken) as [string];
      return { messageId, give: () => void server.send('answer') };
    },
    mails: (account, folder) => {
      const found = readKept(options.file).find(
        (each) => each.account === account && each.path === folder,
      );
      return [...(found?.mails.values() ?? [])];
    },
    async stop() {
      await kill();
      imap.close();
      smtp.close();
    },
  };
}

/** Passes connections on to whatever port the server has now; refuses while it has none. */
async function openDoor(port: () => number) {
  const open = new Set<Socket>();
  const door = createServer((socket) => {
    const target = port();
    if (target === 0) return void socket.destroy();
    const inner = createConnection(target, '127.0.0.1');
    for (const [one, other] of [
      [socket, inner],
      [inner, socket],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    socket.pipe(inner).pipe(socket);
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  return {
    port: (door.address() as AddressInfo).port,
    close: () => {
      door.close();
      for (const socket of open) socket.destroy();
    },
  };
}
