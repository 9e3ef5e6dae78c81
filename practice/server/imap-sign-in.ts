import { TLSSocket } from 'node:tls';
import type { ImapCommand, ImapHandler } from './imap-command.ts';
import { send, type ImapSession } from './imap-session.ts';
import { textOf, textsOf } from './imap-syntax.ts';

/** Commands that are valid before sign-in. `attach` serves a socket, here the one inside STARTTLS. */
export function signInHandlers(
  attach: (session: ImapSession) => void,
): Record<string, ImapHandler> {
  return {
    CAPABILITY: (session) => {
      send(session, `* CAPABILITY ${capabilities(session)}`);
      return 'OK done';
    },
    NOOP: () => 'OK done',
    ID: (session) => {
      send(session, '* ID ("name" "Rapport practice mailbox")');
      return 'OK done';
    },
    LOGOUT: (session, { tag }) => {
      send(session, '* BYE see you');
      send(session, `${tag} OK done`);
      session.socket.end();
      return undefined;
    },
    LOGIN: (session, command) =>
      signIn(session, textOf(command.arguments[0]), textOf(command.arguments[1])),
    AUTHENTICATE: (session, command) => {
      if (textOf(command.arguments[0]).toUpperCase() !== 'PLAIN') return 'NO only PLAIN is known';
      if (command.arguments[1] !== undefined)
        return signInPlain(session, textOf(command.arguments[1]));
      session.authenticateTag = command.tag;
      send(session, '+ ');
      return undefined;
    },
    STARTTLS: (session, command) => startTls(session, command, attach),
    ENABLE: (session, command) => {
      const wanted = command.arguments.flatMap(textsOf).map((name) => name.toUpperCase());
      if (wanted.includes('CONDSTORE')) session.condstore = true;
      send(session, `* ENABLED${wanted.includes('CONDSTORE') ? ' CONDSTORE' : ''}`);
      return 'OK done';
    },
  };
}

export function capabilities(session: ImapSession): string {
  const { secureContext, gmail, faults } = session.server;
  const offered = ['IMAP4rev1', 'LITERAL+', 'SASL-IR', 'ID', 'ENABLE'];
  if (!session.secure && secureContext) offered.push('STARTTLS');
  if (!session.account) offered.push('AUTH=PLAIN');
  else offered.push('IDLE', 'UIDPLUS', 'MOVE', 'UNSELECT', 'NAMESPACE', 'SPECIAL-USE', 'CONDSTORE');
  if (session.account && gmail) offered.push('X-GM-EXT-1');
  return offered.filter((name) => !faults.hiddenCapabilities.has(name)).join(' ');
}

/** RFC 4616: authorization identity, user and password with NULs between, in base64. */
export function signInPlain(session: ImapSession, base64: string): string {
  const [, user = '', password = ''] = Buffer.from(base64, 'base64').toString('utf8').split('\0');
  return signIn(session, user, password);
}

function signIn(session: ImapSession, user: string, password: string): string {
  const account = session.server.store.accounts.get(user.toLowerCase());
  if (!account || account.password !== password)
    return 'NO [AUTHENTICATIONFAILED] wrong user name or password';
  session.account = account;
  return `OK [CAPABILITY ${capabilities(session)}] signed in`;
}

function startTls(
  session: ImapSession,
  command: ImapCommand,
  attach: (session: ImapSession) => void,
): string | undefined {
  const { secureContext } = session.server;
  if (session.secure || !secureContext) return 'BAD TLS cannot be started here';
  send(session, `${command.tag} OK begin`);
  const plain = session.socket;
  plain.removeAllListeners('data').removeAllListeners('close');
  session.socket = new TLSSocket(plain, { isServer: true, secureContext });
  session.secure = true;
  attach(session);
  return undefined;
}
