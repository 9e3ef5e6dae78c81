import { run } from './run.ts';

// A reader such as `head` that has seen enough is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const code = await run(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  // Looked up when it is read: a pipe that nobody reads would keep the process waiting.
  get stdin() {
    return process.stdin;
  },
  environment: process.env,
  colours: process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  columns: process.stdout.columns,
  now: () => new Date(),
});
process.exitCode = code;

// A connection or timer that a failure has left open must not keep the process.
setTimeout(() => process.exit(code), 1000).unref();
