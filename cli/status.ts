import type { Command } from 'commander';
import type { StatusView } from '../operations/views.ts';
import { call, NotRunning, runningInstance } from './terminal/call.ts';
import { resultCommand } from './terminal/command.ts';
import { Failed } from './terminal/failed.ts';
import type { Io } from './terminal/io.ts';
import { list, oneLine, print, spoken, when, type JsonOption } from './terminal/print.ts';

export function status(io: Io): Command {
  return resultCommand(io, 'status', 'say whether everything runs').action(
    async (options: JsonOption) => {
      try {
        const found = await call(io, 'status', {});
        print(io, options, { ...found, url: found.url ?? runningInstance(io).url }, words);
      } catch (error) {
        // Who asks by program gets the same shape from a Rapport that does not run.
        if (!(error instanceof NotRunning) || !options.json) throw error;
        print(io, options, stopped, words);
        io.err.write(`${error.message}\n`);
        throw new Failed();
      }
    },
  );
}

const stopped: StatusView = {
  ready: false,
  url: null,
  database: 'stopped',
  temporal: 'stopped',
  workers: 0,
  mailboxes: [],
  sendingStopped: null,
};

function words(found: StatusView): string {
  return [
    list([
      ['ready', found.ready ? 'yes' : 'no'],
      ['page', found.url ?? '-'],
      ['database', found.database],
      ['temporal', found.temporal],
      ['workers', String(found.workers)],
      ...found.mailboxes.map(
        ({ address, state, lastLookedAt }) =>
          [
            'mailbox',
            `${address}: ${spoken(state)}, last looked ${when(lastLookedAt) || 'never'}`,
          ] as const,
      ),
    ]),
    ...(found.sendingStopped ? [`Nothing is sent: ${oneLine(found.sendingStopped)}`] : []),
  ].join('\n');
}
