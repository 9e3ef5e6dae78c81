import pg from 'pg';
import { z } from 'zod';
import { controlMark } from './dump.ts';

const control = z.union([
  z.object({ table: z.string() }),
  z.object({ sequences: z.record(z.string(), z.string()) }),
  z.object({ end: z.literal(true), rows: z.number() }),
]);

const rowsAtOnce = 500;
const charactersAtOnce = 4_000_000;

/**
 * Fills an empty database, at the same migrations as the dumped one, with the lines of a dump after their first. The
 * transaction is the caller's. Throws when the dump does not come to its end.
 */
export async function loadDatabase(client: pg.Client, lines: AsyncIterable<string>): Promise<void> {
  let table: string | undefined;
  let rows: string[] = [];
  let characters = 0;
  let total = 0;
  let ended = false;

  const flush = async (): Promise<void> => {
    if (rows.length > 0 && table !== undefined) await insert(client, table, rows);
    total += rows.length;
    rows = [];
    characters = 0;
  };
  for await (const line of lines) {
    if (!line.startsWith(controlMark)) {
      rows.push(line);
      characters += line.length;
      if (rows.length >= rowsAtOnce || characters >= charactersAtOnce) await flush();
      continue;
    }
    await flush();
    const said = control.parse(JSON.parse(line.slice(controlMark.length)));
    if ('table' in said) ({ table } = said);
    else if ('sequences' in said) await setSequences(client, said.sequences);
    else ended = said.rows === total;
  }
  if (!ended) throw new Error('The backup does not hold all the rows that it says it does.');
}

async function insert(client: pg.Client, table: string, rows: readonly string[]): Promise<void> {
  const name = pg.escapeIdentifier(table);
  await client.query(
    `insert into ${name} select * from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
    [`[${rows.join(',')}]`],
  );
}

async function setSequences(
  client: pg.Client,
  sequences: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, last] of Object.entries(sequences))
    await client.query('select setval($1::regclass, $2::bigint)', [
      pg.escapeIdentifier(name),
      last,
    ]);
}
