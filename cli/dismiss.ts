import type { Command } from 'commander';
import { call } from './terminal/call.ts';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { itemIdOf } from './terminal/find-id.ts';
import { print, type JsonOption } from './terminal/print.ts';

export function dismiss(io: Io): Command {
  return resultCommand(io, 'dismiss', 'say that a problem is dealt with')
    .argument('<problem>', 'its id, or the end of it, as needs-you lists it')
    .action(async (problem: string, options: JsonOption) => {
      const done = await call(io, 'dismissProblem', { problemId: await itemIdOf(io, problem) });
      print(io, options, done, () => 'Dealt with.');
    });
}
