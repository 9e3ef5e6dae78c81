import type { Command } from 'commander';
import { call } from './terminal/call.ts';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { oneLine, print, type JsonOption } from './terminal/print.ts';

export function unsuppress(io: Io): Command {
  return resultCommand(io, 'unsuppress', 'allow mail to an address again')
    .argument('<address>', 'the bare email address')
    .requiredOption('--why <text>', 'what has changed; it is kept with the contact')
    .action(async (address: string, options: JsonOption & { readonly why: string }) => {
      const done = await call(io, 'unsuppressAddress', { email: address, why: options.why });
      print(
        io,
        options,
        done,
        ({ email }) =>
          `${oneLine(email)} may be written to again. A closed journey stays closed: "rapport contact reopen ${oneLine(email)}" begins it anew.`,
      );
    });
}
