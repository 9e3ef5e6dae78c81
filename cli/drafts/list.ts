import type { Command } from 'commander';
import { call } from '../terminal/call.ts';
import { resultCommand } from '../terminal/command.ts';
import { draftText } from '../terminal/draft-text.ts';
import type { Io } from '../terminal/io.ts';
import { print, type JsonOption } from '../terminal/print.ts';

export function drafts(io: Io): Command {
  return resultCommand(io, 'drafts', 'list the drafts that wait for you')
    .option('--all', 'list the approved, sent, skipped and withdrawn ones too')
    .action(async (options: JsonOption & { readonly all?: boolean }) => {
      const found = await call(io, 'listDrafts', { all: options.all ? 'true' : undefined });
      print(io, options, found, (list) =>
        list.length === 0 ? 'No draft waits for you.' : list.map(draftText).join('\n\n'),
      );
    });
}
