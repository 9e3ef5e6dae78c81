import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { answers, freePorts } from '../../embedded/ports.ts';
import { selfSignedCertificate } from '../../practice/server/certificate.ts';
import { dovecotConfiguration, tokenConfiguration } from './dovecot-configuration.ts';
import { submissionServer } from './dovecot-submission.ts';
import type { OAuthServer } from './oauth-server.ts';
import { accountAt, eventually, PASSWORDS, type MailServers } from './mail-servers.ts';
import { until } from './until.ts';

const PROGRAM = '/usr/sbin/dovecot';

/** Why the suite cannot run against Dovecot here; undefined when it can. */
export function dovecotMissing(): string | undefined {
  try {
    accessSync(PROGRAM, constants.X_OK);
  } catch {
    return `Dovecot is not installed (${PROGRAM}); apt-get install dovecot-imapd dovecot-lmtpd`;
  }
  const version = execFileSync(PROGRAM, ['--version'], { encoding: 'utf8' }).trim();
  // 2.4 changed the syntax of the configuration.
  return version.startsWith('2.3.') ? undefined : `Dovecot 2.3 is needed, here is ${version}`;
}

export type Dovecot = MailServers & {
  /** Kills the process that serves a connection, as an administrator or the OOM killer would. */
  readonly killSessions: () => void;
};

/**
 * A Dovecot of our own below a temporary folder, with a submission server in front of its LMTP.
 * Started by root it runs entirely as `nobody`, else as the user who runs the tests.
 */
export async function startDovecot(
  security: 'tls' | 'starttls',
  oauth?: Pick<OAuthServer, 'introspectionUrl' | 'introspect'>,
): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-dovecot-'));
  const owner = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;
  const [imap, imaps] = (await freePorts(2)) as [number, number];
  const certificate = selfSignedCertificate();
  const lmtp = join(folder, 'lmtp');
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    if (owner) chownSync(join(folder, name), owner.uid, owner.gid);
  };
  for (const name of ['', 'run', 'state', 'mail']) {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o700);
    if (owner) chownSync(path, owner.uid, owner.gid);
  }
  write('tls.key', certificate.key);
  write('tls.crt', certificate.cert);
  const people = Object.entries(PASSWORDS);
  write('users', people.map(([address, password]) => `${address}:{PLAIN}${password}\n`).join(''));
  write(
    'dovecot.conf',
    dovecotConfiguration({
      folder,
      user: owner ? 'nobody' : userInfo().username,
      group: owner ? 'nogroup' : groupName(),
      uid: owner?.uid ?? userInfo().uid,
      gid: owner?.gid ?? userInfo().gid,
      imap,
      imaps,
      lmtp,
      tokens: oauth !== undefined,
    }),
  );
  if (oauth) write('oauth2.conf.ext', tokenConfiguration(oauth.introspectionUrl));
  const server = await launch(folder, owner, { lmtp, ports: [imap, imaps] });
  const smtp = await submissionServer({
    lmtp,
    certificate,
    tls: security === 'tls',
    ...(oauth ? { introspect: oauth.introspect } : {}),
  });
  const ports = { imap: security === 'tls' ? imaps : imap, smtp: smtp.port };
  const trust = { security, ca: certificate.cert };
  return {
    me: accountAt('me@home.test', ports, trust),
    ana: accountAt('ana@work.test', ports, trust),
    killSessions: () => killSessions(server),
    stop: async () => {
      await smtp.stop();
      await end(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function launch(
  folder: string,
  owner: { readonly uid: number; readonly gid: number } | undefined,
  wanted: { readonly lmtp: string; readonly ports: readonly number[] },
): Promise<ChildProcess> {
  const log = openSync(join(folder, 'dovecot.err'), 'a');
  // A group of its own: sessions in IDLE outlive the master, and end only with the group.
  const server = spawn(PROGRAM, ['-F', '-c', join(folder, 'dovecot.conf')], {
    ...owner,
    detached: true,
    stdio: ['ignore', log, log],
  });
  let ended = false;
  server.once('exit', () => {
    ended = true;
  });
  // It makes one listener after another: the socket says nothing of the ports.
  await eventually('Dovecot has its socket', () => ended || existsSync(wanted.lmtp));
  await until('Dovecot listens', async () =>
    ended || (await Promise.all(wanted.ports.map(answers))).every(Boolean) ? true : undefined,
  );
  if (!ended) return server;
  const read = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
  throw new Error(`Dovecot did not start:\n${read('dovecot.err')}${read('dovecot.log')}`);
}

async function end(server: ChildProcess): Promise<void> {
  const exited = server.exitCode === null ? once(server, 'exit') : Promise.resolve();
  server.kill('SIGTERM');
  await exited;
  try {
    process.kill(-server.pid!, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}

function killSessions(server: ChildProcess): void {
  const processes = execFileSync('ps', ['-eo', 'pid=,pgid=,comm='], { encoding: 'utf8' });
  for (const line of processes.split('\n')) {
    const [pid, group, name] = line.trim().split(/\s+/);
    if (Number(group) === server.pid && name === 'imap') process.kill(Number(pid), 'SIGKILL');
  }
}

function groupName(): string {
  return execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
}
