import { expect, test } from 'vitest';
import { momentInZone } from '../../../domain/timing/moment.ts';

const at = new Date('2026-03-29T00:30:00Z');

test('a moment is told on the clock of its zone, summer time included', () => {
  expect(momentInZone(at, 'Europe/Berlin', 'en')).toBe('Sunday 29 March, 01:30 (Berlin)');
  const later = new Date('2026-03-29T01:30:00Z');
  expect(momentInZone(later, 'Europe/Berlin', 'en')).toBe('Sunday 29 March, 03:30 (Berlin)');
});

test('a moment may be another day there, and midnight is 00:00', () => {
  expect(momentInZone(at, 'America/Sao_Paulo', 'en-US')).toBe(
    'Saturday 28 March, 21:30 (Sao Paulo)',
  );
  const midnight = new Date('2026-03-28T23:00:00Z');
  expect(momentInZone(midnight, 'Europe/Berlin', 'de')).toBe('Sonntag, 29. März, 00:00 (Berlin)');
});
