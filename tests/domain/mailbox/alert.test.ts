import { describe, expect, test } from 'vitest';
import { troubleMail, troubleOf, type MailboxHealth } from '../../../domain/mailbox/alert.ts';

const since = new Date('2026-03-02T10:00:00Z');
const later = (minutes: number) => new Date(since.getTime() + minutes * 60_000);
const well: MailboxHealth = {
  address: 'kim@example.org',
  failingSince: null,
  refusal: null,
  refusals: 0,
  detail: null,
  sendingStoppedAt: null,
  sendingStoppedWhy: null,
};

describe('trouble', () => {
  test('is none while a mailbox works', () => {
    expect(troubleOf(well, since)).toBeUndefined();
  });

  test('begins with a refusal that is certain, not with the first one', () => {
    const refused = { ...well, failingSince: since, refusal: 'password' as const };
    expect(troubleOf({ ...refused, refusals: 1 }, later(20))).toBeUndefined();
    expect(troubleOf({ ...refused, refusals: 4 }, later(30))).toEqual({ what: 'reading', since });
  });

  test('begins an hour after a server went out of reach', () => {
    const away = { ...well, failingSince: since };
    expect(troubleOf(away, later(59))).toBeUndefined();
    expect(troubleOf(away, later(60))).toEqual({ what: 'reading', since });
  });

  test('is also sending that stopped while reading works', () => {
    const stopped = { ...well, sendingStoppedAt: since };
    expect(troubleOf(stopped, later(10))).toBeUndefined();
    expect(troubleOf(stopped, later(30))).toEqual({ what: 'sending', since });
  });
});

describe('its mail', () => {
  const trouble = { what: 'reading', since } as const;
  const health = { ...well, failingSince: since, detail: 'The server said "no".' };

  test('says since when, why, what waits and what to do', () => {
    const { subject, text } = troubleMail(health, trouble, { contacts: 3, mails: 2 });
    expect(subject).toBe('Rapport can no longer read kim@example.org');
    expect(text).toContain('since 2026-03-02 10:00 UTC.');
    expect(text).toContain('The server said "no".');
    expect(text).toContain('3 people may have answered unseen, and 2 approved mails are held.');
    expect(text).toContain('Settings, Mailboxes');
  });

  test('leaves out what does not wait', () => {
    const { text } = troubleMail(health, trouble, { contacts: 0, mails: 0 });
    expect(text).not.toMatch(/held|unseen/);
  });
});
