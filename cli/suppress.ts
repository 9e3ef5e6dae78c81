import type { Command } from 'commander';
import { call } from './terminal/call.ts';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { oneLine, print, type JsonOption } from './terminal/print.ts';

export function suppress(io: Io): Command {
  return resultCommand(io, 'suppress', 'never write to an address again')
    .argument('<address>', 'the bare email address')
    .action(async (address: string, options: JsonOption) => {
      const done = await call(io, 'suppressAddress', { email: address });
      print(io, options, done, ({ email }) => `Nothing is written to ${oneLine(email)} any more.`);
    });
}
