import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Certificate } from './certificate.ts';
import type { Faults, SmtpStep } from './faults.ts';
import { addMail, type MailStore } from './store.ts';
import type { AcceptedMail } from './types.ts';

export type SmtpServerOptions = {
  readonly store: MailStore;
  readonly faults: Faults;
  readonly certificate: Certificate | undefined;
  readonly tls: boolean;
  readonly saveSent: () => boolean;
  readonly rewriteMessageIds: () => boolean;
  readonly accept: (mail: AcceptedMail) => Promise<void>;
};

/** A submission server (RFC 6409) over the store: delivers to its own accounts, keeps the rest. */
export function createSmtpServer(options: SmtpServerOptions): SMTPServer {
  const { store, faults, certificate } = options;
  let connections = 0;
  const numbers = new Map<string, number>();
  const server: SMTPServer = new SMTPServer({
    ...certificate,
    secure: options.tls,
    name: 'localhost',
    banner: 'Rapport practice mailbox',
    hideENHANCEDSTATUSCODES: true,
    disabledCommands: certificate ? [] : ['STARTTLS'],
    allowInsecureAuth: true,
    authMethods: ['PLAIN', 'LOGIN'],
    disableReverseLookup: true,
    logger: false,
    size: 50_000_000,
    // Cut off at once when stopped; an idle client may stay as long as it likes before that.
    closeTimeout: 1,
    socketTimeout: 3_600_000,
    onConnect(session, done) {
      numbers.set(session.id, ++connections);
      if (faults.refuseConnections) drop(session.id);
      else attempt(session, 'connect', [], done);
    },
    onAuth(given, session, done) {
      attempt(session, 'auth', [], (error) => {
        if (error) return done(error);
        const account = store.accounts.get((given.username ?? '').toLowerCase());
        if (!account || account.password !== given.password)
          return done(refusal(535, '5.7.8 wrong user name or password'));
        return done(null, { user: account.address });
      });
    },
    onMailFrom(from, session, done) {
      attempt(session, 'mail', [], (error) => {
        const own = from.address.toLowerCase() === String(session.user).toLowerCase();
        done(error ?? (own ? null : refusal(553, '5.7.1 this sender address is not yours')));
      });
    },
    onRcptTo(to, session, done) {
      attempt(session, 'rcpt', [to.address], done);
    },
    onData(stream, session, done) {
      const receive = async () => {
        const early = await ask(session, 'data', recipients(session));
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        if (early) throw early;
        const raw = Buffer.concat(chunks);
        const late = await ask(session, 'received', recipients(session));
        if (late) throw late;
        const reply = await store_(session, raw);
        const lost = await ask(session, 'accepted', recipients(session));
        if (lost) throw lost;
        return reply;
      };
      receive().then(
        (reply) => {
          done(null, reply);
          void ask(session, 'replied', recipients(session));
        },
        (error: Error) => {
          if (error !== dropped) done(error);
        },
      );
    },
  });
  server.on('error', () => {});
  return server;

  /** Runs the fault hook, then lets the session go on or be refused. */
  function attempt(
    session: SMTPServerSession,
    at: SmtpStep['at'],
    to: readonly string[],
    done: (error?: Error | null) => void,
  ): void {
    ask(session, at, to).then(
      (error) => {
        if (error !== dropped) done(error ?? null);
      },
      (error: Error) => done(error),
    );
  }

  async function ask(
    session: SMTPServerSession,
    at: SmtpStep['at'],
    to: readonly string[],
  ): Promise<Error | undefined> {
    const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : undefined;
    const connection = numbers.get(session.id) ?? 0;
    const act = await faults.smtp?.({ at, connection, from, to });
    if (act === undefined) return undefined;
    if (act === 'freeze') return dropped;
    if (act !== 'drop') return refusal(act.code, act.text);
    drop(session.id);
    return dropped;
  }

  function drop(id: string): void {
    for (const connection of server.connections) {
      // `id` and `_socket` are not in the type declarations of smtp-server.
      const inner = connection as unknown as { readonly id: string; readonly _socket: Socket };
      if (inner.id === id) inner._socket.destroy();
    }
  }

  async function store_(session: SMTPServerSession, received: Buffer): Promise<string> {
    const user = String(session.user);
    const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
    const to = recipients(session);
    const { raw, newId } = options.rewriteMessageIds()
      ? withNewMessageId(received)
      : { raw: received, newId: undefined };
    const trace = `Received: from localhost by localhost with ESMTPA; ${new Date().toUTCString()}`;
    for (const address of to) {
      const inbox = store.accounts.get(address.toLowerCase())?.folders.get('INBOX');
      const delivered = `Return-Path: <${from}>\r\n${trace}\r\n`;
      if (inbox) addMail(inbox, Buffer.concat([Buffer.from(delivered), raw]));
    }
    const folders = store.accounts.get(user.toLowerCase())?.folders.values() ?? [];
    const sent = [...folders].find((folder) => folder.specialUse === '\\Sent');
    if (options.saveSent() && sent) addMail(sent, raw, { flags: ['\\Seen'] });
    await options.accept({ from, to, raw, user, acceptedAt: new Date() });
    return newId ? `2.0.0 OK ${newId} [Hostname=practice]` : `2.0.0 Ok: queued as ${session.id}`;
  }
}

const dropped = new Error('The practice server cut the connection, as it was told to.');

function recipients(session: SMTPServerSession): readonly string[] {
  return session.envelope.rcptTo.map(({ address }) => address);
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

/** What Outlook.com does to a submitted mail: it puts a Message-ID of its own in the place of ours. */
function withNewMessageId(raw: Buffer): { readonly raw: Buffer; readonly newId: string } {
  const newId = `<${randomUUID()}@practice.prod.outlook.com>`;
  const text = raw.toString('latin1');
  const renamed = text.replace(/^Message-ID:/im, 'X-Microsoft-Original-Message-ID:');
  return { raw: Buffer.from(`Message-ID: ${newId}\r\n${renamed}`, 'latin1'), newId };
}
