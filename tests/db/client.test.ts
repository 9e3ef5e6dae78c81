import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { freshDatabase } from '../support/database.ts';

test('a connection that dies while it is handed over does not end the process', async () => {
  const { url, drop } = await freshDatabase();
  // What PostgreSQL says last may come in the same packet as the end of signing in, before the new owner listens.
  let survived: boolean | undefined;
  const emit = vi.spyOn(pg.Pool.prototype, 'emit').mockImplementation(function (
    this: pg.Pool,
    event: string | symbol,
    ...given: unknown[]
  ) {
    const heard = Reflect.apply(emitted, this, [event, ...given]) as boolean;
    const [client] = given;
    if (event === 'acquire' && client instanceof pg.Client && survived === undefined) {
      const idle = client.listeners('error').at(0);
      survived = client.listenerCount('error') > (idle === undefined ? 0 : 1);
    }
    return heard;
  });
  const db = openDatabase(url, { connections: 1 });
  await db.$queryRaw`SELECT 1`;
  expect(survived).toBe(true);
  emit.mockRestore();
  await db.$disconnect();
  await drop();
});

test('a connection keeps its statements, but not one for every length of a list', async () => {
  const { url, drop } = await freshDatabase();
  const db = openDatabase(url, { connections: 1 });
  const kept = async (): Promise<number> => {
    const rows = await db.$queryRaw<{ kept: bigint }[]>`
      SELECT count(*) AS kept FROM pg_prepared_statements`;
    return Number(rows[0]?.kept);
  };
  await db.user.findFirst();
  await kept();
  const before = await kept();
  await db.user.findFirst();
  expect(await kept()).toBe(before);

  for (let length = 1; length <= 310; length += 1)
    await db.outbox.count({ where: { id: { in: Array.from({ length }, (_, id) => id) } } });
  expect(await kept()).toBe(300);
  await db.$disconnect();
  await drop();
});

const emitted: (event: string | symbol, ...given: unknown[]) => boolean = Reflect.get(
  pg.Pool.prototype,
  'emit',
);
