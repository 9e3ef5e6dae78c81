import type { Command } from 'commander';
import type { NeedsYouView } from '../operations/views.ts';
import { call } from './terminal/call.ts';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { print, shortId, table, type JsonOption, spoken, when } from './terminal/print.ts';

export function needsYou(io: Io): Command {
  return resultCommand(io, 'needs-you', 'list everything that waits for you').action(
    async (options: JsonOption) => {
      print(io, options, await call(io, 'listNeedsYou', {}), (found, look) =>
        table(
          ['SINCE', 'WHAT', 'ID', 'WHY'],
          found.map((item) => [
            when(item.since),
            spoken(item.type),
            shortId(idToName(item)),
            item.choices === undefined ? item.why : `${item.why} ${answersOf(item.choices)}`,
          ]),
          'Nothing waits for you.',
          look,
        ),
      );
    },
  );
}

/** What the command for it asks for: `approve`, `reply judge`, `answer` or `dismiss`. */
function idToName(item: NeedsYouView): string {
  return item.type === 'question' ? item.id : (item.draftId ?? item.messageId ?? item.id);
}

function answersOf(choices: NonNullable<NeedsYouView['choices']>): string {
  return `Answer ${choices.map(({ name, says }) => `${name} (${says})`).join(' or ')}.`;
}
