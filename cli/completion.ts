import { Argument, type Command } from 'commander';
import { commands } from './commands.ts';
import { bashScript, fishScript, zshScript, type Word } from './files/completion-scripts.ts';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { print, type JsonOption } from './terminal/print.ts';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

export function completion(io: Io): Command {
  return resultCommand(io, 'completion', 'print a script that completes commands with the Tab key')
    .addArgument(new Argument('<shell>', 'the shell you use').choices(shells))
    .action(async (shell: Shell, options: JsonOption) => {
      const script = scripts[shell](await everyWord(io));
      print(io, options, { shell, script }, (made) => made.script);
    });
}

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/** What may follow what: '' for the program itself, 'contact' and 'contact add' for those. */
async function everyWord(io: Io): Promise<ReadonlyMap<string, readonly Word[]>> {
  const words = new Map<string, readonly Word[]>([
    ['', Object.entries(commands).map(([name, { summary }]) => ({ text: name, says: summary }))],
  ]);
  for (const [name, { load }] of Object.entries(commands)) {
    const command = name === 'completion' ? undefined : (await load())(io);
    if (command === undefined)
      words.set(
        name,
        shells.map((shell) => ({ text: shell, says: '' })),
      );
    else collect(command, name, words);
  }
  return words;
}

function collect(command: Command, path: string, words: Map<string, readonly Word[]>): void {
  const subcommands = command.commands.map((each) => ({
    text: each.name(),
    says: each.description(),
  }));
  const options = command.options.flatMap(({ long, description }) =>
    long ? [{ text: long, says: description }] : [],
  );
  words.set(path, [...subcommands, ...options, { text: '--help', says: 'say how it is used' }]);
  for (const subcommand of command.commands)
    collect(subcommand, `${path} ${subcommand.name()}`, words);
}
