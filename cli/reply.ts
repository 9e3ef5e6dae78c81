import { Argument, type Command } from 'commander';
import { type ReplyJudgement, replyJudgements } from '../domain/journey.ts';
import { call } from './terminal/call.ts';
import { groupCommand, resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { messageIdOf } from './terminal/find-id.ts';
import { parseTimeOption } from './terminal/parse-time.ts';
import { oneLine, print, spoken, type JsonOption } from './terminal/print.ts';

type Options = JsonOption & { readonly until?: string; readonly person?: readonly string[] };

export function reply(io: Io): Command {
  return groupCommand(io, 'reply', 'say what a reply means', [judge(io)]);
}

function judge(io: Io): Command {
  return resultCommand(io, 'judge', 'say what a mail that came in is')
    .argument('<message>', 'its id, the end of it, its Message-ID, or the address of who wrote it')
    .addArgument(new Argument('<judgement>', 'what it is').choices(replyJudgements))
    .option('--until <time>', 'of later: when to ask them again')
    .option('--person <person>', 'of referred: NAME <ADDRESS>, again for each', collected)
    .action(async (named: string, judgement: ReplyJudgement, options: Options) => {
      const { until, person } = options;
      const message = await call(io, 'judgeReply', {
        messageId: await messageIdOf(io, named),
        judgement,
        until: until === undefined ? undefined : await parseTimeOption(io, '--until', until),
        persons: person,
      });
      print(
        io,
        options,
        message,
        ({ subject }) => `"${oneLine(subject)}" is now taken for: ${spoken(judgement)}.`,
      );
    });
}

function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
