import type { Command } from 'commander';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { print, when, type JsonOption } from './terminal/print.ts';
import {
  passphraseFlag,
  readPassphrase,
  type PassphraseOption,
} from './terminal/read-passphrase.ts';

export function restore(io: Io): Command {
  return resultCommand(io, 'restore', 'make a new data folder of a backup')
    .argument('<file>', 'what "rapport backup" has written')
    .option(...passphraseFlag)
    .action(async (file: string, options: JsonOption & PassphraseOption) => {
      const { readEnvironment } = await import('../config/env.ts');
      const embedded = await import('../backup/restore.ts');
      const restored = await embedded.restore({
        environment: readEnvironment(io.environment),
        file,
        askPassphrase: () => readPassphrase(io, options, { twice: false }),
        say: (line) => io.err.write(`${line}\n`),
      });
      print(io, options, restored, ({ dataFolder, madeAt, needsSecretKey }) =>
        [
          `Restored the backup of ${when(madeAt)} into ${dataFolder}.`,
          ...(needsSecretKey ? ['Start it with the same RAPPORT_SECRET_KEY as before.'] : []),
          'Nothing is sent from it until you resume everything; start it and read why under "Needs you".',
        ].join('\n'),
      );
    });
}
