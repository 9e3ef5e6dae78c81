import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './places.js';

// What is compiled or copied into build/. Everything else at the top is about the project, not part of the program.
export const sourceFolders = [
  'activities',
  'backup',
  'cli',
  'config',
  'db',
  'domain',
  'embedded',
  'mail',
  'operations',
  'practice',
  'prisma',
  'web',
  'worker',
  'workflows',
];

/** Files below a folder of the project, as paths from its root with `/`, sorted. Generated ones are left out. */
export function filesBelow(folder) {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'),
    )
    .filter((file) => !file.startsWith('db/generated/'))
    .sort();
}

/** One hash over names and contents: the same sources give the same, whenever they were written. */
export function hashOf(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    hash.update(`\n${file}\n`).update(
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest(),
    );
  }
  return hash.digest('hex');
}
