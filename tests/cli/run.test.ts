import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { announce, rapport } from './fixture.ts';

const made: string[] = [];
const empty = () => keep(mkdtempSync(join(tmpdir(), 'rapport-cli-')));
function keep(folder: string): string {
  made.push(folder);
  return folder;
}
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

describe('the command line', () => {
  it('exits 0 for help and version, 2 for nothing at all', async () => {
    const help = await rapport(empty(), ['--help']);
    expect(help).toMatchObject({ code: 0, err: '', out: expect.stringContaining('needs-you') });
    expect(await rapport(empty(), ['help', 'drafts'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('--all'),
    });
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await rapport(empty(), ['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
    expect(await rapport(empty(), [])).toMatchObject({ code: 2, out: '' });
  });

  it('exits 2 for a misspelt command or option and suggests the near one', async () => {
    const command = await rapport(empty(), ['draft']);
    expect(command).toMatchObject({ code: 2, out: '', err: expect.stringContaining('drafts') });
    const sub = await rapport(empty(), ['contact', 'lst']);
    expect(sub).toMatchObject({ code: 2, err: expect.stringContaining('list') });
    const option = await rapport(empty(), ['drafts', '--al']);
    expect(option).toMatchObject({ code: 2, err: expect.stringContaining('--all') });
    expect((await rapport(empty(), ['drafts', 'extra'])).code).toBe(2);
    expect((await rapport(empty(), ['contact'])).code).toBe(2);
    expect((await rapport(empty(), ['start', '--port', '70000'])).code).toBe(2);
    const judgement = await rapport(empty(), ['reply', 'judge', 'x', 'great']);
    expect(judgement).toMatchObject({ code: 2, err: expect.stringContaining('interested') });
  });

  it('repeats nothing that a terminal would obey, wherever it was typed', async () => {
    const hostile = 'x\x1b]0;OWNED\x07\x1b[2J\x9b31m\u202e';
    for (const words of [[hostile], ['contact', hostile], ['drafts', `--${hostile}`]]) {
      const { code, err } = await rapport(empty(), words);
      expect(code).toBe(2);
      expect(err).toContain('OWNED');
      expect(err.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
    const until = await rapport(empty(), ['snooze', '--all', '--until', `2026-03-99 ${hostile}`]);
    expect(until.err.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    const file = await rapport(empty(), ['compose', `/nowhere/${hostile}`]);
    expect(file).toMatchObject({ code: 2, err: expect.stringContaining('OWNED') });
    expect(file.err.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('exits 1 and says how to start when no instance runs', async () => {
    const folder = empty();
    const none = await rapport(folder, ['drafts', '--json']);
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('npm start') });
    expect(JSON.parse(none.out)).toEqual({ error: { message: none.err.trim(), exitCode: 1 } });
    const misused = await rapport(folder, ['approve', '--json']);
    expect(JSON.parse(misused.out)).toMatchObject({
      error: { message: expect.stringContaining('draft'), exitCode: 2 },
    });
    expect(none.err).toContain(folder);
    const killed = keep(announce({ url: 'http://127.0.0.1:9/', token: 'x' }));
    expect(await rapport(killed, ['drafts'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('not running'),
    });
    const status = await rapport(folder, ['status', '--json']);
    expect({ ...status, out: JSON.parse(status.out) }).toMatchObject({
      code: 1,
      out: { ready: false, url: null, mailboxes: [] },
    });
  });

  it('is not taken in by another program at the address', async () => {
    const server = createServer((_request, response) => response.writeHead(404).end('<html>'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const folder = keep(announce({ url: `http://127.0.0.1:${port}/`, token: 'x' }));
    const answer = await rapport(folder, ['drafts', '--json']);
    server.close();
    expect(answer).toMatchObject({
      code: 1,
      err: expect.stringContaining('something else'),
    });
  });

  it('says what is wrong on this machine, instance or not', async () => {
    const { out } = await rapport(empty(), ['doctor', '--json']);
    const checks = JSON.parse(out) as { check: string; ok: boolean; detail: string }[];
    expect(checks.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['system', 'data folder', 'postgresql', 'temporal', 'port', 'clock']),
    );
    expect(checks.find(({ check }) => check === 'instance')?.detail).toContain('not running');
  });

  it('ends as a process with the code and one JSON value on the standard output', () => {
    const words = ['--import', 'tsx', 'cli/main.ts', 'drafts', '--json'];
    const env = { ...process.env, RAPPORT_DATA: empty() };
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      env,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { exitCode: 1 } });
    expect(stderr).toContain('npm start');
  });
});

describe('a reading command', () => {
  it('loads commander and a few files of ours, nothing heavy', () => {
    const { files, packages } = staticImports([
      'cli/main.ts',
      'cli/drafts/list.ts',
      'cli/status.ts',
    ]);
    expect([...packages].filter((name) => !name.startsWith('node:'))).toEqual(['commander']);
    expect([...files].filter((file) => !file.startsWith('cli/')).toSorted()).toEqual([
      'config/data-folder.ts',
      'domain/errors.ts',
      'domain/next-step.ts',
      'operations/routes.ts',
    ]);
  });
});

/** What is loaded with these files; imports of types and lazy ones are not. */
function staticImports(entries: readonly string[]) {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    const source = readFileSync(file, 'utf8');
    for (const [, what] of source.matchAll(/^(?:import|export)(?! type)[^;]*?from '([^']+)'/gm)) {
      if (!what?.startsWith('.')) packages.add(what ?? '');
      else visit(join(dirname(file), what));
    }
  };
  entries.forEach(visit);
  expect([...files].every((file) => existsSync(resolve(file)))).toBe(true);
  return { files, packages };
}
