import type { Command } from 'commander';
import type { ContactSummary } from '../operations/views.ts';
import { InvalidInput } from '../domain/errors.ts';
import { call } from './terminal/call.ts';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { parseTimeOption } from './terminal/parse-time.ts';
import { oneLine, print, spoken, when, type JsonOption } from './terminal/print.ts';

type Options = JsonOption & { readonly all?: boolean };

export function pause(io: Io): Command {
  return steering(io, 'pause', 'hold a journey until you resume it').action(
    (contact: string | undefined, options: Options) =>
      steer(io, contact, options, {
        one: (ref) => call(io, 'pause', { ref }),
        all: () => call(io, 'pauseAll', {}),
      }),
  );
}

export function resume(io: Io): Command {
  return steering(io, 'resume', 'let a paused or snoozed journey go on').action(
    (contact: string | undefined, options: Options) =>
      steer(io, contact, options, {
        one: (ref) => call(io, 'resume', { ref }),
        all: () => call(io, 'resumeAll', {}),
      }),
  );
}

type StopOptions = Options & { readonly keepMeeting?: boolean };

export function stop(io: Io): Command {
  return steering(io, 'stop', 'end a journey; with --all nothing at all is sent any more')
    .option('--keep-meeting', 'a conversation that is agreed stands')
    .action((contact: string | undefined, { keepMeeting, ...options }: StopOptions) =>
      steer(io, contact, options, {
        one: (ref) => call(io, 'stop', { ref, keepMeeting }),
        all: () => call(io, 'stopAll', {}),
      }),
    );
}

export function snooze(io: Io): Command {
  return steering(io, 'snooze', 'hold a journey until a date')
    .requiredOption('--until <time>', 'RFC 3339, a date, or words ("monday", "in two weeks")')
    .action(async (contact: string | undefined, options: Options & { readonly until: string }) => {
      checkWho(contact, options);
      const until = await parseTimeOption(io, '--until', options.until);
      if (new Date(until) <= io.now())
        throw new InvalidInput(`Could not snooze until ${when(until)}: that is in the past.`);
      await steer(io, contact, options, {
        one: (ref) => call(io, 'snooze', { ref, until }),
        all: () => call(io, 'snoozeAll', { until }),
      });
    });
}

function steering(io: Io, name: string, summary: string): Command {
  return resultCommand(io, name, summary)
    .argument('[contact]', 'id or address')
    .option('--all', 'everybody');
}

type Ask = {
  readonly one: (ref: string) => Promise<ContactSummary>;
  readonly all: () => Promise<{ readonly contacts: number }>;
};

async function steer(
  io: Io,
  contact: string | undefined,
  options: Options,
  ask: Ask,
): Promise<void> {
  checkWho(contact, options);
  if (contact !== undefined) return print(io, options, await ask.one(contact), standing);
  print(io, options, await ask.all(), ({ contacts }) => `Done. Contacts: ${contacts}.`);
}

/** Where a journey is, as a sentence. */
export function standing({ name, stage, outcome, next, waitingFor }: ContactSummary): string {
  const state = outcome ? `${spoken(stage)} (${spoken(outcome)})` : spoken(stage);
  const then = next ? `; ${oneLine(next.why)}: ${when(next.at)}` : '';
  const waits = waitingFor ? `; ${oneLine(waitingFor)}` : '';
  return `${oneLine(name)}: ${state}${then}${waits}.`;
}

function checkWho(contact: string | undefined, { all }: Options): void {
  if ((contact === undefined) === (all === undefined))
    throw new InvalidInput('Name one contact (id or address), or give --all.');
}
