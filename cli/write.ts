import type { Command } from 'commander';
import { call } from './terminal/call.ts';
import { resultCommand } from './terminal/command.ts';
import { draftText } from './terminal/draft-text.ts';
import type { Io } from './terminal/io.ts';
import { print, type JsonOption } from './terminal/print.ts';
import { readText } from './terminal/read-input.ts';

type Options = JsonOption & { readonly subject: string; readonly textFile: string };

export function write(io: Io): Command {
  return resultCommand(
    io,
    'write',
    'draft a mail in your own words; it is sent when you approve it',
  )
    .argument('<contact>', 'id or address')
    .requiredOption('--subject <text>', 'its subject')
    .requiredOption('--text-file <file>', 'a file with its text, or - for the standard input')
    .action(async (contact: string, options: Options) => {
      const draft = await call(io, 'writeMail', {
        ref: contact,
        subject: options.subject,
        text: await readText(io, options.textFile),
      });
      print(io, options, draft, draftText);
    });
}
