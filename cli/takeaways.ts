import { Option, type Command } from 'commander';
import type { TakeawayView } from '../operations/takeaways/present-takeaway.ts';
import { takeawayKinds, type TakeawayKind } from '../domain/meeting/takeaway.ts';
import { call } from './terminal/call.ts';
import { groupCommand, resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { oneLine, print, type JsonOption } from './terminal/print.ts';

type Options = JsonOption & { readonly kind?: string; readonly contact?: string };

export function takeaways(io: Io): Command {
  return resultCommand(io, 'takeaways', 'what you learnt over all conversations, as Markdown')
    .addOption(new Option('--kind <kind>', 'one kind only').choices(takeawayKinds))
    .option('--contact <contact>', 'of one person only, by id or address')
    .action(async ({ kind, contact, ...options }: Options) => {
      print(io, options, await call(io, 'listTakeaways', { kind, contact }), asMarkdown);
    });
}

export function advice(io: Io): Command {
  return groupCommand(io, 'advice', 'the advice that you were given', [done(io)]);
}

function done(io: Io): Command {
  return resultCommand(io, 'done', 'say that you took an advice')
    .argument('<advice>', 'its id, as "rapport takeaways --kind advice" lists it')
    .option('--how <text>', 'how it went; the next check-in can tell them')
    .action(async (id: string, { how, ...options }: JsonOption & { readonly how?: string }) => {
      const taken = await call(io, 'takeAdvice', { id, how });
      print(io, options, taken, ({ text }) => `Taken: ${oneLine(text)}`);
    });
}

function asMarkdown(found: readonly TakeawayView[]): string {
  if (found.length === 0)
    return 'Nothing is noted yet. After a conversation, "rapport meeting record --help" says how.';
  return takeawayKinds
    .map((kind) => ({ kind, rows: found.filter((row) => row.kind === kind) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ kind, rows }) => [`## ${headings[kind]}`, '', ...rows.map(line)].join('\n'))
    .join('\n\n');
}

const headings: Readonly<Record<TakeawayKind, string>> = {
  takeaway: 'Takeaways',
  quote: 'Quotes',
  advice: 'Advice',
  skill: 'Skills to learn',
  opening: 'Openings',
  resource: 'Books, groups and other resources',
  person: 'People to meet',
};

function line({ id, kind, text, done: taken, how, contactName, at }: TakeawayView): string {
  const box = kind === 'advice' ? (taken ? '[x] ' : '[ ] ') : '';
  const went = how === null ? '' : ` (${oneLine(how)})`;
  return `- ${box}${oneLine(text)}${went} (${oneLine(contactName)}, ${at.slice(0, 10)}${kind === 'advice' ? `, ${id}` : ''})`;
}
