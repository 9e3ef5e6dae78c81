import type { Command } from 'commander';
import type { BriefView } from '../operations/briefs/load-brief.ts';
import { InvalidInput } from '../domain/errors.ts';
import { call } from './terminal/call.ts';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { print, safe, type JsonOption } from './terminal/print.ts';
import { readText } from './terminal/read-input.ts';

export function brief(io: Io): Command {
  return resultCommand(io, 'brief', 'one page for the day before a conversation')
    .argument('<contact>', 'id or address')
    .addCommand(edit(io))
    .action(async (contact: string, options: JsonOption) => {
      print(io, options, await call(io, 'showBrief', { ref: contact }), words);
    });
}

type EditOptions = JsonOption & {
  readonly question?: readonly string[];
  readonly notesFile?: string;
};

function edit(io: Io): Command {
  return resultCommand(io, 'edit', 'put your own questions or notes into a brief')
    .argument('<contact>', 'id or address')
    .option(
      '--question <text...>',
      'the questions, instead of the suggested ones; "" brings those back',
    )
    .option(
      '--notes-file <file>',
      'a file with notes for this conversation, or - for the standard input',
    )
    .action(async (contact: string, { question, notesFile, ...options }: EditOptions) => {
      if (question === undefined && notesFile === undefined)
        throw new InvalidInput('Give --question or --notes-file: there is nothing to change.');
      const edited = await call(io, 'editBrief', {
        ref: contact,
        questions: question,
        notes: notesFile === undefined ? undefined : await readText(io, notesFile),
      });
      print(io, options, edited, words);
    });
}

function words({ markdown }: BriefView): string {
  return safe(markdown);
}
