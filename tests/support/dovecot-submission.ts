import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { SMTPServer } from 'smtp-server';
import type { Certificate } from '../../practice/server/certificate.ts';
import { PASSWORDS } from './mail-servers.ts';

/** A submission server that knows our people and hands their mail to Dovecot's LMTP socket. */
export async function submissionServer(options: {
  readonly lmtp: string;
  readonly certificate: Certificate;
  readonly tls: boolean;
  /** Whose access token it is; without it passwords only. */
  readonly introspect?: (token: string) => Promise<string | undefined>;
}): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const { introspect } = options;
  const people: Readonly<Record<string, string>> = PASSWORDS;
  const server = new SMTPServer({
    ...options.certificate,
    secure: options.tls,
    hideENHANCEDSTATUSCODES: true,
    disableReverseLookup: true,
    authMethods: ['PLAIN', 'LOGIN', ...(introspect ? ['XOAUTH2'] : [])],
    closeTimeout: 1,
    onAuth({ username = '', password, accessToken = '' }, _session, done) {
      if (introspect && accessToken !== '')
        introspect(accessToken).then(
          (user) =>
            user === username
              ? done(null, { user })
              : // As Gmail does: a challenge that says why, then 535 once it is answered.
                done(null, { data: { status: '401', schemes: 'bearer', scope: 'mail' } } as never),
          (error: Error) => done(error),
        );
      else if (people[username] !== undefined && people[username] === password)
        done(null, { user: username });
      else done(refusal(535, '5.7.8 wrong user name or password'));
    },
    onMailFrom({ address }, session, done) {
      done(address === session.user ? null : refusal(553, '5.7.1 not your address'));
    },
    onRcptTo({ address }, _session, done) {
      done(people[address.toLowerCase()] ? null : refusal(550, '5.1.1 no such user here'));
    },
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      const from = mailFrom ? mailFrom.address : '';
      deliver(options.lmtp, { from, to: rcptTo.map(({ address }) => address) }, stream).then(
        (reply) => done(null, `2.0.0 ${reply}`),
        (error: Error) => done(error),
      );
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function deliver(
  lmtp: string,
  envelope: { readonly from: string; readonly to: string[] },
  mail: NodeJS.ReadableStream,
): Promise<string> {
  const connection = new SMTPConnection({
    lmtp: true,
    ignoreTLS: true,
    connection: connect(lmtp),
  });
  return new Promise((resolve, reject) => {
    connection.on('error', reject);
    connection.connect(() => {
      connection.send(envelope, mail as never, (error, info) => {
        connection.quit();
        if (error || !info) reject(error ?? new Error('LMTP gave no answer'));
        else resolve(info.response);
      });
    });
  });
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
