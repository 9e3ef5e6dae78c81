import type { Command } from 'commander';
import { resultCommand } from './terminal/command.ts';
import { Failed } from './terminal/failed.ts';
import type { Io } from './terminal/io.ts';
import type { JsonOption } from './terminal/print.ts';

type AnswersOption = { readonly answers?: boolean };

export function inspectCommand(io: Io): Command {
  return resultCommand(io, 'inspect', 'say what mails are: replies, bounces, auto-replies, …')
    .argument('<file...>', '.eml files, folders with such files, or - for the standard input')
    .option(
      '--answers',
      'the files are lines of JSON with answers about a time; see docs/answers.md',
    )
    .action(async (files: readonly string[], { json, answers }: JsonOption & AnswersOption) => {
      const { stdin, out, err } = io;
      if (answers === true) {
        const { inspectAnswers } = await import('./files/inspect-answers.ts');
        if (!(await inspectAnswers({ files, stdin, out, err }))) throw new Failed();
        return;
      }
      const { inspect } = await import('./files/inspect.ts');
      const code = await inspect({ files, stdin, json: json ?? false, out, err });
      if (code !== 0) throw new Failed();
    });
}
