import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const root = join(import.meta.dirname, '..', '..');

/**
 * Path of the workflows in one bundle, for `Worker.create({ workflowBundle: { codePath } })`. Made when the workflows or
 * the rules they import have changed, and kept among node_modules: bundling takes seconds, and most runs need the same.
 */
export async function workflowBundle(): Promise<string | undefined> {
  const entry = join(root, 'workflows', 'index.ts');
  if (!existsSync(entry)) return undefined;
  const folder = join(root, 'node_modules', '.cache', 'rapport');
  const file = join(folder, `workflows-${ingredients()}.js`);
  if (existsSync(file)) return file;
  const { code } = await bundleWorkflowCode({
    workflowsPath: entry,
    logger: new DefaultLogger('WARN'),
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, code);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

/** Workflows may import only themselves and the rules, and of npm what the lock file pins. */
function ingredients(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of ['workflows', 'domain']) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
      hash.update(file).update(readFileSync(join(root, folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
