import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.js';
import { run } from './run.js';
import { step } from './say.js';
import { hashOf } from './sources.js';

const folder = join(root, 'db', 'generated');
const stamp = join(folder, '.made-from');

export function prismaClientIsFresh() {
  try {
    return readFileSync(stamp, 'utf8') === ingredients();
  } catch {
    return false;
  }
}

export async function generatePrismaClient() {
  await step('Generating the database client', async () => {
    rmSync(stamp, { force: true });
    await run(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
      cwd: root,
      // Prisma downloads an engine before it generates, and does not use it for that. Any file that exists prevents it.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    });
    mkdirSync(folder, { recursive: true });
    writeFileSync(stamp, ingredients());
  });
}

function ingredients() {
  return hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']);
}
