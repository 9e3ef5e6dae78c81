import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(import.meta.dirname, '..', '..', 'bin', 'rapport.js');

export type Ran = {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The one JSON value that `--json` promises. */
  readonly json: () => any;
};

export type InstanceUnderTest = {
  readonly data: string;
  readonly url: () => string;
  /** Of the Node process; undefined while it is killed. */
  readonly pid: () => number | undefined;
  /** All that the process has written to stderr, its log included. */
  readonly said: () => string;
  /** Runs the command line with `--json` on this data folder. */
  readonly rapport: (words: readonly string[], input?: string) => Promise<Ran>;
  /** As above; throws when it does not exit with 0. */
  readonly result: (words: readonly string[], input?: string) => Promise<any>;
  /** `kill -9` of the Node process; the servers it started live on. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Stops everything in order and removes the data folder. */
  readonly remove: () => Promise<void>;
};

/** The compiled program as a person runs it, on a data folder of its own unless one is given. */
export async function startInstance(
  data: string = mkdtempSync(join(tmpdir(), 'rapport-e2e-')),
): Promise<InstanceUnderTest> {
  const environment = { ...process.env, RAPPORT_DATA: data, RAPPORT_PORT: '3800' };
  let child: ChildProcess | undefined;
  let url = '';
  let said = '';

  const rapport = async (words: readonly string[], input = ''): Promise<Ran> => {
    const command = spawn(process.execPath, [program, ...words, '--json'], { env: environment });
    let out = '';
    let err = '';
    command.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    command.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    command.stdin.end(input);
    const [code] = (await once(command, 'close')) as [number];
    return { code, out, err, json: () => JSON.parse(out) };
  };

  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, [program, 'start'], { env: environment });
    child = started;
    started.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ready = new Promise<string>((resolve, reject) => {
      let out = '';
      started.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        if (out.includes('\n')) resolve(out);
      });
      started.once('exit', () => reject(new Error(`The instance ended at its start:\n${said}`)));
    });
    url = (JSON.parse(await ready) as { url: string }).url;
  };

  const instance: InstanceUnderTest = {
    data,
    url: () => url,
    pid: () => child?.pid,
    said: () => said,
    rapport,
    async result(words, input) {
      const ran = await rapport(words, input);
      if (ran.code !== 0) throw new Error(`rapport ${words.join(' ')}: ${ran.code}\n${ran.err}`);
      return ran.json();
    },
    async kill() {
      if (!child) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      child = undefined;
    },
    start,
    async remove() {
      await rapport(['stop-server']);
      rmSync(data, { recursive: true, force: true });
    },
  };
  await start();
  return instance;
}

/** The processes that `start` left in a data folder, read from its records. */
export function postmasterOf(data: string): number {
  const file = join(data, 'postgres', 'cluster', 'postmaster.pid');
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}
