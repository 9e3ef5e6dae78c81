import type { Command } from 'commander';
import { InvalidInput } from '../domain/errors.ts';
import { resultCommand, wholeNumber } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import type { JsonOption } from './terminal/print.ts';

type StartOptions = JsonOption & { readonly port?: number };

export function start(io: Io): Command {
  return resultCommand(io, 'start', 'run everything on this machine until Ctrl-C')
    .option('--port <n>', 'the port of the pages, instead of RAPPORT_PORT', wholeNumber)
    .action(async ({ port }: StartOptions) => {
      if (port !== undefined && (port < 1 || port > 65_535))
        throw new InvalidInput(`There is no port ${port}: give one from 1 to 65535.`);
      const { readEnvironment } = await import('../config/env.ts');
      const instance = await import('../worker/start.ts');
      const password = io.environment.RAPPORT_PASSWORD;
      await instance.start({
        environment: readEnvironment(io.environment),
        ...(port === undefined ? {} : { port }),
        ...(password ? { password } : {}),
        say: (line) => io.err.write(`${line}\n`),
        ready: ({ url }) => {
          io.out.write(`${JSON.stringify({ ready: true, url })}\n`);
          io.err.write(
            `Rapport is ready. Open ${url}\nCtrl-C stops it; nothing is lost by that.\n`,
          );
        },
      });
    });
}
