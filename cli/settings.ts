import type { Command } from 'commander';
import { call } from './terminal/call.ts';
import { groupCommand, resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { parsePairs } from './terminal/parse-pairs.ts';
import { list, print, type JsonOption } from './terminal/print.ts';

type Settings = Readonly<Record<string, string | number | boolean>>;

export function settings(io: Io): Command {
  return groupCommand(io, 'settings', 'the cadence of journeys', [show(io), set(io), apply(io)]);
}

function show(io: Io): Command {
  return resultCommand(io, 'show', 'show all settings').action(async (options: JsonOption) => {
    print(io, options, await call(io, 'showSettings', {}), words);
  });
}

function set(io: Io): Command {
  return resultCommand(io, 'set', 'change settings for contacts added from now on')
    .argument('<KEY=VALUE...>', 'such as nudgeAfter=P10D maxNudges=1')
    .action(async (pairs: readonly string[], options: JsonOption) => {
      const changed = await call(io, 'changeSettings', { settings: parsePairs(pairs) });
      print(io, options, changed, words);
    });
}

function apply(io: Io): Command {
  return resultCommand(io, 'apply', 'extend the settings to journeys under way').action(
    async (options: JsonOption) => {
      const done = await call(io, 'applySettings', {});
      print(
        io,
        options,
        done,
        ({ contacts }) => `Contacts that follow the settings now: ${contacts}.`,
      );
    },
  );
}

function words(found: Settings): string {
  return list(Object.entries(found).map(([key, value]) => [key, String(value)]));
}
