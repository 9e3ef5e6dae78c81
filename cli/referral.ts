import type { Command } from 'commander';
import type { ReferralView } from '../operations/referrals/present-referral.ts';
import { call } from './terminal/call.ts';
import { groupCommand, resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { parsePairs } from './terminal/parse-pairs.ts';
import { oneLine, print, spoken, table, type JsonOption } from './terminal/print.ts';

export function referral(io: Io): Command {
  return groupCommand(io, 'referral', 'the people whom your contacts pointed you to', [
    listReferrals(io),
    add(io),
    accept(io),
    dismiss(io),
  ]);
}

function listReferrals(io: Io): Command {
  return resultCommand(io, 'list', 'list them, the newest first').action(
    async (options: JsonOption) => {
      print(io, options, await call(io, 'listReferrals', {}), (found, look) =>
        table(
          ['ID', 'NAME', 'ADDRESS', 'FROM', 'STATE', 'WHY'],
          found.map(({ id, name, email, introducerName, state, why }) => [
            id,
            name,
            email ?? '-',
            introducerName,
            state,
            why ?? '',
          ]),
          'Nobody has pointed you to anybody yet.',
          look,
        ),
      );
    },
  );
}

function add(io: Io): Command {
  return resultCommand(io, 'add', 'note somebody whom a contact pointed you to')
    .argument('<contact>', 'who pointed, by id or address')
    .requiredOption('--person <person>', '"NAME <ADDRESS>: WHY"; the name alone is enough')
    .action(
      async (contact: string, { person, ...options }: JsonOption & { readonly person: string }) => {
        print(io, options, await call(io, 'addReferral', { ref: contact, person }), standing);
      },
    );
}

type AcceptOptions = JsonOption & {
  readonly topic?: readonly string[];
  readonly set?: readonly string[];
};

function accept(io: Io): Command {
  return resultCommand(
    io,
    'accept',
    'make a contact of a referral; the first mail names the introducer',
  )
    .argument('<referral>', 'its id')
    .option('--email <address>', 'where to write to, when it is not known')
    .option('--name <text>', 'the name, when it was not whole')
    .option('--company <text>', 'where the person works')
    .option('--role <text>', 'what the person does')
    .option('--admire <text>', 'what you admire')
    .option('--topic <text...>', 'what you want to ask about, up to three')
    .option('--time-zone <zone>', 'such as America/New_York')
    .option('--language <tag>', 'such as en or de')
    .option('--mailbox <mailbox>', 'id or address of the mailbox to write from')
    .option('--set <KEY=VALUE...>', 'settings of this journey alone')
    .action(async (id: string, { json, topic, set, ...facts }: AcceptOptions) => {
      const done = await call(io, 'acceptReferral', {
        id,
        ...facts,
        topics: topic,
        set: set === undefined ? undefined : parsePairs(set),
      });
      print(io, json ? { json } : {}, done, ({ contactId, existing }) =>
        existing
          ? `Linked to the contact you have: ${contactId}. No second first mail is written.`
          : `Added as a contact: ${contactId}. The first mail is drafted for your approval.`,
      );
    });
}

function dismiss(io: Io): Command {
  return resultCommand(io, 'dismiss', 'leave a referral alone')
    .argument('<referral>', 'its id')
    .action(async (id: string, options: JsonOption) => {
      print(io, options, await call(io, 'dismissReferral', { id }), standing);
    });
}

function standing({ id, name, introducerName, state }: ReferralView): string {
  return `${oneLine(name)}, from ${oneLine(introducerName)}: ${spoken(state)} (${id}).`;
}
