import { expect, test } from 'vitest';
import { readMigrationNames } from '../../backup/migration-names.ts';

const line = (...migrations: readonly string[]) => JSON.stringify({ migrations });

test('the migrations of a backup are read', () => {
  expect(readMigrationNames(line('20261122120000_init'))).toEqual(['20261122120000_init']);
});

test.each(['../schema.prisma', '/etc/passwd', '20261122120000_init/../../x', '', '.'])(
  'a backup that names %j is refused: it would be copied from there',
  (name) => {
    expect(() => readMigrationNames(line('20261122120000_init', name))).toThrow();
  },
);
