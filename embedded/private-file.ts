import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes whole or not at all, readable by this user only (0600), in a folder of the same kind (0700). */
export function writePrivate(file: string, content: string): void {
  const draft = draftOf(file, content);
  renameSync(draft, file);
}

/** The content of `file`, or, when there is none yet, `create()` stored as {@link writePrivate} does. Two at once agree. */
export function readOrCreatePrivate(file: string, create: () => string): string {
  const existing = readPrivate(file);
  if (existing !== undefined) return existing;
  const draft = draftOf(file, create());
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8');
}

/** Undefined when there is no such file. */
export function readPrivate(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function draftOf(file: string, content: string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, content, { mode: 0o600, flush: true });
  return draft;
}
