import { InvalidArgumentError, type Command } from 'commander';
import { resultCommand, wholeNumber } from './terminal/command.ts';
import { Failed } from './terminal/failed.ts';
import type { Io } from './terminal/io.ts';
import { print, spoken, table, type JsonOption } from './terminal/print.ts';

type Options = JsonOption & { readonly contacts: number; readonly keep?: boolean };

export function rehearse(io: Io): Command {
  return resultCommand(io, 'rehearse', 'play a month with simulated contacts, in about a minute')
    .option('--contacts <number>', 'how many people to write to, 1 to 500', crowd, 15)
    .option('--keep', 'keep the data folder of the rehearsal, and say where it is')
    .action(async ({ contacts, keep = false, ...options }: Options) => {
      const [{ readEnvironment }, embedded] = await Promise.all([
        import('../config/env.ts'),
        import('../worker/rehearsal/rehearse.ts'),
      ]);
      const environment = readEnvironment(io.environment);
      const say = (line: string): void => void io.err.write(`${line}\n`);
      const { signal, release } = untilInterrupted(say);
      try {
        const rehearsed = await embedded.rehearse({ environment, contacts, keep, signal, say });
        print(io, options, rehearsed.results, (results) =>
          table(
            ['contact', 'behaviour', 'outcome', 'mails'],
            results.map((each) => [
              each.contact,
              spoken(each.behaviour),
              spoken(each.outcome),
              String(each.mails),
            ]),
            '',
          ),
        );
        for (const mistake of rehearsed.mistakes) say(`WRONG  ${mistake}`);
        if (rehearsed.mistakes.length > 0) throw new Failed();
        say(
          `${rehearsed.sent} mails went out: none unapproved, none twice, none after an answer. Everybody was treated as they should be.`,
        );
      } catch (error) {
        if (!signal.aborted) throw error;
        say('The rehearsal was broken off; nothing of it is left running.');
        throw new Failed();
      } finally {
        release();
      }
    });
}

function crowd(text: string): number {
  const number = wholeNumber(text);
  if (number >= 1 && number <= 500) return number;
  throw new InvalidArgumentError('Give a number from 1 to 500.');
}

/** The first Ctrl-C lets everything be put away; a second one ends the process at once. */
function untilInterrupted(say: (line: string) => void) {
  const abort = new AbortController();
  const interrupted = (): void => {
    if (abort.signal.aborted) process.exit(130);
    say('Putting the stage away');
    abort.abort();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, interrupted);
  return {
    signal: abort.signal,
    release: () => {
      for (const signal of signals) process.off(signal, interrupted);
    },
  };
}
