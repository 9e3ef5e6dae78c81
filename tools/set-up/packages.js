import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.js';
import { run } from './run.js';
import { step } from './say.js';

/** True when node_modules holds what package-lock.json says, by npm's own list of what it installed. */
export function packagesAreInstalled() {
  const wanted = readPackages('package-lock.json');
  const installed = readPackages('node_modules/.package-lock.json');
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional, peer }]) => {
    if (path === '') return true;
    const found = installed[path];
    // npm leaves out optional packages of other platforms.
    if (found === undefined) return optional === true || peer === true;
    return found.version === version && found.integrity === integrity;
  });
}

export async function installPackages() {
  await step('Installing packages (npm ci)', () =>
    // Development packages too, whatever NODE_ENV says: the set-up itself compiles with them.
    run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
    }),
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
