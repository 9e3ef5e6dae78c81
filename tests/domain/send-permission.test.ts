import { describe, expect, test } from 'vitest';
import { approvalCounts, standingRefusal } from '../../domain/send-permission.ts';

const now = new Date('2026-03-04T10:00:00Z');
const later = new Date('2026-03-05T10:00:00Z');

describe('an approval', () => {
  const approval = { revision: 2, digest: 'of these words', newsSeq: 5, voidedAt: null };
  const draft = { revision: 2, digest: 'of these words', newsSeq: 5 };

  test('counts for the text that was read', () => {
    expect(approvalCounts(approval, draft)).toBe(true);
  });

  test.each([
    ['an edit', approval, { ...draft, revision: 3 }],
    ['a text that changed without an edit', approval, { ...draft, digest: 'of other words' }],
    ['news of the contact', approval, { ...draft, newsSeq: 6 }],
    ['having been taken back', { ...approval, voidedAt: now }, draft],
  ])('does not count after %s', (_, given, then) => {
    expect(approvalCounts(given, then)).toBe(false);
  });
});

describe('a mail', () => {
  const user = { holdSince: null, holdUntil: null, holdWhy: null, holdNote: null };
  const mailbox = { sendingStoppedAt: null, removedAt: null };
  const contact = {
    stoppedAt: null,
    removedAt: null,
    pausedAt: null,
    snoozedUntil: null,
    user,
    mailbox,
  };

  test('may leave where nothing was decided against it', () => {
    expect(standingRefusal(contact, now)).toBeUndefined();
  });

  test('may leave once a snooze and a hold are over', () => {
    const over = { ...user, holdSince: now, holdUntil: now, holdWhy: 'paused' };
    expect(standingRefusal({ ...contact, snoozedUntil: now, user: over }, later)).toBeUndefined();
  });

  test.each([
    ['ended', { stoppedAt: now }],
    ['ended', { removedAt: now }],
    ['paused', { pausedAt: now }],
    ['paused', { snoozedUntil: later }],
    ['user_hold', { user: { ...user, holdSince: now } }],
    ['user_hold', { user: { ...user, holdSince: now, holdUntil: later } }],
    ['mailbox_stopped', { mailbox: { ...mailbox, sendingStoppedAt: now } }],
    ['mailbox_stopped', { mailbox: { ...mailbox, removedAt: now } }],
  ])('stays as %s after %o', (why, decided) => {
    expect(standingRefusal({ ...contact, ...decided }, now)).toBe(why);
  });
});
