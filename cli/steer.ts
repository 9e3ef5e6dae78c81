import type { Command } from 'commander';
import type { ContactSummary } from '../operations/views.ts';
import { InvalidInput } from '../domain/errors.ts';
import { call, path } from './terminal/call.ts';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { parseTimeOption } from './terminal/parse-time.ts';
import { oneLine, print, spoken, when, type JsonOption } from './terminal/print.ts';

type Operation = 'pause' | 'resume' | 'snooze' | 'stop';
type Options = JsonOption & { readonly all?: boolean };

export function pause(io: Io): Command {
  return steering(io, 'pause', 'hold a journey until you resume it').action(
    (contact: string | undefined, options: Options) => steer(io, 'pause', contact, options),
  );
}

export function resume(io: Io): Command {
  return steering(io, 'resume', 'let a paused or snoozed journey go on').action(
    (contact: string | undefined, options: Options) => steer(io, 'resume', contact, options),
  );
}

type StopOptions = Options & { readonly keepMeeting?: boolean };

export function stop(io: Io): Command {
  return steering(io, 'stop', 'end a journey; with --all nothing at all is sent any more')
    .option('--keep-meeting', 'a conversation that is agreed stands')
    .action((contact: string | undefined, { keepMeeting, ...options }: StopOptions) =>
      steer(io, 'stop', contact, options, contact === undefined ? {} : { keepMeeting }),
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
      await steer(io, 'snooze', contact, options, { until });
    });
}

function steering(io: Io, operation: Operation, summary: string): Command {
  return resultCommand(io, operation, summary)
    .argument('[contact]', 'id or address')
    .option('--all', 'everybody');
}

async function steer(
  io: Io,
  operation: Operation,
  contact: string | undefined,
  options: Options,
  body: object = {},
): Promise<void> {
  checkWho(contact, options);
  if (contact === undefined) {
    const done = await call<{ readonly contacts: number }>(io, {
      method: 'POST',
      path: path`/${operation}-all`,
      body,
    });
    print(io, options, done, ({ contacts }) => `Done. Contacts: ${contacts}.`);
    return;
  }
  const request = { method: 'POST', path: path`/contacts/${contact}/${operation}`, body } as const;
  print(io, options, await call<ContactSummary>(io, request), standing);
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
