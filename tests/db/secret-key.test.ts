import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { secretBox } from '../../config/secret-box.ts';
import { openDatabase, type Database } from '../../db/client.ts';
import { checkSecretKey, secretKeySalt } from '../../db/secret-key.ts';
import { freshDatabase } from '../support/database.ts';

let db: Database;
let drop: () => Promise<void>;
const ours = secretBox({ key: randomBytes(32) });
const another = secretBox({ key: randomBytes(32) });

beforeEach(async () => {
  const fresh = await freshDatabase();
  db = openDatabase(fresh.url, { connections: 2 });
  drop = fresh.drop;
});
afterEach(async () => {
  await db.$disconnect();
  await drop();
});

test('the key of the first start is the key of every start', async () => {
  await checkSecretKey(db, ours);
  await checkSecretKey(db, ours);
  await expect(checkSecretKey(db, another)).rejects.toThrow('another RAPPORT_SECRET_KEY');
});

test('two processes that start at once agree', async () => {
  await Promise.all([checkSecretKey(db, ours), checkSecretKey(db, ours)]);
  expect(await db.secretKeyCheck.count()).toBe(1);
});

test('the salt is kept, and drawn anew where a database is made', async () => {
  const salt = await secretKeySalt(db);
  expect(await secretKeySalt(db)).toBe(salt);
  await db.secretKeyCheck.delete({ where: { id: 1 } });
  expect(await secretKeySalt(db)).not.toBe(salt);
});

test('what an older version sealed to tell the key by is sealed anew', async () => {
  const sealed = ours.seal('the key of this database').replace(/^v4/, 'v2');
  await db.secretKeyCheck.create({ data: { sealed } });
  await checkSecretKey(db, ours);
  const check = await db.secretKeyCheck.findUniqueOrThrow({ where: { id: 1 } });
  expect(ours.isCurrent(check.sealed ?? '')).toBe(true);
  await expect(checkSecretKey(db, another)).rejects.toThrow('another RAPPORT_SECRET_KEY');
});

test('a database from before there was a check tells by the password of a mailbox', async () => {
  const user = await db.user.create({ data: {} });
  const server = { imapHost: 'localhost', imapPort: 143, imapSecurity: 'none' };
  await db.mailbox.create({
    data: {
      userId: user.id,
      address: 'kim@example.org',
      login: 'kim',
      secret: ours.seal('password'),
      ...server,
      smtpHost: 'localhost',
      smtpPort: 25,
      smtpSecurity: 'none',
    },
  });
  await expect(checkSecretKey(db, another)).rejects.toThrow('another RAPPORT_SECRET_KEY');
  await checkSecretKey(db, ours);
});
