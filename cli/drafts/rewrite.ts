import type { Command } from 'commander';
import { Conflict } from '../../domain/errors.ts';
import { changesText } from './redraft.ts';
import { draftText } from '../terminal/draft-text.ts';
import { call, type Result } from '../terminal/call.ts';
import { resultCommand } from '../terminal/command.ts';
import { draftIdOf } from '../terminal/find-id.ts';
import type { Io } from '../terminal/io.ts';
import { print, safe, type JsonOption } from '../terminal/print.ts';

export function rewrite(io: Io): Command {
  return resultCommand(io, 'rewrite', 'other words for a draft by your language model')
    .argument('<draft>', 'its id, the end of it, or the address that it goes to')
    .option('--take', 'take them as an edit, which needs your approval')
    .action(
      async (named: string, { take, ...options }: JsonOption & { readonly take?: boolean }) => {
        const draftId = await draftIdOf(io, named);
        const suggestion = await call(io, 'suggestRewrite', { draftId });
        const { text, refused, revision } = suggestion;
        if (take !== true) {
          print(io, options, suggestion, suggestionText);
          return;
        }
        if (text === null)
          throw new Conflict(
            `The draft is as it was, for what came back was refused. ${refused.join(' ')}`,
          );
        print(io, options, await call(io, 'editDraft', { draftId, text, revision }), draftText);
      },
    );
}

function suggestionText({ subject, changes, newWords, refused }: Result<'suggestRewrite'>): string {
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
