import { spawn } from 'node:child_process';

// What `npm run check` runs, side by side, because each leaves a processor idle. All are told of, also after one failed.
const checks: readonly (readonly string[])[] = [
  ['prettier', '--check', '--log-level', 'warn', '.'],
  ['oxlint', '--type-aware'],
  ['tsc', '--noEmit'],
  ['tsx', 'tools/dev/check-structure.ts'],
];

const failed = await Promise.all(checks.map(run));
process.exitCode = failed.includes(true) ? 1 : 0;

/** Prints the whole of what a tool says once it has ended; true when it failed. */
function run([tool = '', ...words]: readonly string[]): Promise<boolean> {
  return new Promise((done, refuse) => {
    const child = spawn(`node_modules/.bin/${tool}`, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', refuse);
    child.on('close', (code) => {
      process.stdout.write(`${[tool, ...words].join(' ')}: ${code === 0 ? 'ok' : 'failed'}\n`);
      process.stdout.write(Buffer.concat(said));
      done(code !== 0);
    });
  });
}
