import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { dataFolder, type DataFolder } from '../../config/data-folder.ts';
import { postgresPassword, postgresUrl, runningPostgres } from '../../embedded/postgres.ts';
import { stopOrphans } from '../../embedded/servers.ts';
import { runningTemporal } from '../../embedded/temporal.ts';

export const root = join(import.meta.dirname, '..', '..');

/** What can be killed. */
export type Part = 'node' | 'temporal' | 'postgres' | 'mail';

export type InstanceProcess = {
  readonly data: DataFolder;
  /** Of the API; changes with a restart. */
  readonly where: () => { readonly url: string; readonly token: string } | undefined;
  readonly pid: () => number | undefined;
  /** Of its PostgreSQL, which has to run. */
  readonly databaseUrl: () => Promise<string>;
  /** `rapport start`; returns when it says that it is ready. */
  readonly start: () => Promise<void>;
  readonly kill: (part: Exclude<Part, 'mail'>) => Promise<boolean>;
  /** Ends everything of the data folder. */
  readonly stop: () => Promise<void>;
};

/** The built product on a data folder of its own, started as a person would. */
export function instanceIn(folder: string, port: number): InstanceProcess {
  const data = dataFolder({ RAPPORT_DATA: folder });
  mkdirSync(folder, { recursive: true });
  const log = join(folder, 'instance.log');
  let child: ChildProcess | undefined;
  let where: { readonly url: string; readonly token: string } | undefined;

  const kill = async (part: Exclude<Part, 'mail'>): Promise<boolean> => {
    if (part === 'node') {
      where = undefined;
      const ending = child;
      child = undefined;
      if (!ending || ending.exitCode !== null || ending.signalCode !== null) return false;
      ending.kill('SIGKILL');
      await once(ending, 'exit');
      return true;
    }
    const running =
      part === 'postgres'
        ? await runningPostgres(data.postgres)
        : await runningTemporal(data.temporal);
    if (!running) return false;
    process.kill(running.pid, 'SIGKILL');
    return true;
  };

  return {
    data,
    where: () => where,
    pid: () => child?.pid,
    databaseUrl: () => databaseIn(data, 'rapport'),
    kill,
    async start() {
      const errors = openSync(log, 'a');
      const started = spawn(process.execPath, ['bin/rapport.js', 'start', '--json'], {
        cwd: root,
        env: { ...process.env, RAPPORT_DATA: folder, RAPPORT_PORT: String(port) },
        stdio: ['ignore', 'pipe', errors],
      });
      closeSync(errors);
      child = started;
      const ready = once(createInterface(started.stdout!), 'line');
      const ended = once(started, 'exit').then(([code]) =>
        // Killed while it was starting: whoever killed it starts the next one.
        child === started ? Promise.reject(ending(code, log)) : [undefined],
      );
      const [line] = (await Promise.race([ready, ended])) as [string | undefined];
      ended.catch(() => undefined);
      if (line === undefined) return;
      const { url } = JSON.parse(line) as { readonly url: string };
      const token = new URL(url).searchParams.get('token') ?? '';
      if (child === started) where = { url: new URL(url).origin, token };
    },
    async stop() {
      const ending = child;
      child = undefined;
      if (ending && ending.exitCode === null && ending.signalCode === null) {
        ending.kill('SIGTERM');
        await once(ending, 'exit');
      }
      await stopOrphans(data);
    },
  };
}

/** The URL of a database in the PostgreSQL that runs on the data folder. */
export async function databaseIn(data: DataFolder, database: string): Promise<string> {
  const running = await runningPostgres(data.postgres);
  if (!running) throw new Error(`No PostgreSQL runs for ${data.root}.`);
  return postgresUrl({
    port: running.port,
    password: postgresPassword(data.postgres),
    database,
  });
}

function ending(code: unknown, log: string): Error {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
  return new Error(`The instance ended with ${String(code)}: ${lines}`);
}
