import type { Command } from 'commander';
import type { LetterChange } from '../../domain/compose/diff-letters.ts';
import { Conflict } from '../../domain/errors.ts';
import type { DraftView } from '../../operations/views.ts';
import { changesText } from './redraft.ts';
import { draftText } from '../terminal/draft-text.ts';
import { call, path } from '../terminal/call.ts';
import { resultCommand } from '../terminal/command.ts';
import { draftIdOf } from '../terminal/find-id.ts';
import type { Io } from '../terminal/io.ts';
import { print, safe, type JsonOption } from '../terminal/print.ts';

type Suggestion = {
  readonly revision: number;
  readonly subject: string;
  readonly text: string | null;
  readonly changes: readonly LetterChange[];
  readonly newWords: readonly string[];
  readonly refused: readonly string[];
};

export function rewrite(io: Io): Command {
  return resultCommand(io, 'rewrite', 'other words for a draft by your language model')
    .argument('<draft>', 'its id, the end of it, or the address that it goes to')
    .option('--take', 'take them as an edit, which needs your approval')
    .action(
      async (named: string, { take, ...options }: JsonOption & { readonly take?: boolean }) => {
        const draftId = await draftIdOf(io, named);
        const suggestion = await call<Suggestion>(io, {
          method: 'POST',
          path: path`/drafts/${draftId}/rewrite`,
        });
        const { text, refused, revision } = suggestion;
        if (take !== true) {
          print(io, options, suggestion, suggestionText);
          return;
        }
        if (text === null)
          throw new Conflict(
            `The draft is as it was, for what came back was refused. ${refused.join(' ')}`,
          );
        const draft = await call<DraftView>(io, {
          method: 'PATCH',
          path: path`/drafts/${draftId}`,
          body: { text, revision },
        });
        print(io, options, draft, draftText);
      },
    );
}

function suggestionText({ subject, changes, newWords, refused }: Suggestion): string {
  if (refused.length > 0)
    return `The draft is as it was, for what came back was refused:\n${refused.map((why) => `- ${safe(why)}`).join('\n')}`;
  const words =
    newWords.length === 0
      ? []
      : [
          '',
          `Neither in your draft nor in your notes: ${newWords.map(safe).join(', ')}. Is it true?`,
        ];
  return [`Subject: ${safe(subject)}`, '', changesText(changes), ...words].join('\n');
}
