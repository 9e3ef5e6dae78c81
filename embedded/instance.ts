import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '../config/data-folder.ts';
import { compareVersions } from '../config/version.ts';
import { Conflict } from '../domain/errors.ts';
import { lockOwner, releaseLock, takeLock } from './folder-lock.ts';
import { readPrivate, writePrivate } from './private-file.ts';
import { endProcess, waitUntil } from './process.ts';

/** What a running Rapport tells those who call it: `<data>/run/instance.json`, readable by its user only. */
export type Instance = {
  readonly pid: number;
  /** Where a person opens it, sign-in token included. */
  readonly url: string;
  /** Where the command line calls it: never through a proxy. */
  readonly callAt: string;
  readonly host: string;
  readonly port: number;
  readonly token: string;
  readonly version: string;
  /** RFC 3339, UTC. */
  readonly startedAt: string;
};

export type FolderLock = {
  /** Call when a person could use the page. */
  readonly announce: (instance: Instance) => void;
  /** Takes the announcement back and frees the folder. */
  readonly release: () => void;
};

/**
 * Makes this process the only one on the data folder. Throws {@link Conflict} when another one lives, or when a newer
 * version used the folder. A killed instance's lock is taken over.
 */
export async function lockFolder(data: DataFolder, version: string): Promise<FolderLock> {
  const taken = await lockOrRefuse(data);
  if (taken !== 'taken') {
    const url = readAnnouncement(data)?.url;
    throw new Conflict(
      `Rapport is already running on ${data.root} (process ${taken.pid}). ${url === undefined ? 'It is still starting.' : `Open ${url}`} "rapport stop-server" ends it; RAPPORT_DATA chooses another folder.`,
    );
  }
  rmSync(data.instance, { force: true });
  try {
    checkVersion(data, version);
  } catch (error) {
    releaseLock(lockFile(data));
    throw error;
  }
  return {
    announce: (instance) => writePrivate(data.instance, JSON.stringify(instance)),
    release: () => {
      rmSync(data.instance, { force: true });
      releaseLock(lockFile(data));
    },
  };
}

/** The running instance, once it can be used; undefined when there is none or it was killed. */
export async function readInstance(data: DataFolder): Promise<Instance | undefined> {
  const announced = readAnnouncement(data);
  const owner = await lockOwner(lockFile(data));
  return owner !== undefined && owner.pid === announced?.pid ? announced : undefined;
}

/** Milliseconds. A mail that is being handed over may take a minute. */
const stopsWithin = 80_000;

/** Asks the live instance to stop in order and waits until it has; false when there was none. */
export async function stopInstance(data: DataFolder): Promise<boolean> {
  const owner = await lockOwner(lockFile(data));
  if (owner === undefined) return false;
  process.kill(owner.pid, 'SIGTERM');
  const gone = async () => (await lockOwner(lockFile(data))) === undefined;
  if (!(await waitUntil(gone, stopsWithin, 50))) await endProcess(owner.pid, 1_000);
  return true;
}

async function lockOrRefuse(data: DataFolder): ReturnType<typeof takeLock> {
  try {
    return await takeLock(lockFile(data));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Conflict(
      `Could not write to the data folder ${data.root} (${code ?? (error as Error).message}). Make it writable, or choose another with RAPPORT_DATA.`,
    );
  }
}

function lockFile(data: DataFolder): string {
  return join(data.run, 'lock');
}

/** Written by this program only, whole or not at all; anything else counts as absent. */
function readAnnouncement(data: DataFolder): Instance | undefined {
  try {
    return JSON.parse(readPrivate(data.instance) ?? '') as Instance;
  } catch {
    return undefined;
  }
}

function checkVersion(data: DataFolder, version: string): void {
  const stored = readPrivate(data.version);
  const last = stored === undefined ? undefined : /"version"\s*:\s*"([^"]+)"/.exec(stored)?.[1];
  if (last !== undefined && compareVersions(last, version) > 0) {
    throw new Conflict(
      `The data folder ${data.root} was last used by Rapport ${last}, and this is ${version}. Use that version or a newer one, or choose another folder with RAPPORT_DATA.`,
    );
  }
  if (last !== version) writePrivate(data.version, JSON.stringify({ version }));
}
