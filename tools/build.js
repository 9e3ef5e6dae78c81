import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleProgram } from './set-up/bundle.js';
import { root } from './set-up/places.js';
import { run } from './set-up/run.js';
import { step } from './set-up/say.js';
import { filesBelow, hashOf, sourceFolders } from './set-up/sources.js';

const build = join(root, 'build');
const stamp = join(build, '.made-from');

export function buildIsFresh() {
  try {
    return readFileSync(stamp, 'utf8') === ingredients();
  } catch {
    return false;
  }
}

/** Compiles into build/: JavaScript, the files beside it, and the workflows in one bundle. The old build stays until then. */
export async function compile() {
  await step('Compiling', async () => {
    const made = ingredients();
    const fresh = `${build}.new`;
    rmSync(fresh, { recursive: true, force: true });
    // Types are checked by `npm run check`, which belongs to those who change the program, not to those who run it.
    await run(
      process.execPath,
      [
        'node_modules/typescript/bin/tsc',
        '-p',
        'tsconfig.build.json',
        '--noCheck',
        '--outDir',
        fresh,
      ],
      { cwd: root },
    );
    for (const file of sourceFolders.flatMap((folder) => filesBelow(folder))) {
      if (!/\.tsx?$/.test(file)) copy(file, fresh);
    }
    await bundleWorkflows(fresh);
    await bundleProgram(fresh);
    writeFileSync(join(fresh, '.made-from'), made);
    replace(build, fresh);
  });
}

/** Bundled once here instead of at every start, where it would take seconds. */
async function bundleWorkflows(folder) {
  const entry = join(folder, 'workflows', 'index.js');
  if (!existsSync(entry)) return;
  const { bundleWorkflowCode, DefaultLogger, Runtime } = await import('@temporalio/worker');
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const { code } = await bundleWorkflowCode({
    workflowsPath: entry,
    logger: new DefaultLogger('WARN'),
  });
  writeFileSync(join(folder, 'workflows', 'bundle.js'), code);
}

function copy(file, folder) {
  const target = join(folder, file);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join(root, file), target);
}

function replace(old, fresh) {
  const aside = `${old}.old`;
  rmSync(aside, { recursive: true, force: true });
  if (existsSync(old)) renameSync(old, aside);
  renameSync(fresh, old);
  rmSync(aside, { recursive: true, force: true });
}

function ingredients() {
  const sources = sourceFolders.flatMap((folder) => filesBelow(folder));
  const settings = [
    'tsconfig.json',
    'tsconfig.build.json',
    'package-lock.json',
    'tools/build.js',
    'tools/set-up/bundle.js',
  ];
  return hashOf([...sources, ...settings]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await compile();
