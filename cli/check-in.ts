import type { Command } from 'commander';
import { call } from './terminal/call.ts';
import { resultCommand } from './terminal/command.ts';
import { draftText } from './terminal/draft-text.ts';
import type { Io } from './terminal/io.ts';
import { print, type JsonOption } from './terminal/print.ts';

export function checkIn(io: Io): Command {
  return resultCommand(io, 'check-in', 'draft a check-in with somebody you keep in touch with')
    .argument('<contact>', 'id or address')
    .option('--reason <text>', 'why now, as a sentence: advice you took, news, an article')
    .action(async (contact: string, options: JsonOption & { readonly reason?: string }) => {
      const { reason } = options;
      print(io, options, await call(io, 'checkIn', { ref: contact, reason }), draftText);
    });
}
