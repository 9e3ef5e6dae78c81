import type { Command } from 'commander';
import { call } from './terminal/call.ts';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { print, type JsonOption } from './terminal/print.ts';

export function dismiss(io: Io): Command {
  return resultCommand(io, 'dismiss', 'say that a problem is dealt with')
    .argument('<problem>', 'as needs-you lists it')
    .action(async (problem: string, options: JsonOption) => {
      const done = await call<{ readonly problemId: string }>(io, {
        method: 'POST',
        path: `/problems/${encodeURIComponent(problem)}/dismiss`,
        body: {},
      });
      print(io, options, done, () => 'Dealt with.');
    });
}
