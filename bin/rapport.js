#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Deprecations of libraries are for those who develop Rapport, not for those who run it.
process.noDeprecation = true;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'build', 'app', 'main.js');

if (existsSync(program) && existsSync(join(root, 'node_modules'))) {
  await import('../build/app/main.js');
} else {
  process.stderr.write(
    'Rapport is not set up yet: its packages or its compiled program are missing. Run "npm start" first; it does the rest.\n',
  );
  process.exitCode = 1;
}
