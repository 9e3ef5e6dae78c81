import { Option, type Command } from 'commander';
import type { ContactSummary, Stage } from '../operations/views.ts';
import { InvalidInput } from '../domain/errors.ts';
import { exportContacts } from './contacts/export.ts';
import { importContacts } from './contacts/import.ts';
import { listProspects, startProspect } from './contacts/prospects.ts';
import { call, type Given } from './terminal/call.ts';
import { groupCommand, resultCommand } from './terminal/command.ts';
import { contactText } from './terminal/contact-text.ts';
import type { Io } from './terminal/io.ts';
import { parsePairs } from './terminal/parse-pairs.ts';
import {
  oneLine,
  print,
  spoken,
  table,
  when,
  type JsonOption,
  type Look,
} from './terminal/print.ts';
import { standing } from './steer.ts';

export function contact(io: Io): Command {
  const operations = [
    add(io),
    importContacts(io),
    exportContacts(io),
    listProspects(io),
    startProspect(io),
    listContacts(io),
    show(io),
    edit(io),
    remove(io),
    reopen(io),
  ];
  return groupCommand(io, 'contact', 'the people you write to', operations);
}

type Facts = JsonOption &
  Omit<Given<'editContact'>, 'ref' | 'topics' | 'set'> & {
    readonly topic?: readonly string[];
    readonly set?: readonly string[];
  };
type NewFacts = Facts & Pick<Given<'addContact'>, 'email' | 'name' | 'mailbox'>;

function add(io: Io): Command {
  return withFacts(resultCommand(io, 'add', 'add a person and start the journey'))
    .requiredOption('--email <address>', 'where to write to')
    .requiredOption('--name <text>', 'the name of the person')
    .option(
      '--mailbox <mailbox>',
      'id or address of the mailbox to write from, when there are several',
    )
    .option('--set <KEY=VALUE...>', 'settings of this journey alone, such as nudgeAfter=P10D')
    .action(async ({ json, ...facts }: NewFacts) => {
      const added = await call(io, 'addContact', inputOf(facts));
      print(io, json ? { json } : {}, added, standing);
    });
}

function edit(io: Io): Command {
  return withFacts(resultCommand(io, 'edit', 'correct what is known of a person'))
    .argument('<contact>', 'id or address')
    .option('--email <address>', 'where to write to')
    .option('--name <text>', 'the name of the person')
    .option('--set <KEY=VALUE...>', 'settings of this journey alone')
    .action(async (ref: string, { json, ...facts }: Facts) => {
      if (Object.keys(facts).length === 0)
        throw new InvalidInput('Name what to change: "rapport contact edit --help" lists it.');
      const edited = await call(io, 'editContact', { ref, ...inputOf(facts) });
      print(io, json ? { json } : {}, edited, standing);
    });
}

function withFacts(command: Command): Command {
  return command
    .option('--company <text>', 'where the person works')
    .option('--role <text>', 'what the person does')
    .option('--path <text>', 'from which role to which')
    .option('--found-through <text>', 'LinkedIn, alumni, an association, an event, …')
    .option('--shared-affiliation <text>', 'what you have in common')
    .option('--referred-by <name>', 'who pointed you to the person')
    .option('--admire <text>', 'what stayed with you: "how you moved into product"')
    .option('--wrote <text>', 'something the person wrote or made')
    .option('--notes <text>', 'anything else, for yourself')
    .option('--topic <text...>', 'what you want to ask about, up to three')
    .option('--time-zone <zone>', 'such as America/New_York')
    .option('--language <tag>', 'such as en or de')
    .option('--address-as <form>', 'how a letter addresses them, such as Frau, Dr. or Mme')
    .addOption(
      new Option('--formality <form>', 'Sie or du, vous or tu').choices(['formal', 'informal']),
    )
    .option('--accepted <FIELD:RULE...>', 'findings about notes that are fine as they are')
    .option('--pinned <field...>', 'notes that stay in the letter, whatever its length')
    .option('--country <code>', 'two letters, for public holidays');
}

/** `--topic` and `--set` have other forms in the API. */
function inputOf<Options extends Pick<Facts, 'topic' | 'set'>>({ topic, set, ...facts }: Options) {
  return {
    ...facts,
    topics: topic,
    set: set === undefined ? undefined : parsePairs(set),
  };
}

function listContacts(io: Io): Command {
  return resultCommand(io, 'list', 'list everybody, or those you look for')
    .addOption(new Option('--stage <stage>', 'only those who are there').choices(stages))
    .option('--search <text>', 'part of a name, an address or a company')
    .action(async ({ stage, search, ...options }: ListOptions) => {
      const found = await call(io, 'listContacts', { stage, search });
      const chosen = stage !== undefined || search !== undefined;
      print(io, options, found, (contacts, look) => contactTable(contacts, chosen, look));
    });
}

type ListOptions = JsonOption & { readonly stage?: string; readonly search?: string };

const stages = [
  'drafting',
  'awaiting_approval',
  'scheduled',
  'waiting',
  'in_conversation',
  'meeting',
  'thank_you',
  'keeping_in_touch',
  'paused',
  'closed',
] as const satisfies readonly Stage[];

function contactTable(contacts: readonly ContactSummary[], chosen: boolean, look: Look): string {
  return table(
    ['NAME', 'ADDRESS', 'COMPANY', 'STAGE', 'NEXT'],
    contacts.map((row) => [
      row.name,
      row.email,
      row.company ?? '',
      spoken(row.outcome ? `${row.stage} (${row.outcome})` : row.stage),
      row.next ? `${when(row.next.at)} ${row.next.why}` : (row.waitingFor ?? ''),
    ]),
    chosen
      ? 'Nobody on the list is like that.'
      : 'Nobody is on the list yet. "rapport contact add --help" says how to add somebody.',
    look,
  );
}

function show(io: Io): Command {
  return resultCommand(io, 'show', 'show a person, the conversation and what comes next')
    .argument('<contact>', 'id or address')
    .action(async (ref: string, options: JsonOption) => {
      print(io, options, await call(io, 'showContact', { ref }), contactText);
    });
}

function remove(io: Io): Command {
  return resultCommand(io, 'remove', 'end the journey and forget the person')
    .argument('<contact>', 'id or address')
    .option('--anyway', 'also while an invitation to them stands')
    .action(async (ref: string, options: JsonOption & { readonly anyway?: boolean }) => {
      const removed = await call(io, 'removeContact', { ref, anyway: options.anyway });
      print(io, options, removed, () => `${oneLine(ref)} is removed.`);
    });
}

function reopen(io: Io): Command {
  return resultCommand(io, 'reopen', 'begin a closed journey again')
    .argument('<contact>', 'id or address')
    .action(async (ref: string, options: JsonOption) => {
      print(io, options, await call(io, 'reopenContact', { ref }), standing);
    });
}
