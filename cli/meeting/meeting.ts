import type { Command } from 'commander';
import type { ListedMeeting } from '../../operations/meetings/list-meetings.ts';
import type { MeetingResult } from '../../operations/meeting-view.ts';
import { call } from '../terminal/call.ts';
import { groupCommand, resultCommand, wholeNumber } from '../terminal/command.ts';
import type { Io } from '../terminal/io.ts';
import { parseTimeOption } from '../terminal/parse-time.ts';
import { oneLine, print, spoken, table, when, type JsonOption } from '../terminal/print.ts';
import { record } from './record.ts';

export function meeting(io: Io): Command {
  return groupCommand(io, 'meeting', 'agree on conversations, move and cancel them', [
    confirm(io),
    reschedule(io),
    cancel(io),
    record(io),
    list(io),
    show(io),
    event(io),
  ]);
}

type ChangeOptions = JsonOption & {
  readonly at?: string;
  readonly minutes?: number;
  readonly format?: string;
  readonly where?: string;
  /** `--no-mail` as commander has it. */
  readonly mail: boolean;
};

function confirm(io: Io): Command {
  return withChange(resultCommand(io, 'confirm', 'agree on a time, with a calendar invitation'))
    .option('--at <time>', 'without it: the one time that their mail names for sure')
    .action((ref: string, options: ChangeOptions) => agree(io, 'confirmMeeting', ref, options));
}

function reschedule(io: Io): Command {
  return withChange(resultCommand(io, 'reschedule', 'move what is agreed, or change its place'))
    .option('--at <time>', 'without it the time stays')
    .action((ref: string, options: ChangeOptions) => agree(io, 'rescheduleMeeting', ref, options));
}

function withChange(command: Command): Command {
  return command
    .argument('<contact>', 'id or address')
    .option('--minutes <number>', 'from 1 to 480', wholeNumber)
    .option('--format <format>', 'call, video, phone or coffee')
    .option('--where <text>', 'a link, an address or a telephone number')
    .option('--no-mail', 'agreed elsewhere: nothing is drafted');
}

async function agree(
  io: Io,
  operation: 'confirmMeeting' | 'rescheduleMeeting',
  ref: string,
  { json, mail, at, ...change }: ChangeOptions,
): Promise<void> {
  const agreed = await call(io, operation, {
    ref,
    ...change,
    at: at === undefined ? undefined : await parseTimeOption(io, '--at', at),
    noMail: !mail,
  });
  print(io, json ? { json } : {}, agreed, standing);
}

function cancel(io: Io): Command {
  return resultCommand(io, 'cancel', 'cancel what is agreed')
    .argument('<contact>', 'id or address')
    .option('--why <text>', 'as it follows "because": a seminar was moved')
    .option('--no-mail', 'they know already: nothing is drafted')
    .action(
      async (
        ref: string,
        { json, why, mail }: JsonOption & { readonly why?: string; readonly mail: boolean },
      ) => {
        const cancelled = await call(io, 'cancelMeeting', { ref, why, noMail: !mail });
        print(io, json ? { json } : {}, cancelled, standing);
      },
    );
}

function list(io: Io): Command {
  return resultCommand(io, 'list', 'list your conversations').action(
    async (options: JsonOption) => {
      print(io, options, await call(io, 'listMeetings', {}), (meetings, look) =>
        table(
          ['WHEN', 'WITH', 'MINUTES', 'HOW', 'STATE', 'THEIR ANSWER'],
          meetings.map((row) => [
            when(row.at),
            row.contactName,
            String(row.minutes),
            [row.format, row.where].filter((each) => each !== null).join(', '),
            spoken(row.state),
            row.state === 'confirmed' ? spoken(row.attendance) : '',
          ]),
          'No conversation is agreed yet.',
          look,
        ),
      );
    },
  );
}

function event(io: Io): Command {
  return resultCommand(io, 'event', 'print what is agreed as an .ics file for your own calendar')
    .argument('<contact>', 'id or address')
    .action(async (ref: string, options: JsonOption) => {
      print(io, options, await call(io, 'showEvent', { ref }), ({ text }) => text.trimEnd());
    });
}

function show(io: Io): Command {
  return resultCommand(io, 'show', 'show the conversation with a person')
    .argument('<contact>', 'id or address')
    .action(async (ref: string, options: JsonOption) => {
      print(io, options, await call(io, 'showMeeting', { ref }), told);
    });
}

export function slots(io: Io): Command {
  return resultCommand(io, 'slots', 'list times at which you could talk')
    .option('--contact <contact>', 'id or address: also on their clock')
    .option('--count <number>', 'how many', wholeNumber)
    .action(
      async ({
        json,
        contact,
        count,
      }: JsonOption & { readonly contact?: string; readonly count?: number }) => {
        const found = await call(io, 'listSlots', { contact, count });
        print(io, json ? { json } : {}, found, (times) =>
          table(
            ['YOURS', 'THEIRS'],
            times.map(({ yours, theirs }) => [yours, theirs ?? '']),
            'No time is free within your meeting hours, the notice and the horizon.',
          ),
        );
      },
    );
}

export function propose(io: Io): Command {
  return resultCommand(io, 'propose', 'draft a mail that offers times')
    .argument('<contact>', 'id or address')
    .option('--slot <time...>', 'times of your choice; without them free ones are found')
    .option('--minutes <number>', 'how long, from 1 to 480', wholeNumber)
    .action(
      async (
        ref: string,
        {
          json,
          slot,
          minutes,
        }: JsonOption & { readonly slot?: readonly string[]; readonly minutes?: number },
      ) => {
        const times: string[] = [];
        for (const each of slot ?? []) times.push(await parseTimeOption(io, '--slot', each));
        const draft = await call(io, 'proposeTimes', {
          ref,
          slots: slot === undefined ? undefined : times,
          minutes,
        });
        print(io, json ? { json } : {}, draft, ({ state, contactName, findings }) =>
          state === 'held'
            ? `The draft to ${oneLine(contactName)} is held. ${findings.map(({ message }) => oneLine(message)).join(' ')}`
            : `The times for ${oneLine(contactName)} are drafted and wait for your approval.`,
        );
      },
    );
}

function standing(result: MeetingResult): string {
  const next =
    result.draftId === null
      ? 'Nothing was drafted.'
      : 'The mail that says so waits for your approval.';
  const clash =
    result.clash === null ? '' : ` Something else is at that time: ${oneLine(result.clash)}.`;
  return `${told(result)} ${next}${clash}`;
}

function told(meeting: ListedMeeting): string {
  const how = [meeting.format, meeting.where].filter((each) => each !== null).join(', ');
  const place = how === '' ? '' : `, ${oneLine(how)}`;
  return `${oneLine(meeting.contactName)}: ${when(meeting.at)}, ${meeting.minutes} minutes${place}: ${spoken(meeting.state)}.`;
}
