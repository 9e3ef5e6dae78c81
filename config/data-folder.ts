import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where everything of one Rapport is kept: absolute paths, all below `root`. To back it up, copy `root` while nothing runs. */
export type DataFolder = {
  readonly root: string;
  readonly postgres: string;
  readonly temporal: string;
  /** Our own certificate authority's certificates, between us and the embedded Temporal server. */
  readonly tls: string;
  readonly run: string;
  /** What the running instance tells the CLI; see embedded/instance.ts. */
  readonly instance: string;
  readonly ports: string;
  readonly logs: string;
  /** The version that last opened the folder. */
  readonly version: string;
};

type FolderVariables = {
  readonly RAPPORT_DATA?: string | undefined;
  readonly XDG_DATA_HOME?: string | undefined;
  readonly XDG_CACHE_HOME?: string | undefined;
};

/** `RAPPORT_DATA`, else `$XDG_DATA_HOME/rapport`, else `~/.local/share/rapport`. Creates nothing. */
export function dataFolder(variables: FolderVariables): DataFolder {
  const root = resolve(
    variables.RAPPORT_DATA ||
      join(variables.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'rapport'),
  );
  const run = join(root, 'run');
  return {
    root,
    postgres: join(root, 'postgres'),
    temporal: join(root, 'temporal'),
    tls: join(root, 'tls'),
    run,
    instance: join(run, 'instance.json'),
    ports: join(root, 'ports.json'),
    logs: join(root, 'logs'),
    version: join(root, 'version.json'),
  };
}

/** `$XDG_CACHE_HOME/rapport`, else `~/.cache/rapport`: built and downloaded servers, safe to delete. */
export function cacheFolder(variables: FolderVariables): string {
  return join(resolve(variables.XDG_CACHE_HOME || join(homedir(), '.cache')), 'rapport');
}
