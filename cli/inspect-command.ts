import type { Command } from 'commander';
import { resultCommand } from './command.ts';
import { Failed } from './failed.ts';
import type { Io } from './io.ts';
import type { JsonOption } from './print.ts';

export function inspectCommand(io: Io): Command {
  return resultCommand(io, 'inspect', 'say what mails are: replies, bounces, auto-replies, …')
    .argument('<file...>', '.eml files, folders with such files, or - for the standard input')
    .action(async (files: readonly string[], { json }: JsonOption) => {
      const { inspect } = await import('./inspect.ts');
      const { stdin, out, err } = io;
      const code = await inspect({ files, stdin, json: json ?? false, out, err });
      if (code !== 0) throw new Failed();
    });
}
