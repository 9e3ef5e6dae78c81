import type { Command } from 'commander';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { print, type JsonOption } from './terminal/print.ts';

export function stopServer(io: Io): Command {
  return resultCommand(io, 'stop-server', 'stop everything of this data folder, in order').action(
    async (options: JsonOption) => {
      const { readEnvironment } = await import('../config/env.ts');
      const stopping = await import('../worker/stop.ts');
      const stopped = await stopping.stopServer(readEnvironment(io.environment).data);
      print(io, options, { stopped }, () =>
        stopped ? 'Stopped.' : 'Rapport was not running on this data folder.',
      );
    },
  );
}
