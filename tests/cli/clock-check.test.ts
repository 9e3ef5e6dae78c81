import { expect, inject, test } from 'vitest';
import { clockCheck } from '../../cli/clock-check.ts';

const databaseUrl = inject('databaseUrl');
const shifted = (ms: number) => () => new Date(Date.now() + ms);
const hour = 3_600_000;

test('a clock that PostgreSQL agrees with is well', async () => {
  const { ok, detail } = await clockCheck({ now: shifted(0), databaseUrl });
  expect(detail).toMatch(/^\d{4}-.*; PostgreSQL’s clock agrees$/);
  expect(ok).toBe(true);
});

test.each([
  [-hour, 'PostgreSQL’s clock is 60 minutes ahead: set both clocks by a time server'],
  [3 * hour, 'PostgreSQL’s clock is 3 hours behind: set both clocks by a time server'],
])('a clock that is %d ms off is found out', async (ms, words) => {
  const { ok, detail } = await clockCheck({ now: shifted(ms), databaseUrl });
  expect(ok).toBe(false);
  expect(detail).toContain(words);
});

test('a clock in another century is wrong by itself', async () => {
  const now = () => new Date('1970-01-01T00:00:00Z');
  expect((await clockCheck({ now, databaseUrl: undefined })).ok).toBe(false);
});

test('where all runs on one machine nothing is claimed about other clocks', async () => {
  const { ok, detail } = await clockCheck({ now: shifted(0), databaseUrl: undefined });
  expect(ok).toBe(true);
  expect(detail).toContain('no other clock to compare it with');
});

test('a PostgreSQL that cannot be asked is said, and is not the clock’s illness', async () => {
  const nowhere = 'postgresql://rapport:secret@127.0.0.1:1/rapport';
  const { ok, detail } = await clockCheck({ now: shifted(0), databaseUrl: nowhere });
  expect(ok).toBe(true);
  expect(detail).toContain('PostgreSQL’s clock could not be read');
  expect(detail).not.toContain('secret');
});
