import type { Command } from 'commander';
import type { ProspectView } from '../../operations/prospects/prospect-view.ts';
import { standing } from '../steer.ts';
import { call } from '../terminal/call.ts';
import { resultCommand } from '../terminal/command.ts';
import type { Io } from '../terminal/io.ts';
import { parsePairs } from '../terminal/parse-pairs.ts';
import { print, table, type JsonOption } from '../terminal/print.ts';

type ListOptions = JsonOption & { readonly batch?: string; readonly search?: string };

export function listProspects(io: Io): Command {
  return resultCommand(io, 'prospects', 'list the imported people whose journey was not started')
    .option('--batch <import>', 'those of one import')
    .option('--search <text>', 'part of a name, an address or a company')
    .action(async ({ batch, search, ...options }: ListOptions) => {
      print(io, options, await call(io, 'listProspects', { batch, search }), prospectTable);
    });
}

function prospectTable(prospects: readonly ProspectView[]): string {
  return table(
    ['NAME', 'ADDRESS', 'COMPANY', 'ROLE', 'ID'],
    prospects.map(({ name, email, company, role, prospectId }) => [
      name ?? '',
      email ?? '',
      company ?? '',
      role ?? '',
      prospectId,
    ]),
    'Nobody is there. "rapport contact import --help" says how to bring people in.',
  );
}

type StartOptions = JsonOption & {
  readonly email?: string;
  readonly name?: string;
  readonly mailbox?: string;
  readonly set?: readonly string[];
};

export function startProspect(io: Io): Command {
  return resultCommand(io, 'start', 'make a contact of an imported person and start the journey')
    .argument('<prospect>', 'id or address')
    .option('--email <address>', 'where to write to, when the file did not say')
    .option('--name <text>', 'the name of the person, when the file did not say')
    .option('--mailbox <mailbox>', 'id or address of the mailbox to write from')
    .option('--set <KEY=VALUE...>', 'settings of this journey alone')
    .action(async (ref: string, { json, set, ...given }: StartOptions) => {
      const started = await call(io, 'startProspect', {
        ref,
        ...given,
        set: set === undefined ? undefined : parsePairs(set),
      });
      print(io, json ? { json } : {}, started, standing);
    });
}
