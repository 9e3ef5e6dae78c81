import type { Command } from 'commander';
import { call } from './terminal/call.ts';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { print, table, type JsonOption } from './terminal/print.ts';

type Options = JsonOption & {
  readonly role: string;
  readonly company?: string;
  readonly dryRun?: boolean;
};

export function landed(io: Io): Command {
  return resultCommand(io, 'landed', 'you found a role: draft a note to everybody who helped')
    .requiredOption('--role <text>', 'the role, as it follows "I will be working as"')
    .option('--company <text>', 'where')
    .option('--dry-run', 'only list who would be told')
    .action(async (options: Options) => {
      const { role, company, dryRun } = options;
      print(io, options, await call(io, 'tellOfNewRole', { role, company, dryRun }), (told) =>
        table(
          ['NAME', 'DRAFT'],
          told.map(({ name, draftId }) => [name, draftId ?? '-']),
          'Nobody has answered, met you or introduced somebody yet.',
        ),
      );
    });
}
