import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import { InvalidInput } from '../../domain/errors.ts';
import type { ImportResult } from '../../operations/prospects/import-people.ts';
import { call } from '../terminal/call.ts';
import { resultCommand } from '../terminal/command.ts';
import type { Io } from '../terminal/io.ts';
import { oneLine, print, table, type JsonOption } from '../terminal/print.ts';

type Options = JsonOption & { readonly dryRun?: boolean; readonly undo?: string };

export function importContacts(io: Io): Command {
  return resultCommand(io, 'import', 'keep the people of a file, to whom nothing is written yet')
    .argument(
      '[file]',
      'CSV of any program, vCards, LinkedIn’s archive, pasted lines; - reads them',
    )
    .option('--dry-run', 'say what would be kept, and keep nothing')
    .option('--undo <import>', 'forget the people of that import')
    .action(async (file: string | undefined, { dryRun, undo, ...options }: Options) => {
      if ((file === undefined) === (undo === undefined) || (undo !== undefined && dryRun))
        throw new InvalidInput('Give either a file to import, or --undo with the id of an import.');
      if (file === undefined) {
        const answer = await call(io, 'undoImport', { batchId: undo ?? '' });
        print(io, options, answer, ({ removed }) => `${people(removed)} of that import forgotten.`);
        return;
      }
      const content = (await readBytes(io, file)).toString('base64');
      const answer = await call(io, 'importPeople', { content, dryRun });
      print(io, options, answer, (result) => words(result, dryRun === true));
    });
}

function words(result: ImportResult, dryRun: boolean): string {
  const rows = table(
    ['ROW', 'NAME', 'ADDRESS', 'COMPANY', '', ''],
    result.people.map(({ row, name, email, company, what, why }) => [
      String(row),
      name ?? '',
      email ?? '',
      company ?? '',
      what,
      why ?? '',
    ]),
    'Nobody was found in the file.',
  );
  const whole = result.problems.filter(({ row }) => row === null).map(({ why }) => oneLine(why));
  const counts = `${result.found} found (${result.format}): ${result.new} new, ${result.known} known, ${result.suppressed} suppressed, ${result.unusable} unusable.`;
  return [rows, '', ...whole, counts, next(result, dryRun)].join('\n');
}

function next({ batchId, new: fresh }: ImportResult, dryRun: boolean): string {
  if (dryRun) return 'Nothing was kept, as you asked for a preview.';
  if (batchId === null) return 'Nobody new, so nothing was kept.';
  return [
    `${people(fresh)} kept. Nothing is written to anybody: "rapport contact start" begins with one of them.`,
    `To forget them again: rapport contact import --undo ${batchId}`,
  ].join('\n');
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

/** As much of a file as an import may have, and one byte more. Throws InvalidInput when it cannot be read. */
async function readBytes(io: Io, file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of file === '-' ? io.stdin : createReadStream(file)) {
      const bytes = Buffer.from(chunk as Uint8Array);
      length += bytes.length;
      if (length > mostBytes) throw new InvalidInput(`${file} is larger than 20 MB. Split it.`);
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message;
    throw new InvalidInput(`Could not import ${file}: ${reason}.`);
  }
  return Buffer.concat(chunks);
}

const mostBytes = 20 * 1024 * 1024;
