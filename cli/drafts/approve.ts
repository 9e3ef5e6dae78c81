import type { Command } from 'commander';
import { call } from '../terminal/call.ts';
import { resultCommand, wholeNumber } from '../terminal/command.ts';
import { draftText } from '../terminal/draft-text.ts';
import type { Io } from '../terminal/io.ts';
import { draftIdOf } from '../terminal/find-id.ts';
import { parseTimeOption } from '../terminal/parse-time.ts';
import { print, type JsonOption } from '../terminal/print.ts';

type Options = JsonOption & { readonly revision?: number; readonly at?: string };

export function approve(io: Io): Command {
  return resultCommand(io, 'approve', 'say yes to exactly this text')
    .argument('<draft>', 'its id, the end of it, or the address that it goes to')
    .option(
      '--revision <number>',
      'the revision you have read; a later one is refused',
      wholeNumber,
    )
    .option('--at <time>', 'do not send before then: RFC 3339, a date, or words ("monday 9:00")')
    .action(async (named: string, options: Options) => {
      const { revision } = options;
      const at =
        options.at === undefined ? undefined : await parseTimeOption(io, '--at', options.at);
      const draftId = await draftIdOf(io, named);
      const draft = await call(io, 'approveDraft', { draftId, revision, at });
      print(io, options, draft, draftText);
    });
}
