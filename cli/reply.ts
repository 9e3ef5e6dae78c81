import { Argument, type Command } from 'commander';
import type { MessageView } from '../operations/views.ts';
import { call, path } from './call.ts';
import { groupCommand, resultCommand } from './command.ts';
import type { Io } from './io.ts';
import { oneLine, print, spoken, type JsonOption } from './print.ts';

const judgements = ['interested', 'declined', 'proposes_time', 'asks', 'not_a_reply', 'opt_out'];

export function reply(io: Io): Command {
  return groupCommand(io, 'reply', 'say what a reply means', [judge(io)]);
}

function judge(io: Io): Command {
  return resultCommand(io, 'judge', 'say what a mail that came in is')
    .argument('<message>', 'its id or Message-ID')
    .addArgument(new Argument('<judgement>', 'what it is').choices(judgements))
    .action(async (messageId: string, judgement: string, options: JsonOption) => {
      const message = await call<MessageView>(io, {
        method: 'POST',
        path: path`/messages/${messageId}/judge`,
        body: { judgement },
      });
      print(
        io,
        options,
        message,
        ({ subject }) => `"${oneLine(subject)}" is now taken for: ${spoken(judgement)}.`,
      );
    });
}
