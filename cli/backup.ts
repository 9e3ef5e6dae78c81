import type { Command } from 'commander';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { print, type JsonOption } from './terminal/print.ts';
import {
  passphraseFlag,
  readPassphrase,
  type PassphraseOption,
} from './terminal/read-passphrase.ts';

export function backup(io: Io): Command {
  return resultCommand(io, 'backup', 'save everything to a file, encrypted with a passphrase')
    .argument('<file>', 'where to write it')
    .option(...passphraseFlag)
    .action(async (file: string, options: JsonOption & PassphraseOption) => {
      const { readEnvironment } = await import('../config/env.ts');
      const embedded = await import('../backup/backup.ts');
      const environment = readEnvironment(io.environment);
      const say = (line: string): void => void io.err.write(`${line}\n`);
      const passphrase = await readPassphrase(io, options, { twice: true });
      const made = await embedded.backup({ environment, file, passphrase, say });
      print(
        io,
        options,
        made,
        ({ bytes }) =>
          `Wrote ${made.file} (${Math.ceil(bytes / 1024)} KiB). Without the passphrase nobody can read it, you included.`,
      );
    });
}
