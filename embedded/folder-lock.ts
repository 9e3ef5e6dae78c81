import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readPrivate } from './private-file.ts';
import { commandOf, isAlive, startOf } from './process.ts';

export type LockOwner = { readonly pid: number; readonly started: string };

/** Takes `file` as the sign that this process alone works here; the live owner's number when it is taken. */
export async function takeLock(file: string): Promise<'taken' | LockOwner> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const mine = JSON.stringify({ pid: process.pid, started: await startOf(process.pid) });
  for (;;) {
    if (linkNew(file, mine)) return 'taken';
    const found = readPrivate(file);
    if (found === undefined) continue;
    const owner = await liveOwner(found);
    if (owner !== undefined) return owner;
    removeStale(file, found);
  }
}

/** Undefined when nobody alive holds it. */
export async function lockOwner(file: string): Promise<LockOwner | undefined> {
  const found = readPrivate(file);
  return found === undefined ? undefined : liveOwner(found);
}

/** Gives it back, if it is this process's. */
export function releaseLock(file: string): void {
  if (parseOwner(readPrivate(file) ?? '')?.pid === process.pid) rmSync(file, { force: true });
}

/** A number alone proves nothing after a reboot, so the moment the process started must match as well. */
async function liveOwner(text: string): Promise<LockOwner | undefined> {
  const owner = parseOwner(text);
  if (owner === undefined || !isAlive(owner.pid)) return undefined;
  if ((await commandOf(owner.pid)) === undefined) return undefined;
  return (await startOf(owner.pid)) === owner.started ? owner : undefined;
}

/** A hard link appears with its whole content, or fails because another is there. */
function linkNew(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Two processes may find the same stale lock: one that renames the other's fresh lock by mistake restores it. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (readPrivate(aside) !== stale) linkSync(aside, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function parseOwner(text: string): LockOwner | undefined {
  try {
    const { pid, started } = JSON.parse(text) as Partial<LockOwner>;
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined;
  } catch {
    return undefined;
  }
}
