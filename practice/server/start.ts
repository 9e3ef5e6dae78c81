import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { selfSignedCertificate } from './certificate.ts';
import type { Faults } from './faults.ts';
import { createImapServer } from './imap-server.ts';
import { send } from './imap-session.ts';
import { createSmtpServer } from './smtp-server.ts';
import { accountOf, addFolder, addMail, createStore, type Folder } from './store.ts';
import type { AcceptedMail, PracticeMail } from './types.ts';

/** Starts both servers on free ports of 127.0.0.1. */
export async function startPracticeMail(options: {
  /** Address to password. */
  readonly accounts: Readonly<Record<string, string>>;
  /** `true`: TLS from the first byte. `starttls`: plain, with STARTTLS offered. */
  readonly tls?: boolean | 'starttls';
  /** Answers like Gmail: All Mail, thread ids. */
  readonly gmail?: boolean;
}): Promise<PracticeMail> {
  const { accounts, tls = false, gmail = false } = options;
  const store = createStore(accounts);
  if (gmail)
    for (const account of store.accounts.values())
      mirror(account.folders.values(), addFolder(store, account, '[Gmail]/All Mail', '\\All'));
  const certificate = tls ? selfSignedCertificate() : undefined;
  const secure = tls === true;
  const accepted: AcceptedMail[] = [];
  const listeners = new Set<(mail: AcceptedMail) => void | Promise<void>>();
  const faults: Faults = {
    imap: undefined,
    smtp: undefined,
    hiddenCapabilities: new Set(),
    refuseConnections: false,
    dropImap: () => sessions.forEach((session) => session.socket.destroy()),
    freezeImap: () => sessions.forEach((session) => (session.frozen = true)),
    byeImap: (text) =>
      sessions.forEach((session) => {
        send(session, `* BYE ${text}`);
        session.socket.end();
      }),
    writeImap: (bytes) => sessions.forEach((session) => session.socket.write(bytes)),
    dropSmtp: () => smtp.connections.forEach((connection) => socketOf(connection).destroy()),
    idling: () => [...sessions].filter((session) => session.idleTag !== undefined).length,
    imapConnections: () => sessions.size,
    smtpConnections: () => smtp.connections.size,
  };
  const { server: imap, sessions } = createImapServer({
    store,
    faults,
    certificate,
    tls: secure,
    gmail,
  });
  const smtp = createSmtpServer({
    store,
    faults,
    certificate,
    tls: secure,
    saveSent: () => practice.saveSent,
    rewriteMessageIds: () => practice.rewriteMessageIds,
    accept: async (mail) => {
      accepted.push(mail);
      for (const listener of listeners) await listener(mail);
    },
  });
  const practice: PracticeMail = {
    imap: await listen(imap),
    smtp: await listen(smtp.server),
    ca: certificate?.cert,
    store,
    deliver: (to, raw, { folder = 'INBOX', date } = {}) => {
      const target = accountOf(store, to).folders.get(folder);
      if (!target) throw new Error(`${to} has no folder ${folder}.`);
      return addMail(target, Buffer.from(raw as string), date ? { date } : {}).uid;
    },
    sent: () => [...accepted],
    onAccepted: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    saveSent: gmail,
    rewriteMessageIds: false,
    faults,
    stop: async () => {
      faults.dropImap();
      faults.dropSmtp();
      await Promise.all([
        new Promise((resolve) => imap.close(resolve)),
        new Promise<void>((resolve) => smtp.close(resolve)),
      ]);
    },
  };
  return practice;
}

/** Gmail keeps every mail in All Mail; its labels are what other clients see as folders. */
function mirror(folders: Iterable<Folder>, all: Folder): void {
  for (const folder of folders) {
    if (folder === all || folder.specialUse === '\\Junk' || folder.specialUse === '\\Trash')
      continue;
    let copied = folder.uidNext;
    folder.events.on('changed', () => {
      for (const { uid, raw, flags, date } of folder.mails)
        if (uid >= copied) addMail(all, raw, { flags, date });
      copied = folder.uidNext;
    });
  }
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** smtp-server keeps the socket in a property that its type declarations leave out. */
function socketOf(connection: unknown): { readonly destroy: () => void } {
  return (connection as { readonly _socket: { readonly destroy: () => void } })._socket;
}
