import { createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, createServer as createTlsServer } from 'node:tls';
import type { Certificate } from './certificate.ts';
import type { Faults } from './faults.ts';
import { No, type ImapCommand, type ImapHandler } from './imap-command.ts';
import { mailboxHandlers } from './imap-mailboxes.ts';
import { messageHandlers } from './imap-messages.ts';
import { commandReader, type CommandPieces } from './imap-reader.ts';
import {
  deselect,
  fault,
  send,
  tellChanges,
  type ImapServerState,
  type ImapSession,
} from './imap-session.ts';
import { capabilities, signInHandlers, signInPlain } from './imap-sign-in.ts';
import { textOf, tokens } from './imap-syntax.ts';
import type { MailStore } from './store.ts';

const beforeSignIn = signInHandlers(attach);
const handlers: Readonly<Record<string, ImapHandler>> = {
  ...mailboxHandlers,
  ...messageHandlers,
  ...beforeSignIn,
};

/** An IMAP4rev1 server over the store. `tls` is from the first byte; otherwise STARTTLS is offered. */
export function createImapServer(options: {
  readonly store: MailStore;
  readonly faults: Faults;
  readonly certificate: Certificate | undefined;
  readonly tls: boolean;
  readonly gmail: boolean;
}): { readonly server: Server; readonly sessions: ReadonlySet<ImapSession> } {
  const { store, faults, certificate, gmail } = options;
  const state: ImapServerState = {
    store,
    faults,
    gmail,
    secureContext: certificate && createSecureContext(certificate),
    sessions: new Set(),
  };
  let connections = 0;
  const serve = (socket: Socket) => {
    void greet(state, socket, ++connections, options.tls);
  };
  const server =
    options.tls && certificate ? createTlsServer(certificate, serve) : createServer(serve);
  server.on('tlsClientError', () => {});
  return { server, sessions: state.sessions };
}

async function greet(
  server: ImapServerState,
  socket: Socket,
  connection: number,
  secure: boolean,
): Promise<void> {
  socket.on('error', () => {});
  if (server.faults.refuseConnections) {
    socket.destroy();
    return;
  }
  const session: ImapSession = {
    server,
    connection,
    socket,
    secure,
    account: undefined,
    selected: undefined,
    idleTag: undefined,
    authenticateTag: undefined,
    condstore: false,
    frozen: false,
    commands: 0,
  };
  server.sessions.add(session);
  attach(session);
  if (await fault(session, { at: 'connect', command: '', line: '', nth: 0 })) return;
  send(session, `* OK [CAPABILITY ${capabilities(session)}] Rapport practice mailbox`);
}

/** Serves the session's present socket: the plain one, later the one inside STARTTLS. */
function attach(session: ImapSession): void {
  const { socket } = session;
  let queue = Promise.resolve();
  const feed = commandReader({
    command: (pieces) => {
      queue = queue.then(() => answer(session, pieces));
    },
    goAhead: () => send(session, '+ go ahead'),
    refuse: (why) => {
      send(session, `* BYE ${why}`);
      socket.destroy();
    },
  });
  socket.setNoDelay(true);
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    if (!session.frozen) feed(chunk);
  });
  socket.on('close', () => {
    deselect(session);
    session.server.sessions.delete(session);
  });
}

async function answer(session: ImapSession, pieces: CommandPieces): Promise<void> {
  if (session.frozen || session.socket.destroyed) return;
  const line = pieces.filter((piece) => typeof piece === 'string').join('');
  if (session.idleTag !== undefined) {
    if (line.trim().toUpperCase() !== 'DONE') return;
    send(session, `${session.idleTag} OK done`);
    session.idleTag = undefined;
    return;
  }
  if (session.authenticateTag !== undefined) {
    const tag = session.authenticateTag;
    session.authenticateTag = undefined;
    send(session, `${tag} ${signInPlain(session, line)}`);
    return;
  }
  const command = parse(pieces, line);
  if (typeof command === 'string') send(session, command);
  else await run(session, command);
}

function parse(pieces: CommandPieces, line: string): ImapCommand | string {
  const [, tag, prefix, name, rest = ''] =
    /^(\S+) +(UID +)?([A-Za-z]+)(?: (.*))?$/is.exec(line) ?? [];
  if (!tag || !name) return '* BAD this is not a command';
  try {
    const given = tokens(pieces).slice(prefix ? 3 : 2);
    textOf(tag);
    return { tag, name: name.toUpperCase(), uid: Boolean(prefix), arguments: given, line: rest };
  } catch (error) {
    return `${tag} BAD ${(error as Error).message}`;
  }
}

async function run(session: ImapSession, command: ImapCommand): Promise<void> {
  const { tag, line } = command;
  const name = `${command.uid ? 'UID ' : ''}${command.name}`;
  const step = { command: name, line, nth: ++session.commands };
  const stopped = await fault(session, { at: 'command', ...step });
  const ended = stopped ?? (await completion(session, command));
  if (ended === undefined || ended === 'gone') return;
  // RFC 3501 7.4.1: no EXPUNGE in the answer to FETCH, STORE and SEARCH by sequence number.
  if (!['FETCH', 'STORE', 'SEARCH'].includes(name)) tellChanges(session);
  const instead = stopped ? undefined : await fault(session, { at: 'reply', ...step });
  if (instead !== 'gone') send(session, `${tag} ${instead ?? ended}`);
}

async function completion(session: ImapSession, command: ImapCommand): Promise<string | undefined> {
  const handler = handlers[command.name];
  if (!handler) return 'BAD unknown command';
  if (!session.account && !(command.name in beforeSignIn)) return 'NO sign in first';
  try {
    return await handler(session, command);
  } catch (error) {
    if (error instanceof No) return `NO ${error.message}`;
    return `BAD ${(error as Error).message}`;
  }
}
