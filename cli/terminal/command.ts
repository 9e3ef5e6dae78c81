import { Command, InvalidArgumentError } from 'commander';
import type { Io } from './io.ts';
import { safe } from './print.ts';

/** A command that writes where `io` says and throws CommanderError where commander would exit. */
export function newCommand(io: Io, name: string, summary: string): Command {
  return (
    new Command(name)
      .description(summary)
      .exitOverride()
      // What follows the name of a subcommand is for the subcommand: both may have --json.
      .enablePositionalOptions()
      .configureOutput({
        writeOut: (text) => io.out.write(text),
        // It repeats what was typed, which may have come from a mail.
        writeErr: (text) => io.err.write(safe(text)),
        getOutHasColors: () => io.colours,
        getErrHasColors: () => io.colours,
      })
      .helpCommand(false)
  );
}

/** One that has a result. */
export function resultCommand(io: Io, name: string, summary: string): Command {
  return newCommand(io, name, summary).option('--json', 'print the result as one JSON value');
}

/** One whose work is done by its subcommands. */
export function groupCommand(
  io: Io,
  name: string,
  summary: string,
  subcommands: readonly Command[],
): Command {
  const group = newCommand(io, name, summary);
  for (const subcommand of subcommands) group.addCommand(subcommand);
  return group;
}

export function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number.');
}
