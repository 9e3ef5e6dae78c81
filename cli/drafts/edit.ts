import type { Command } from 'commander';
import { InvalidInput } from '../../domain/errors.ts';
import { call } from '../terminal/call.ts';
import { resultCommand, wholeNumber } from '../terminal/command.ts';
import { draftText } from '../terminal/draft-text.ts';
import type { Io } from '../terminal/io.ts';
import { draftIdOf } from '../terminal/find-id.ts';
import { print, type JsonOption } from '../terminal/print.ts';
import { readText } from '../terminal/read-input.ts';

type Options = JsonOption & {
  readonly subject?: string;
  readonly textFile?: string;
  readonly revision?: number;
};

export function edit(io: Io): Command {
  return resultCommand(io, 'edit', 'change a draft; it is checked again and needs a new approval')
    .argument('<draft>', 'its id, the end of it, or the address that it goes to')
    .option('--subject <text>', 'the new subject')
    .option('--text-file <file>', 'a file with the new text, or - for the standard input')
    .option(
      '--revision <number>',
      'the revision you have read; a later one is refused',
      wholeNumber,
    )
    .action(async (named: string, options: Options) => {
      const { subject, textFile, revision } = options;
      if (subject === undefined && textFile === undefined)
        throw new InvalidInput('Give --subject, --text-file, or both.');
      const text = textFile === undefined ? undefined : await readText(io, textFile);
      const draftId = await draftIdOf(io, named);
      const draft = await call(io, 'editDraft', { draftId, subject, text, revision });
      print(io, options, draft, draftText);
    });
}
