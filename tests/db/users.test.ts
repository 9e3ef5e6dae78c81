import { expect, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { ensureUser } from '../../db/users.ts';
import { freshDatabase } from '../support/database.ts';

test('processes that start at the same time on an empty database agree on one user', async () => {
  const { url, drop } = await freshDatabase();
  const processes = Array.from({ length: 4 }, () => openDatabase(url, { connections: 2 }));
  try {
    // Connected before, so that all of them ask at once.
    await Promise.all(processes.map((db) => db.user.count()));
    const users = await Promise.all(processes.map((db) => ensureUser(db, { timeZone: 'UTC' })));
    expect(new Set(users).size).toBe(1);
    expect(await processes[0]!.user.count()).toBe(1);
  } finally {
    await Promise.all(processes.map((db) => db.$disconnect()));
    await drop();
  }
});
