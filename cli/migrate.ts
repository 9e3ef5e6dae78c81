import type { Command } from 'commander';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { print, type JsonOption } from './terminal/print.ts';

export function migrate(io: Io): Command {
  return resultCommand(
    io,
    'migrate',
    'bring the database to this version, as a job before the processes start (docs/operating.md)',
  ).action(async (options: JsonOption) => {
    const { readEnvironment } = await import('../config/env.ts');
    const { migrateDatabase } = await import('../worker/connect-servers.ts');
    const say = (line: string): void => void io.err.write(`${line}\n`);
    const applied = await migrateDatabase(readEnvironment(io.environment), say);
    print(io, options, { applied }, () =>
      applied.length === 0
        ? 'The database is at this version already.'
        : `Applied ${applied.join(', ')}.`,
    );
  });
}
