import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { dataFolder } from '../../config/data-folder.ts';
import { readEnvironment } from '../../config/env.ts';
import { clientTls, ensureCertificates } from '../../embedded/certificates.ts';
import { choosePorts, freePorts } from '../../embedded/ports.ts';
import { postgresPassword, startPostgres } from '../../embedded/postgres.ts';
import { embeddedNamespace, stopOrphans, type TemporalTarget } from '../../embedded/servers.ts';
import { findTemporal } from '../../embedded/temporal-binaries.ts';
import { startTemporal } from '../../embedded/temporal.ts';
import type { Role } from '../../worker/role.ts';
import { databaseIn, root } from './instance-process.ts';

export type RoleProcess = {
  readonly name: string;
  /** Of the API; undefined for what serves no pages. */
  readonly where: { readonly url: string; readonly token: string } | undefined;
  /** Where it answers about its health. */
  readonly health: string;
  /** As claims in the ledger name it. */
  readonly run: string;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** The exit code, null after a kill. */
  readonly ended: Promise<number | null>;
  /** Whether it lives, and what it said last: for whoever has to find out why something did not happen. */
  readonly lastWords: () => string;
};

export type Cluster = {
  readonly databaseUrl: string;
  readonly temporal: TemporalTarget;
  /** RAPPORT_SECRET_KEY of all its processes. */
  readonly secretKey: string;
  /** `rapport ROLE` as on a machine of its own, known to PostgreSQL by `name`; returns when it is ready. */
  readonly start: (role: Role, name: string, other?: NodeJS.ProcessEnv) => Promise<RoleProcess>;
  /** Kills what is left of the roles, then stops the servers. */
  readonly stop: () => Promise<void>;
};

const secretKey = 'the same for every process';

/**
 * A PostgreSQL and a Temporal server of its own, and the schema brought up by `rapport migrate`, as docs/compose.yaml
 * does it. No power cut is part of a test: PostgreSQL does not wait for the disk.
 */
export async function startCluster(
  folder: string,
  { sessions = 100 }: { readonly sessions?: number } = {},
): Promise<Cluster> {
  const data = dataFolder({ RAPPORT_DATA: join(folder, 'servers') });
  const ports = await choosePorts(data.ports);
  const password = postgresPassword(data.postgres);
  await startPostgres({
    ...{ folder: data.postgres, port: ports.postgres, password, sessions },
    durable: false,
  });
  const processes: Pick<RoleProcess, 'signal' | 'ended'>[] = [];
  const stop = async (): Promise<void> => {
    for (const { signal } of processes) signal('SIGKILL');
    await Promise.all(processes.map(({ ended }) => ended));
    await stopOrphans(data);
  };
  try {
    const databaseUrl = await databaseIn(data, 'rapport');
    const tls = clientTls(await ensureCertificates(data.tls, new Date()));
    const address = `127.0.0.1:${ports.frontend}`;
    const settings = {
      ...withoutOwnServers(process.env),
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: embeddedNamespace,
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: join(data.tls, 'authority.crt'),
      TEMPORAL_TLS_SERVER_NAME: 'localhost',
      TEMPORAL_TLS_CLIENT_CERT_PATH: join(data.tls, 'client.crt'),
      TEMPORAL_TLS_CLIENT_KEY_PATH: join(data.tls, 'client.key'),
      RAPPORT_SECRET_KEY: secretKey,
    };
    const { temporalServer, cache } = readEnvironment(withoutOwnServers(process.env));
    await bothOf(
      startTemporal({
        folder: data.temporal,
        tlsFolder: data.tls,
        ports,
        binaries: findTemporal({ given: temporalServer, cache }),
        postgres: { port: ports.postgres, password },
        namespace: embeddedNamespace,
        say: () => undefined,
      }),
      migrate({ ...settings, RAPPORT_DATA: join(folder, 'migrate') }),
    );
    return {
      databaseUrl,
      temporal: { address, namespace: embeddedNamespace, tls },
      secretKey,
      async start(role, name, other = {}) {
        const [port, healthPort] = (await freePorts(2)).map(String);
        const environment = {
          ...settings,
          LOG_LEVEL: 'info',
          RAPPORT_MIGRATE: 'off',
          RAPPORT_DATA: join(folder, name),
          RAPPORT_PORT: port,
          RAPPORT_HEALTH_PORT: healthPort,
          PGAPPNAME: name,
          ...other,
        };
        return startRole({ role, name, environment, onStart: (child) => processes.push(child) });
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Without what would lead to servers of the person who runs this. */
function withoutOwnServers(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = /^(RAPPORT_(?!TEMPORAL_SERVER)|TEMPORAL_|DATABASE_URL|PG)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !own.test(name)));
}

/** Both have ended before a failure of one is thrown: nothing may start while the rest is stopped. */
async function bothOf(one: Promise<unknown>, other: Promise<unknown>): Promise<void> {
  await Promise.allSettled([one, other]);
  await Promise.all([one, other]);
}

async function migrate(environment: NodeJS.ProcessEnv): Promise<void> {
  const child = run('migrate', environment);
  const said = linesOf(child);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`rapport migrate ended with ${code}: ${said.join('\n')}`);
}

async function startRole(options: {
  readonly role: Role;
  readonly name: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Called at once: it may never become ready. */
  readonly onStart: (child: Pick<RoleProcess, 'signal' | 'ended'>) => void;
}): Promise<RoleProcess> {
  const { role, name, environment } = options;
  const child = run(role, environment);
  const said = linesOf(child);
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const signal = (which: NodeJS.Signals): void => void child.kill(which);
  let state = 'lives';
  void ended.then((code) => (state = `ended with ${code}`));
  const lastWords = (): string => `${name} ${state}: ${said.slice(-5).join('\n')}`;
  options.onStart({ signal, ended });
  const tooSoon = ended.then(() => Promise.reject(new Error(lastWords())));
  tooSoon.catch(() => undefined);
  const ready = once(createInterface(child.stdout), 'line');
  const [line] = (await Promise.race([ready, tooSoon])) as [string];
  const { ready: isReady, url } = JSON.parse(line) as { ready?: boolean; url?: string };
  // A command that fails says why, in JSON too.
  if (!isReady) throw new Error(`${name} did not start: ${line}`);
  const pages = url === undefined ? undefined : new URL(url);
  return {
    name,
    where: pages && { url: pages.origin, token: pages.searchParams.get('token') ?? '' },
    health: `${pages?.origin ?? `http://127.0.0.1:${environment.RAPPORT_HEALTH_PORT}`}/healthz`,
    run: runIn(said),
    signal,
    ended,
    lastWords,
  };
}

function run(command: string, env: NodeJS.ProcessEnv) {
  const program = [join(root, 'bin', 'rapport.js'), command, '--json'];
  return spawn(process.execPath, program, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What a process says on stderr, a line each; grows as long as it lives. */
function linesOf(child: ReturnType<typeof run>): readonly string[] {
  const lines: string[] = [];
  createInterface(child.stderr).on('line', (line) => void lines.push(line));
  return lines;
}

function runIn(lines: readonly string[]): string {
  const line = lines.find((each) => each.includes('role.starts')) ?? '{}';
  return (JSON.parse(line) as { readonly run?: string }).run ?? '';
}
