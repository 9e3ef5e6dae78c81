import type { Command } from 'commander';
import { resultCommand, wholeNumber } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import type { JsonOption } from './terminal/print.ts';

type RoleOptions = JsonOption & { readonly port?: number };

export const worker = (io: Io): Command =>
  role(io, 'worker', 'run journeys in a process of its own (docs/operating.md)');

export const watch = (io: Io): Command =>
  role(io, 'watch', 'watch mailboxes in a process of its own (docs/operating.md)');

export const web = (io: Io): Command =>
  role(io, 'web', 'serve the pages from a process of its own (docs/operating.md)').option(
    '--port <n>',
    'the port of the pages, instead of RAPPORT_PORT',
    wholeNumber,
  );

function role(io: Io, name: 'worker' | 'watch' | 'web', summary: string): Command {
  return resultCommand(io, name, summary).action(async ({ port }: RoleOptions) => {
    const { readEnvironment } = await import('../config/env.ts');
    const { runRole } = await import('../worker/role.ts');
    const password = io.environment.RAPPORT_PASSWORD;
    await runRole({
      role: name,
      environment: readEnvironment(io.environment),
      ...(port === undefined ? {} : { port }),
      ...(password ? { password } : {}),
      say: (line) => io.err.write(`${line}\n`),
      ready: (where) => io.out.write(`${JSON.stringify({ ready: true, ...where })}\n`),
    });
  });
}
