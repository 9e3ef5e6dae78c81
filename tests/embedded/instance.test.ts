import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataFolder } from '../../config/data-folder.ts';
import { lockFolder, readInstance, stopInstance, type Instance } from '../../embedded/instance.ts';
import { freshFolder } from '../support/data-folder.ts';

const root = join(import.meta.dirname, '..', '..');
let folder: ReturnType<typeof freshFolder>;
let child: ChildProcess | undefined;

beforeEach(() => {
  folder = freshFolder();
});

afterEach(async () => {
  child?.kill('SIGKILL');
  if (child !== undefined && child.exitCode === null && child.signalCode === null) {
    await once(child, 'exit');
  }
  child = undefined;
  folder.remove();
});

const instance: Instance = {
  pid: process.pid,
  url: 'http://127.0.0.1:3000/?token=abc',
  callAt: 'http://127.0.0.1:3000',
  host: '127.0.0.1',
  port: 3000,
  token: 'abc',
  version: '1.0.0',
  startedAt: '2026-01-01T00:00:00Z',
};

/** Another process that holds the folder and ends when asked to. */
async function holdElsewhere(): Promise<ChildProcess> {
  const program = `
    import { lockFolder } from './embedded/instance.ts';
    import { dataFolder } from './config/data-folder.ts';
    const held = await lockFolder(dataFolder({ RAPPORT_DATA: process.argv[1] }), '1.0.0');
    held.announce({ ...${JSON.stringify(instance)}, pid: process.pid });
    process.on('SIGTERM', () => { held.release(); process.exit(0); });
    process.stdout.write('held');
    setInterval(() => {}, 1000);`;
  child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', program, folder.data.root],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout!, 'data');
  return child;
}

test('announces itself to its own user only, and takes it back', async () => {
  const held = await lockFolder(folder.data, '1.0.0');
  expect(await readInstance(folder.data)).toBeUndefined();
  held.announce(instance);
  expect(await readInstance(folder.data)).toEqual(instance);
  expect(statSync(folder.data.instance).mode & 0o777).toBe(0o600);
  held.release();
  expect(await readInstance(folder.data)).toBeUndefined();
  expect(existsSync(folder.data.instance)).toBe(false);
});

test('refuses a second start and says where the first one is', async () => {
  const { pid } = await holdElsewhere();
  await expect(lockFolder(folder.data, '1.0.0')).rejects.toThrow(
    new RegExp(`already running on .* \\(process ${pid}\\)\\. Open http://127\\.0\\.0\\.1:3000`),
  );
});

test('takes over from an instance that was killed', async () => {
  const other = await holdElsewhere();
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(await readInstance(folder.data)).toBeUndefined();
  const held = await lockFolder(folder.data, '1.0.0');
  held.release();
});

test('does not take another process with the old number for the instance', async () => {
  const lock = join(folder.data.run, 'lock');
  mkdirSync(dirname(lock), { recursive: true });
  writeFileSync(lock, JSON.stringify({ pid: process.ppid, started: 'before the reboot' }));
  const held = await lockFolder(folder.data, '1.0.0');
  held.release();
});

test('gives the folder to exactly one of many that start at once', async () => {
  const lock = join(folder.data.run, 'lock');
  mkdirSync(dirname(lock), { recursive: true });
  writeFileSync(lock, JSON.stringify({ pid: 2_147_483_647, started: '1' }));
  const starts = await Promise.allSettled(
    Array.from({ length: 8 }, () => lockFolder(folder.data, '1.0.0')),
  );
  expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('stops a running instance and waits until it has', async () => {
  const other = await holdElsewhere();
  const exited = once(other, 'exit');
  expect(await stopInstance(folder.data)).toBe(true);
  expect(await exited).toEqual([0, null]);
  expect(await stopInstance(folder.data)).toBe(false);
});

test('refuses a data folder that a newer version has used, and leaves it alone', async () => {
  (await lockFolder(folder.data, '1.10.0')).release();
  await expect(lockFolder(folder.data, '1.9.3')).rejects.toThrow(
    /was last used by Rapport 1\.10\.0, and this is 1\.9\.3/,
  );
  expect(JSON.parse(readFileSync(folder.data.version, 'utf8'))).toEqual({ version: '1.10.0' });
  (await lockFolder(folder.data, '1.11.0')).release();
});

test('names the data folder that cannot be written to', async () => {
  const file = join(folder.data.root, 'a-file');
  writeFileSync(file, '');
  const data = dataFolder({ RAPPORT_DATA: join(file, 'rapport') });
  await expect(lockFolder(data, '1.0.0')).rejects.toThrow(
    `Could not write to the data folder ${data.root} (ENOTDIR)`,
  );
});
