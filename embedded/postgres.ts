import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { truncateLog } from './logs.ts';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { chooseRunner, runAs, type PostgresRunner } from './postgres-runner.ts';
import { readOrCreatePrivate, writePrivate } from './private-file.ts';
import { commandOf, isAlive, waitUntil } from './process.ts';

export type PostgresOptions = {
  /** Holds the cluster (`cluster/`), the log and the runner's name. */
  readonly folder: string;
  readonly port: number;
  readonly password: string;
  /** False gives up surviving a power cut for speed: tests only. */
  readonly durable?: boolean;
  /** At most so many sessions at once. */
  readonly sessions?: number;
  /** Called when the server is on its way and there is nothing to do but wait. */
  readonly whileWaiting?: () => void;
};

export type RunningPostgres = {
  readonly port: number;
  readonly pid: number;
  /** True when it was running already: left by an instance that was killed. */
  readonly adopted: boolean;
};

export const postgresUser = 'rapport';

/**
 * Starts PostgreSQL on the cluster in `folder`, creating it at the first time, and returns once it takes connections.
 * A live server of this folder is adopted, whatever port it has. After a kill it recovers by its write-ahead log.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const cluster = join(options.folder, 'cluster');
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const running = await findRunning(cluster);
  if (running !== undefined) return { ...running, adopted: true };

  const binaries = await postgresBinaries();
  const runner = await chooseRunner(join(options.folder, 'runner'));
  if (!existsSync(join(cluster, 'PG_VERSION'))) await createCluster(options, binaries, runner);
  await launch(options, binaries, runner);
  const started = readPidFile(cluster);
  if (started === undefined) throw new Error(`PostgreSQL left no postmaster.pid in ${cluster}.`);
  return { pid: started.pid, port: started.port, adopted: false };
}

/** Ends sessions and stops in order ("fast"); a server that is not running is fine. */
export async function stopPostgres(options: { readonly folder: string }): Promise<void> {
  const cluster = join(options.folder, 'cluster');
  const running = await findRunning(cluster);
  if (running === undefined) return;
  const { pgCtl } = await postgresBinaries();
  const runner = await chooseRunner(join(options.folder, 'runner'));
  const words = ['-D', cluster, '-m', 'fast', '-w', '-t', '60', 'stop'];
  const { code, output } = await runAs(runner, pgCtl, words);
  if (code !== 0) throw new Error(`Could not stop PostgreSQL in ${cluster}: ${output.trim()}`);
  // pg_ctl waits for the file with the number, which goes a moment before the process does.
  await waitUntil(() => !isAlive(running.pid), 5_000);
}

/** The live server of this folder, without waiting for it to be ready. */
export async function runningPostgres(
  folder: string,
): Promise<{ readonly pid: number; readonly port: number } | undefined> {
  const cluster = join(folder, 'cluster');
  const found = readPidFile(cluster);
  return found !== undefined && (await isPostmaster(found.pid, cluster)) ? found : undefined;
}

/** The superuser's password of this data folder, made at the first call. */
export function postgresPassword(folder: string): string {
  const create = () => randomBytes(24).toString('base64url');
  return readOrCreatePrivate(join(folder, 'password'), create).trim();
}

export function postgresUrl(server: {
  readonly port: number;
  readonly password: string;
  readonly database: string;
}): string {
  return `postgresql://${postgresUser}:${encodeURIComponent(server.password)}@127.0.0.1:${server.port}/${server.database}`;
}

/** Made beside its place and moved there when whole: initdb writes PG_VERSION long before it is done. */
async function createCluster(
  { folder, password, durable = true }: PostgresOptions,
  binaries: PostgresBinaries,
  runner: PostgresRunner,
): Promise<void> {
  const unfinished = join(folder, 'cluster.new');
  const passwordFile = join(folder, 'initdb-password');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writePrivate(passwordFile, `${password}\n`);
  runner.handOver(unfinished);
  runner.handOver(passwordFile);
  try {
    const settings = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions'];
    const target = ['-D', unfinished, '-U', postgresUser, `--pwfile=${passwordFile}`];
    if (!durable) settings.push('--no-sync');
    const { code, output } = await runAs(runner, binaries.initdb, [...target, ...settings]);
    if (code !== 0) throw new Error(`Could not create a database in ${folder}: ${output.trim()}`);
    renameSync(unfinished, join(folder, 'cluster'));
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function launch(
  { folder, port, durable = true, sessions = 100, whileWaiting }: PostgresOptions,
  binaries: PostgresBinaries,
  runner: PostgresRunner,
): Promise<void> {
  const cluster = join(folder, 'cluster');
  const log = join(folder, 'server.log');
  truncateLog(log);
  forgetDeadPostmaster(cluster);
  const reckless = durable ? '' : '-c fsync=off -c synchronous_commit=off -c full_page_writes=off';
  // Terse: the details of an error name rows, and so the people in them.
  const terse = '-c log_error_verbosity=terse';
  const settings = `-p ${port} -k '' -c listen_addresses=127.0.0.1 -c max_connections=${sessions} ${terse} ${reckless}`;
  const words = ['-D', cluster, '-l', log, '-w', '-t', '60', '-o', settings, 'start'];

  let lastLines = '';
  // The sessions of a killed postmaster need a moment to notice; until they do, PostgreSQL refuses to start.
  const started = await waitUntil(
    async () => {
      const running = runAs(runner, binaries.pgCtl, words, { quiet: true });
      whileWaiting?.();
      const { code, output } = await running;
      lastLines = output + tail(log);
      if (code !== 0 && !/shared memory block is still in use/.test(lastLines)) {
        throw new Error(`PostgreSQL did not start on port ${port}: ${lastLines} (see ${log})`);
      }
      return code === 0;
    },
    20_000,
    200,
  );
  if (!started) throw new Error(`PostgreSQL did not start on port ${port}: ${lastLines}`);
}

/** The live server of this cluster. One that is just starting or recovering is waited for. */
async function findRunning(cluster: string): Promise<Omit<RunningPostgres, 'adopted'> | undefined> {
  const found = readPidFile(cluster);
  if (found === undefined || !(await isPostmaster(found.pid, cluster))) return undefined;
  const { pid } = found;
  const settled = await waitUntil(
    () => !isAlive(pid) || readPidFile(cluster)?.ready === true,
    60_000,
    50,
  );
  if (!settled) {
    throw new Error(
      `PostgreSQL (process ${pid}) runs but does not answer; end it and start again.`,
    );
  }
  const { port } = readPidFile(cluster) ?? found;
  return isAlive(pid) ? { pid, port } : undefined;
}

/** The number in an old postmaster.pid may be anybody's by now, even that of another cluster's server. */
async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  return (await commandOf(pid))?.includes(`-D ${cluster} `) === true;
}

/**
 * A zombie or a stranger with the old number makes PostgreSQL believe that it runs already. The number is replaced
 * by one that no process has; the rest of the file stays, since it is how surviving sessions are noticed.
 */
function forgetDeadPostmaster(cluster: string): void {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, ['2147483647', ...rest].join('\n'));
}

type PidFile = { readonly pid: number; readonly port: number; readonly ready: boolean };

/** Lines of postmaster.pid: process, folder, start time, port, socket, address, memory, state ("ready", "stopping", …). */
function readPidFile(cluster: string): PidFile | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!(pid > 0)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function tail(log: string): string {
  return existsSync(log)
    ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-6).join('\n')
    : '';
}
