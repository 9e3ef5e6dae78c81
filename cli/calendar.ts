import { basename } from 'node:path';
import type { Command } from 'commander';
import { parseTimeZone } from '../domain/contact.ts';
import { InvalidInput } from '../domain/errors.ts';
import type { BusyTime, CalendarReading } from '../domain/meeting/feed/busy-times.ts';
import type { CalendarView } from '../operations/calendars/calendar-view.ts';
import { call } from './terminal/call.ts';
import { groupCommand, resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { parseTimeIn } from './terminal/parse-time.ts';
import { oneLine, print, spoken, table, when, type JsonOption } from './terminal/print.ts';

export function calendar(io: Io): Command {
  return groupCommand(io, 'calendar', 'your calendars, whose busy times are never offered', [
    add(io),
    list(io),
    remove(io),
    read(io),
    link(io),
  ]);
}

function add(io: Io): Command {
  return resultCommand(io, 'add', 'add a calendar by its secret address, or a file')
    .argument('<address-or-file>', 'https://….ics, or an .ics file, which is read once')
    .option('--name <text>', 'how to call it')
    .action(async (what: string, { json, name }: JsonOption & { readonly name?: string }) => {
      const body = /^[a-z]+:\/\//i.test(what)
        ? { url: what, name }
        : { text: await fileText(io, what), name: name ?? basename(what) };
      print(io, json ? { json } : {}, await call(io, 'addCalendar', body), standing);
    });
}

function list(io: Io): Command {
  return resultCommand(io, 'list', 'list your calendars').action(async (options: JsonOption) => {
    print(io, options, await call(io, 'listCalendars', {}), (calendars, look) =>
      table(
        ['ID', 'NAME', 'FROM', 'STATE', 'LAST READ'],
        calendars.map((row) => [
          row.calendarId,
          row.name,
          row.host ?? 'a file',
          row.detail ?? spoken(row.state),
          when(row.lastReadAt),
        ]),
        'No calendar is added yet: only your meeting hours say when you are free.',
        look,
      ),
    );
  });
}

function remove(io: Io): Command {
  return resultCommand(io, 'remove', 'forget a calendar')
    .argument('<id>', 'as "rapport calendar list" shows it')
    .action(async (id: string, options: JsonOption) => {
      const removed = await call(io, 'removeCalendar', { calendarId: id });
      print(io, options, removed, ({ name }) => `The calendar ${oneLine(name)} is forgotten.`);
    });
}

function link(io: Io): Command {
  return resultCommand(io, 'link', 'show the address of a calendar with your agreed meetings')
    .option('--renew', 'make a new address; the old one stops working')
    .action(async ({ json, renew }: JsonOption & { readonly renew?: boolean }) => {
      const made = await call(io, 'linkCalendar', { renew });
      print(io, json ? { json } : {}, made, ({ url, reachable }) =>
        reachable
          ? url
          : `${url}\nOnly programs on this machine can fetch it. Google and Outlook on the web cannot: import the file of each meeting there instead.`,
      );
    });
}

/** As added, as a sentence. */
function standing({ name, state, detail }: CalendarView): string {
  const title = oneLine(name);
  return state === 'read'
    ? `The calendar ${title} was read to its end. Its busy times are not offered.`
    : `The calendar ${title} is added. ${oneLine(detail ?? '')}`;
}

/** Throws InvalidInput when there is no such file, or it is too large to be read. */
async function fileText(io: Io, file: string): Promise<string> {
  const { readCalendarText } = await import('./files/calendar-file.ts');
  return readCalendarText(io, file);
}

type ReadOptions = JsonOption & {
  readonly from?: string;
  readonly to?: string;
  readonly timeZone?: string;
  readonly address?: readonly string[];
};

function read(io: Io): Command {
  return resultCommand(io, 'read', 'say what Rapport sees in a calendar file')
    .argument('<file>', 'an .ics file, or - for the standard input')
    .option('--from <time>', 'RFC 3339, a date, or words; now without it')
    .option('--to <time>', '60 days after --from without it')
    .option('--time-zone <zone>', 'yours, for whole days; that of this machine without it')
    .option('--address <address...>', 'your own, to know which invitations you declined')
    .action(async (file: string, options: ReadOptions) => {
      const timeZone = parseTimeZone(options.timeZone ?? systemZone());
      const window = await windowOf(io, options, timeZone);
      const { readCalendarFile } = await import('./files/calendar-file.ts');
      const reading = await readCalendarFile(io, file, {
        ...window,
        timeZone,
        ownAddresses: options.address ?? [],
      });
      if (reading.problem !== undefined)
        io.err.write(`The calendar could not be read to its end: ${oneLine(reading.problem)}.\n`);
      print(io, options, shown(reading), ({ busy }) => timesText(busy, timeZone));
    });
}

type Shown = {
  readonly complete: boolean;
  readonly busy: readonly {
    readonly start: string;
    readonly end: string;
    readonly allDay: boolean;
    readonly summary: string;
  }[];
};

function shown({ complete, busy }: CalendarReading): Shown {
  return {
    complete,
    busy: busy.map(({ start, end, allDay, summary }: BusyTime) => ({
      start: start.toISOString(),
      end: end.toISOString(),
      allDay,
      summary,
    })),
  };
}

async function windowOf(
  io: Io,
  options: ReadOptions,
  timeZone: string,
): Promise<{ readonly from: Date; readonly to: Date }> {
  const where = { now: io.now(), timeZone };
  const from =
    options.from === undefined
      ? io.now()
      : new Date(await parseTimeIn('--from', options.from, where));
  const to =
    options.to === undefined
      ? new Date(from.getTime() + 60 * day)
      : new Date(await parseTimeIn('--to', options.to, where));
  if (to <= from) throw new InvalidInput('--to must be later than --from.');
  if (to.getTime() - from.getTime() > 400 * day)
    throw new InvalidInput('Between --from and --to there can be at most 400 days.');
  return { from, to };
}

const day = 86_400_000;

function systemZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function timesText(busy: Shown['busy'], timeZone: string): string {
  if (busy.length === 0) return 'Nothing in it takes your time.';
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return busy
    .map(({ start, end, summary }) => {
      const times = `${clock.format(new Date(start))} to ${clock.format(new Date(end))}`;
      return `${times}  ${oneLine(summary)}`.trimEnd();
    })
    .join('\n');
}
