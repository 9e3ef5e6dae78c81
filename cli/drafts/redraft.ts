import type { Command } from 'commander';
import type { LetterChange } from '../../domain/compose/diff-letters.ts';
import { call } from '../terminal/call.ts';
import { resultCommand } from '../terminal/command.ts';
import { draftText } from '../terminal/draft-text.ts';
import type { Io } from '../terminal/io.ts';
import { draftIdOf } from '../terminal/find-id.ts';
import { print, safe, type JsonOption } from '../terminal/print.ts';

export function redraft(io: Io): Command {
  return resultCommand(io, 'redraft', 'write a draft anew from today’s notes')
    .argument('<draft>', 'its id, the end of it, or the address that it goes to')
    .option('--show', 'only show what would change')
    .action(
      async (named: string, { show, ...options }: JsonOption & { readonly show?: boolean }) => {
        const draftId = await draftIdOf(io, named);
        if (show === true) {
          const offer = await call(io, 'offerDraft', { draftId });
          print(io, options, offer, ({ subject, changes }) =>
            [`Subject: ${safe(subject)}`, '', changesText(changes)].join('\n'),
          );
          return;
        }
        print(io, options, await call(io, 'redraft', { draftId }), draftText);
      },
    );
}

/** One line a sentence: "+" is new, "-" goes. */
export function changesText(changes: readonly LetterChange[]): string {
  return changes.map(marked).join('\n');
}

function marked({ kind, text }: LetterChange): string {
  const mark = { same: ' ', added: '+', removed: '-' }[kind];
  return safe(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `${mark} ${line.trim()}`)
    .join('\n');
}
