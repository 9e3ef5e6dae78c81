import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEnvironment } from '../../config/env.ts';
import { openDatabase } from '../../db/client.ts';
import { backUpBeforeMigration } from '../../backup/before-migrate.ts';
import { backup } from '../../backup/backup.ts';
import { freePorts } from '../../embedded/ports.ts';
import {
  postgresPassword,
  postgresUrl,
  startPostgres,
  stopPostgres,
} from '../../embedded/postgres.ts';
import { restore } from '../../backup/restore.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { freshFolder } from '../support/data-folder.ts';

const say = (): void => {};
const passphrase = 'correct horse';
const contactId = '00000000-0000-7000-8000-00000000000c';
const mailboxId = '00000000-0000-7000-8000-00000000000b';
const userId = '00000000-0000-7000-8000-00000000000a';

let database: FreshDatabase;
let from: ReturnType<typeof freshFolder>;
let to: ReturnType<typeof freshFolder>;
let file: string;

beforeEach(async () => {
  database = await freshDatabase();
  from = freshFolder();
  to = freshFolder();
  file = join(from.data.root, 'rapport.backup');
});
afterEach(async () => {
  await database.drop();
  from.remove();
  to.remove();
});

const source = () => readEnvironment({ RAPPORT_DATA: from.data.root, DATABASE_URL: database.url });
const makeBackup = () => backup({ environment: source(), file, passphrase, say });
const restoreWith = (words = passphrase) =>
  restore({
    environment: readEnvironment({ RAPPORT_DATA: to.data.root }),
    file,
    askPassphrase: () => Promise.resolve(words),
    say,
  });

async function query(url: string, sql: string, values: unknown[] = []): Promise<any[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Looks into the restored data folder's own database. */
async function inRestored<Found>(look: (url: string) => Promise<Found>): Promise<Found> {
  const folder = to.data.postgres;
  const password = postgresPassword(folder);
  const [port] = await freePorts(1);
  await startPostgres({ folder, port: port!, password, durable: false });
  try {
    return await look(postgresUrl({ port: port!, password, database: 'rapport' }));
  } finally {
    await stopPostgres({ folder });
  }
}

/** A person, a mailbox and a contact. */
async function someData(): Promise<void> {
  const db = openDatabase(database.url);
  const server = { login: 'kim', secret: 'sealed', imapHost: 'h', smtpHost: 'h' };
  const ports = { imapPort: 143, imapSecurity: 'tls', smtpPort: 25, smtpSecurity: 'tls' };
  await db.user.create({ data: { id: userId, profile: { name: 'Kim' } } });
  await db.mailbox.create({
    data: { id: mailboxId, userId, address: 'kim@example.org', ...server, ...ports },
  });
  await db.contact.create({
    data: {
      id: contactId,
      userId,
      mailboxId,
      email: 'ana@example.org',
      name: 'Ana “\u2028” Ñandú 👋',
      notes: 'first\nsecond\t"quoted" \\ and {braces}',
      topics: ['one, two', '"three"', 'null'],
      policy: { nudgeAfter: 'P7D' },
      journey: { chapter: 'silence', seen: [] },
      stage: 'waiting',
      nextAt: new Date('2026-03-04T10:00:00.123Z'),
    },
  });
  await db.$disconnect();
}

/** More than one frame of a sealed file can hold. */
async function manyEvents(): Promise<void> {
  await query(
    database.url,
    `insert into timeline_event (contact_id, text)
      select $1, encode(sha256(n::text::bytea), 'hex') from generate_series(1, 8000) n`,
    [contactId],
  );
}

const everything = `select
  (select jsonb_agg(to_jsonb(t)) from contact t) as contacts,
  (select jsonb_agg(to_jsonb(t)) from mailbox t) as mailboxes,
  (select md5(string_agg(id || text, '' order by id)) from timeline_event) as events,
  (select jsonb_agg(to_jsonb(t) - 'hold_since' - 'hold_why' - 'hold_note') from user_account t) as users`;

describe('a backup', () => {
  test('holds every row as it is, and the key of the mailboxes’ passwords', async () => {
    await someData();
    await manyEvents();
    writeFileSync(join(from.data.root, 'secret.key'), 'the key of the passwords\n');
    const made = await makeBackup();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(made.bytes).toBe(statSync(file).size);
    const before = await query(database.url, everything);

    const restored = await restoreWith();

    expect(restored).toMatchObject({ madeAt: made.madeAt, version: made.version });
    expect(readFileSync(join(to.data.root, 'secret.key'), 'utf8')).toBe(
      'the key of the passwords\n',
    );
    await inRestored(async (url) => {
      expect(await query(url, everything)).toEqual(before);
      const add = `insert into timeline_event (contact_id, text) values ($1, '') returning id::int`;
      expect(await query(url, add, [contactId])).toEqual([{ id: 8001 }]);
      const [user] = await query(url, 'select hold_since, hold_note from user_account');
      expect(user.hold_since).toBeInstanceOf(Date);
      expect(user.hold_note).toContain(`restored from a backup of ${made.madeAt.slice(0, 10)}`);
    });
  });

  test('tells nobody without the passphrase anything', async () => {
    await someData();
    await makeBackup();
    expect(readFileSync(file).includes('ana@example.org')).toBe(false);
    await expect(restoreWith('wrong horse')).rejects.toThrow('The passphrase is not the one');
    expect(readdirSync(to.data.root)).toEqual([]);
  });

  test.each([
    ['cut short', (size: number) => truncateSync(file, size - 1)],
    ['cut at its head', () => truncateSync(file, 30)],
    ['changed in its first byte of content', () => flip(60)],
    ['changed in its last byte', (size: number) => flip(size - 1)],
    [
      'made longer',
      () => writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.alloc(9)])),
    ],
  ])('that was %s is refused, and leaves the folder empty', async (_, damage) => {
    await someData();
    await makeBackup();
    damage(statSync(file).size);
    await expect(restoreWith()).rejects.toThrow('damaged or cut short');
    expect(readdirSync(to.data.root)).toEqual([]);
  });

  test('whose later parts are missing at a seam is refused', async () => {
    await someData();
    await manyEvents();
    const { bytes } = await makeBackup();
    const [head, frame] = [50, 65_536 + 16];
    expect(bytes).toBeGreaterThan(head + 2 * frame);
    truncateSync(file, head + frame);
    await expect(restoreWith()).rejects.toThrow('damaged or cut short');
    expect(readdirSync(to.data.root)).toEqual([]);
  });

  test('replaces an older backup, but no other file', async () => {
    await someData();
    await makeBackup();
    await makeBackup();
    writeFileSync(file, 'my only copy');
    await expect(makeBackup()).rejects.toThrow('is not a backup of Rapport');
    expect(readFileSync(file, 'utf8')).toBe('my only copy');
    await expect(restoreWith()).rejects.toThrow('is not a backup of Rapport');
  });

  test('goes into an empty folder only', async () => {
    await someData();
    await makeBackup();
    writeFileSync(join(to.data.root, 'mine.txt'), 'mine');
    await expect(restoreWith()).rejects.toThrow('is not empty');
    expect(readdirSync(to.data.root)).toEqual(['mine.txt']);
  });

  test('of a folder where Rapport never ran is refused with a sentence', async () => {
    const environment = readEnvironment({ RAPPORT_DATA: from.data.root });
    await expect(backup({ environment, file, passphrase, say })).rejects.toThrow(
      'never started there',
    );
  });
});

describe('before a migration', () => {
  test('the database is saved into the data folder, of which five stay', async () => {
    await someData();
    const files: string[] = [];
    for (let saved = 0; saved < 7; saved += 1)
      files.push(await backUpBeforeMigration(source(), database.url));
    const folder = join(from.data.root, 'backups');
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual(files.slice(-5));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(files[6]!).mode & 0o777).toBe(0o600);

    file = files[6]!;
    await restoreWith('');
    expect(await inRestored((url) => query(url, 'select email from contact'))).toEqual([
      { email: 'ana@example.org' },
    ]);
  });
});

function flip(at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = bytes[at]! ^ 1;
  writeFileSync(file, bytes);
}
