import { CommanderError, type Command } from 'commander';
import { InvalidInput, Conflict } from '../domain/errors.ts';
import { newCommand } from './terminal/command.ts';
import { commandGroups, commands, type CommandEntry } from './commands.ts';
import { addExamples } from './terminal/examples.ts';
import { Failed } from './terminal/failed.ts';
import type { Io } from './terminal/io.ts';
import { safe } from './terminal/print.ts';

/**
 * Runs one command line and returns the exit code: 0, 1 when it failed, 2 when it was misused.
 * Only the file of the named command is loaded: a reading command should cost little more than Node itself.
 */
export async function run(words: readonly string[], io: Io): Promise<number> {
  try {
    await (await program(words, io)).parseAsync([...words], { from: 'user' });
    return 0;
  } catch (error) {
    const code = exitCodeOf(error, io);
    // A script reads one JSON value, whatever became of its command.
    if (code !== 0 && words.includes('--json') && !(error instanceof Failed))
      io.out.write(`${JSON.stringify({ error: failureOf(error, code) })}\n`);
    return code;
  }
}

function failureOf(error: unknown, exitCode: number): object {
  const message = error instanceof Error ? error.message : String(error);
  const field = error instanceof InvalidInput ? error.field : undefined;
  return { message: message.replace(/^error: /, ''), exitCode, ...(field ? { field } : {}) };
}

async function program(words: readonly string[], io: Io): Promise<Command> {
  const root = newCommand(io, 'rapport', 'Informational interviews from your own mailbox')
    .helpCommand('help [command]', 'say how a command is used')
    .version(await versionIfAsked(words), '-V, --version', 'say which version this is');
  const named = words.find((word) => Object.hasOwn(commands, word));
  for (const [heading, group] of Object.entries(commandGroups)) {
    root.commandsGroup(`${heading}:`);
    for (const [name, { summary, load }] of Object.entries<CommandEntry>(group))
      root.addCommand(
        name === named ? addExamples((await load())(io)) : newCommand(io, name, summary),
      );
  }
  addExamples(root);
  return root;
}

async function versionIfAsked(words: readonly string[]): Promise<string> {
  if (words[0] !== '-V' && words[0] !== '--version') return '';
  const { rapportVersion } = await import('../config/version.ts');
  return rapportVersion();
}

function exitCodeOf(error: unknown, io: Io): number {
  // Commander has said what is wrong; help that was asked for is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Failed) return 1;
  if (error instanceof InvalidInput || error instanceof Conflict) {
    io.err.write(`${safe(error.message)}\n`);
    return error instanceof InvalidInput ? 2 : 1;
  }
  const said = error instanceof Error ? error.message : String(error);
  io.err.write(`Something inside Rapport failed: ${safe(said)}\n`);
  if (io.environment.LOG_LEVEL === 'debug' && error instanceof Error)
    io.err.write(`${safe(error.stack ?? '')}\n`);
  return 1;
}
