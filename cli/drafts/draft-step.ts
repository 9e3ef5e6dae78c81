import { Argument, type Command } from 'commander';
import type { DraftView } from '../../operations/views.ts';
import { call, path } from '../terminal/call.ts';
import { resultCommand } from '../terminal/command.ts';
import { draftText } from '../terminal/draft-text.ts';
import type { Io } from '../terminal/io.ts';
import { draftIdOf } from '../terminal/find-id.ts';
import { print, type JsonOption } from '../terminal/print.ts';

export function skip(io: Io): Command {
  return resultCommand(io, 'skip', 'do not send this draft')
    .argument('<draft>', 'its id, the end of it, or the address that it goes to')
    .action((draftId: string, options: JsonOption) =>
      step(io, options, { draftId, operation: 'skip' }),
    );
}

export function unapprove(io: Io): Command {
  return resultCommand(io, 'unapprove', 'take an approval back, while the mail has not left')
    .argument('<draft>', 'its id, the end of it, or the address that it goes to')
    .action((draftId: string, options: JsonOption) =>
      step(io, options, { draftId, operation: 'unapprove' }),
    );
}

export function settle(io: Io): Command {
  return resultCommand(io, 'settle', 'say whether a mail left, when Rapport could not find out')
    .argument('<draft>', 'its id, the end of it, or the address that it goes to')
    .addArgument(new Argument('<answer>', 'what you found').choices(['sent', 'not_sent']))
    .action((draftId: string, answer: string, options: JsonOption) =>
      step(io, options, { draftId, operation: 'settle', body: { answer } }),
    );
}

async function step(
  io: Io,
  options: JsonOption,
  what: { readonly draftId: string; readonly operation: string; readonly body?: object },
): Promise<void> {
  const { draftId, operation, body } = what;
  const draft = await call<DraftView>(io, {
    method: 'POST',
    path: path`/drafts/${await draftIdOf(io, draftId)}/${operation}`,
    ...(body ? { body } : {}),
  });
  print(io, options, draft, draftText);
}
