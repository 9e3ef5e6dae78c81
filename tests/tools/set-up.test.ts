import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { temporalVersion } from '../../embedded/versions.ts';

const project = join(import.meta.dirname, '..', '..');

let folder: string;
let root: string;
let environment: NodeJS.ProcessEnv;
const template = realpathSync(mkdtempSync(join(tmpdir(), 'rapport-template-')));

/** A project with one source file, the real tools and the real packages, and servers that are only names; set up. */
beforeAll(async () => {
  settle(template);
  for (const part of ['tools', 'bin', 'prisma/schema.prisma', 'prisma.config.ts', 'package.json']) {
    cpSync(join(project, part), join(root, part), { recursive: true });
  }
  for (const part of ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json']) {
    cpSync(join(project, part), join(root, part));
  }
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'), 'dir');
  write('domain/greeting.ts', `export const greeting: string = 'hello';\n`);
  write('web/public/style.css', 'body {}\n');
  for (const program of ['temporal-server', 'temporal-sql-tool']) write(`server/${program}`, '');
  write('test-server', '');
  const first = await setUp();
  expect(first).toMatchObject({ code: 0, printed: '' });
  expect(first.said).toMatch(/Generating the database client[^]*Compiling/);
});

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'rapport-set-up-')));
  cpSync(template, folder, { recursive: true, verbatimSymlinks: true });
  settle(folder);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

afterAll(() => {
  rmSync(template, { recursive: true, force: true });
});

function settle(where: string): void {
  root = join(where, 'project');
  environment = {
    PATH: process.env.PATH,
    HOME: where,
    XDG_CACHE_HOME: join(where, 'cache'),
    RAPPORT_TEMPORAL_SERVER: join(root, 'server'),
    RAPPORT_TEST_SERVER: join(root, 'test-server'),
  };
}

function write(file: string, content: string): void {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), content);
}

type Run = { readonly code: number | null; readonly said: string; readonly printed: string };

function run(
  file: string,
  words: readonly string[] = [],
  extra: NodeJS.ProcessEnv = {},
): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, file), ...words], {
      env: { ...environment, ...extra },
    });
    let [said, printed] = ['', ''];
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.once('close', (code) => resolve({ code, said, printed }));
  });
}

const setUp = (extra?: NodeJS.ProcessEnv) => run('tools/set-up.js', ['--for-tests'], extra);

test('has nothing to do or say the second time', async () => {
  expect(readFileSync(join(root, 'build/domain/greeting.js'), 'utf8')).toContain('hello');
  expect(existsSync(join(root, 'build/web/public/style.css'))).toBe(true);
  expect(await setUp()).toEqual({ code: 0, said: '', printed: '' });
});

test('compiles again when a source has changed, and only that', async () => {
  write('domain/greeting.ts', `export const greeting: string = 'good morning';\n`);
  const { code, said } = await setUp();
  expect(code).toBe(0);
  expect(said).toContain('Compiling');
  expect(said).not.toContain('Generating');
  expect(readFileSync(join(root, 'build/domain/greeting.js'), 'utf8')).toContain('good morning');
});

test('does the work once when two start together', async () => {
  rmSync(join(root, 'build'), { recursive: true });
  const both = await Promise.all([setUp(), setUp()]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  const said = both.map((each) => each.said).join('');
  expect(said.match(/Compiling/g)).toHaveLength(1);
  expect(existsSync(join(root, 'build/domain/greeting.js'))).toBe(true);
});

test('takes over from a set-up that was killed', async () => {
  const locks = join(folder, 'cache', 'rapport', 'locks');
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  mkdirSync(locks, { recursive: true });
  writeFileSync(join(locks, `${name}.lock`), '2147483647 1');
  rmSync(join(root, 'build'), { recursive: true });
  expect(await setUp()).toMatchObject({ code: 0 });
  expect(readdirSync(locks)).toEqual([]);
});

test('refuses a given server folder that holds no server', async () => {
  const { code, said } = await setUp({ RAPPORT_TEMPORAL_SERVER: folder });
  expect(code).toBe(1);
  expect(said).toMatch(
    /RAPPORT_TEMPORAL_SERVER is .* no programs temporal-server and temporal-sql-tool/,
  );
});

test('names every way to get a Temporal server when there is none', async () => {
  const offline = 'data:text/javascript,globalThis.fetch=()=>Promise.reject(Error("offline"))';
  const { code, said } = await setUp({
    RAPPORT_TEMPORAL_SERVER: '',
    PATH: join(folder, 'no-programs'),
    NODE_OPTIONS: `--import ${offline}`,
  });
  expect(code).toBe(1);
  for (const way of ['TEMPORAL_ADDRESS', 'RAPPORT_TEMPORAL_SERVER', 'github.com', 'install Go']) {
    expect(said).toContain(way);
  }
});

/** Instead of the internet: a release whose archive is not the one that its list of checksums names. */
function damagedRelease(): string {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const name = `temporal_${temporalVersion}_${process.platform}_${arch}.tar.gz`;
  const list = `${'0'.repeat(64)}  ${name}`;
  const code = `globalThis.fetch = async (url) =>
    new Response(String(url).endsWith('checksums.txt') ? '${list}' : 'not the release');`;
  return `--import data:text/javascript,${encodeURIComponent(code)}`;
}

test('does not use a Temporal server whose checksum differs, nor leave it behind', async () => {
  const { code, said } = await setUp({
    RAPPORT_TEMPORAL_SERVER: '',
    PATH: join(folder, 'no-programs'),
    NODE_OPTIONS: damagedRelease(),
  });
  expect(code).toBe(1);
  const found = createHash('sha256').update('not the release').digest('hex');
  expect(said).toContain(`is damaged: its checksum is ${found}`);
  expect(readdirSync(join(folder, 'cache', 'rapport'))).not.toContainEqual(
    expect.stringMatching(/^temporal-/),
  );
});

test('only builds the Temporal server where that is asked for, whatever was downloaded', async () => {
  const cached = join(folder, 'cache', 'rapport', `temporal-${temporalVersion}`);
  mkdirSync(cached, { recursive: true });
  for (const program of ['temporal-server', 'temporal-sql-tool'])
    writeFileSync(join(cached, program), '');
  const given = { RAPPORT_TEMPORAL_SERVER: '', PATH: join(folder, 'no-programs') };
  expect(await setUp(given)).toMatchObject({ code: 0 });

  const { code, said } = await setUp({ ...given, RAPPORT_TEMPORAL_BUILD: '1' });
  expect(code).toBe(1);
  expect(said).toContain('Building it');
  expect(said).not.toContain('Downloading');

  writeFileSync(join(cached, 'origin.txt'), 'source');
  expect(await setUp({ ...given, RAPPORT_TEMPORAL_BUILD: '1' })).toMatchObject({ code: 0 });
});

test('needs no Temporal server of its own when one is given by address', async () => {
  const { code } = await run('tools/set-up.js', [], {
    RAPPORT_TEMPORAL_SERVER: '',
    TEMPORAL_ADDRESS: 'localhost:7233',
  });
  expect(code).toBe(0);
});

test('goes on without the time-skipping server, except where nothing may be skipped', async () => {
  const withoutJava = { RAPPORT_TEST_SERVER: '', PATH: join(folder, 'no-programs') };
  const here = await setUp(withoutJava);
  expect(here).toMatchObject({ code: 0 });
  expect(here.said).toMatch(/need java and mvn .* They will be skipped/);
  expect(await setUp({ ...withoutJava, CI: 'true' })).toMatchObject({ code: 1 });
});

test('tells who calls a command too early what to do', async () => {
  rmSync(join(root, 'build'), { recursive: true });
  const early = await run('bin/rapport.js', ['status', '--json']);
  expect(early).toMatchObject({ code: 1, printed: '' });
  expect(early.said).toContain('Run "npm start" first');
});
