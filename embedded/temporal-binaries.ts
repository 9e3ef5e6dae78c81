import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporalVersion } from './versions.ts';

export type TemporalBinaries = {
  readonly server: string;
  readonly sqlTool: string;
  /** Changes whenever the programs do. */
  readonly fingerprint: string;
};

/** The programs in `RAPPORT_TEMPORAL_SERVER` when that is set, else those that set-up has put into the cache folder. */
export function findTemporal(where: {
  readonly given: string | undefined;
  readonly cache: string;
}): TemporalBinaries {
  const folder = resolve(where.given ?? join(where.cache, `temporal-${temporalVersion}`));
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const server = join(folder, `temporal-server${suffix}`);
  const sqlTool = join(folder, `temporal-sql-tool${suffix}`);
  const missing = [server, sqlTool].find((file) => !existsSync(file));
  if (missing === undefined) return { server, sqlTool, fingerprint: fingerprint(server, sqlTool) };
  throw new Error(
    where.given === undefined
      ? `There is no Temporal server at ${missing}. Run "npm start", which fetches or builds it, or set RAPPORT_TEMPORAL_SERVER to a folder with temporal-server and temporal-sql-tool, or TEMPORAL_ADDRESS to a server that runs.`
      : `RAPPORT_TEMPORAL_SERVER is set, but ${missing} does not exist. The folder must hold temporal-server and temporal-sql-tool.`,
  );
}

/** Sizes and times stand for the content here: reading 170 MB at every start would cost more than the start. */
function fingerprint(...files: readonly string[]): string {
  return files
    .map((file) => statSync(file))
    .map(({ size, mtimeMs }) => `${size}-${Math.round(mtimeMs)}`)
    .join(' ');
}
