import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './places.js';

// What `bin/` runs, what the start is measured against, and the thread that reads mail.
const entries = [
  'cli/main.js',
  'config/env.js',
  'embedded/servers.js',
  'mail/reader/reader-thread.js',
];

// Packages of a hundred small modules each. The others stay packages: natives, CommonJS, or loaded when needed.
const included = ['zod', 'hono', '@hono/node-server', '@hono/zod-openapi', 'htmlparser2'];

/**
 * Joins the compiled program into a few files, below `app/`: finding and reading five hundred modules one by one takes
 * longer than running them. What is imported when it is needed stays a file of its own.
 */
export async function bundleProgram(folder) {
  if (!existsSync(join(folder, entries[0]))) return;
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const external = Object.keys(dependencies).filter((name) => !included.includes(name));
  await esbuild().build({
    absWorkingDir: folder,
    entryPoints: entries,
    outdir: 'app',
    // All on one level, as deep as the compiled files: paths from one folder of the program to another stay right.
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/** The one that tsx, which is ours, works with: npm may put another at the top. */
function esbuild() {
  const tsx = createRequire(import.meta.url).resolve('tsx/package.json');
  return createRequire(tsx)('esbuild');
}
