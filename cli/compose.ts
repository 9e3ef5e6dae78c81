import { once } from 'node:events';
import type { Command } from 'commander';
import { purposes } from '../domain/purpose.ts';
import { InvalidInput } from '../domain/errors.ts';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { oneLine, safe, type JsonOption } from './terminal/print.ts';
import { readText } from './terminal/read-input.ts';

export function compose(io: Io): Command {
  return resultCommand(io, 'compose', 'write drafts from notes in a file, without a server')
    .argument('<file>', 'a JSON file of senders and contacts, or - for the standard input')
    .option('--purpose <purpose>', `one of ${purposes.join(', ')}`, 'outreach')
    .action(async (file: string, { json, purpose }: JsonOption & { readonly purpose: string }) => {
      const known = purposes.find((each) => each === purpose);
      if (known === undefined)
        throw new InvalidInput(
          `There is no purpose "${oneLine(purpose).slice(0, 40)}". The purposes are ${purposes.join(', ')}.`,
        );
      const { composeFile } = await import('./files/compose-file.ts');
      for (const draft of composeFile(await readText(io, file), {
        purpose: known,
        now: io.now(),
      })) {
        const line = json
          ? JSON.stringify(draft)
          : safe(
              [
                `${draft.id} (${draft.state}, ${draft.words} words, ${draft.fixedWords} of them fixed)`,
                `Subject: ${draft.subject}`,
                '',
                draft.text,
                '',
                ...draft.findings.map(({ severity, message }) => `  ${severity}: ${message}`),
                ...draft.leftOut.map(({ field, text }) => `  left out: ${field}: ${text}`),
                '',
              ].join('\n'),
            );
        if (!io.out.write(`${line}\n`)) await once(io.out, 'drain');
      }
    });
}
