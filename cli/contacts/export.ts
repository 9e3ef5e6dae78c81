import { rename, rm, writeFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { Conflict } from '../../domain/errors.ts';
import type { ExportFormat } from '../../operations/prospects/export-contacts.ts';
import { call } from '../terminal/call.ts';
import { resultCommand } from '../terminal/command.ts';
import type { Io } from '../terminal/io.ts';
import { oneLine, print, type JsonOption } from '../terminal/print.ts';

type Options = JsonOption & { readonly format?: ExportFormat; readonly output?: string };

const formats = ['csv', 'vcard', 'json', 'markdown'] as const satisfies readonly ExportFormat[];

export function exportContacts(io: Io): Command {
  return resultCommand(io, 'export', 'write all contacts as a file for other programs')
    .addOption(new Option('--format <format>', 'csv unless you say so').choices(formats))
    .option('--output <file>', 'write there instead of to the standard output')
    .action(async ({ json, format = json ? 'json' : 'csv', output }: Options) => {
      const answer = await call(io, 'exportContacts', { format });
      if (output !== undefined && output !== '-') {
        await write(output, answer.content);
        const said = { format, people: answer.people, output };
        print(io, json ? { json } : {}, said, words);
      } else if (json) {
        print(
          io,
          { json },
          format === 'json' ? (JSON.parse(answer.content) as object) : answer,
          String,
        );
      } else {
        io.out.write(answer.content);
      }
    });
}

function words({ people, output }: { readonly people: number; readonly output: string }): string {
  return `${people === 1 ? '1 person' : `${people} people`} written to ${oneLine(output)}.`;
}

/** Whole or not at all, and readable by its owner alone. */
async function write(file: string, content: string): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    await writeFile(beside, content, { mode: 0o600, flag: 'wx' });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new Conflict(`Could not write ${file}: ${reason}. Nothing was written.`);
  }
}
