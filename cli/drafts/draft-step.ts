import { Argument, type Command } from 'commander';
import { call } from '../terminal/call.ts';
import { resultCommand } from '../terminal/command.ts';
import { draftText } from '../terminal/draft-text.ts';
import type { Io } from '../terminal/io.ts';
import { draftIdOf } from '../terminal/find-id.ts';
import { print, type JsonOption } from '../terminal/print.ts';

export function skip(io: Io): Command {
  return resultCommand(io, 'skip', 'do not send this draft')
    .argument('<draft>', 'its id, the end of it, or the address that it goes to')
    .action(async (named: string, options: JsonOption) => {
      const draftId = await draftIdOf(io, named);
      print(io, options, await call(io, 'skipDraft', { draftId }), draftText);
    });
}

export function unapprove(io: Io): Command {
  return resultCommand(io, 'unapprove', 'take an approval back, while the mail has not left')
    .argument('<draft>', 'its id, the end of it, or the address that it goes to')
    .action(async (named: string, options: JsonOption) => {
      const draftId = await draftIdOf(io, named);
      print(io, options, await call(io, 'unapproveDraft', { draftId }), draftText);
    });
}

export function settle(io: Io): Command {
  return resultCommand(io, 'settle', 'say whether a mail left, when Rapport could not find out')
    .argument('<draft>', 'its id, the end of it, or the address that it goes to')
    .addArgument(new Argument('<answer>', 'what you found').choices(['sent', 'not_sent']))
    .action(async (named: string, answer: string, options: JsonOption) => {
      const draftId = await draftIdOf(io, named);
      print(io, options, await call(io, 'settleDraft', { draftId, answer }), draftText);
    });
}
