import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dumpDatabase } from '../../backup/dump.ts';
import { loadDatabase } from '../../backup/load.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let database: FreshDatabase;
let client: pg.Client;

beforeEach(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

const addUser = (name: string) =>
  client.query('insert into user_account (id, profile) values (gen_random_uuid(), $1)', [
    JSON.stringify({ name }),
  ]);

const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);

test('a dump is one moment, whatever is written while it is taken', async () => {
  await addUser('before');
  const dump = dumpDatabase(database.url);
  let text = String((await dump.next()).value);
  await addUser('meanwhile');
  for await (const more of dump) text += more;
  expect(text).toContain('"before"');
  expect(text).not.toContain('"meanwhile"');
});

test('a dump names each table after those it refers to, and no sign-ins', async () => {
  let text = '';
  for await (const more of dumpDatabase(database.url)) text += more;
  const tables = linesOf(text).flatMap((line) => /^#\{"table":"(\w+)"/.exec(line)?.[1] ?? []);
  const inOrder = ['user_account', 'mailbox', 'contact', 'draft', 'send'];
  expect(tables.filter((table) => inOrder.includes(table))).toEqual(inOrder);
  expect(tables).not.toContain('session');
  expect(tables).not.toContain('_prisma_migrations');
});

test('a load that lacks rows, or the end, is refused', async () => {
  await addUser('Kim');
  let text = '';
  for await (const more of dumpDatabase(database.url)) text += more;
  await client.query('delete from user_account');
  const [, ...whole] = linesOf(text);
  const row = whole.findIndex((line) => line.startsWith('{'));
  for (const lines of [whole.slice(0, -1), whole.toSpliced(row, 1)]) {
    await client.query('begin');
    await expect(loadDatabase(client, from(lines))).rejects.toThrow('does not hold all the rows');
    await client.query('rollback');
  }
  await loadDatabase(client, from(whole));
  const { rows } = await client.query('select profile from user_account');
  expect(rows).toEqual([{ profile: { name: 'Kim' } }]);
});

async function* from(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
