import type { Command } from 'commander';
import type { StatusView } from '../client/views.ts';
import { call, NotRunning, runningInstance } from './call.ts';
import { resultCommand } from './command.ts';
import { Failed } from './failed.ts';
import type { Io } from './io.ts';
import { list, oneLine, print, spoken, when, type JsonOption } from './print.ts';

export function status(io: Io): Command {
  return resultCommand(io, 'status', 'say whether everything runs').action(
    async (options: JsonOption) => {
      const found = await ask(io);
      print(io, options, found, words);
      if (!found.ready) throw new Failed();
    },
  );
}

async function ask(io: Io): Promise<StatusView> {
  try {
    const found = await call<StatusView>(io, { method: 'GET', path: '/status' });
    return { ...found, url: found.url ?? runningInstance(io).url };
  } catch (error) {
    if (!(error instanceof NotRunning)) throw error;
    io.err.write(`${error.message}\n`);
    const parts = { database: 'stopped', temporal: 'stopped', workers: 0, mailboxes: [] };
    return { ready: false, url: null, ...parts, sendingStopped: null };
  }
}

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
