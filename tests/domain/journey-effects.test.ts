import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../domain/classify/verdict.ts';
import {
  journeyEffect,
  stopsMailbox,
  type JourneyEffect,
  type ReceivedFacts,
} from '../../domain/journey-effects.ts';

const verdict = (more: Partial<Verdict>): Verdict => ({
  kind: 'human_reply',
  subkind: undefined,
  reasons: ['because'],
  certain: true,
  visibleText: 'Words.',
  returnDate: undefined,
  recipient: undefined,
  status: undefined,
  calendar: undefined,
  refersTo: [],
  proposedTimes: [],
  ...more,
});

/** In the thread, from the contact, in the inbox, and nothing wrong with it. */
const effectOf = (
  judged: Partial<Verdict>,
  more: Partial<Omit<ReceivedFacts, 'verdict'>> = {},
): JourneyEffect =>
  journeyEffect({
    verdict: verdict(judged),
    weak: false,
    inJunk: false,
    authentication: 'unknown',
    fromContact: true,
    returned: 'unclear',
    ...more,
  });

const optOut = { kind: 'opt_out' } as const;
const absence = { kind: 'auto_reply', subkind: 'out_of_office' } as const;
const dead = { kind: 'bounce_permanent', subkind: 'user_unknown' } as const;
const policy = { kind: 'bounce_permanent', subkind: 'policy' } as const;
const bounce = { fromContact: false, returned: 'current' } as const;

describe('what a mail does by itself', () => {
  test.each<[string, JourneyEffect, JourneyEffect]>([
    ['a reply asks', effectOf({}), 'ask'],
    ['a calendar answer asks', effectOf({ kind: 'calendar' }), 'ask'],
    ['an opt-out ends', effectOf(optOut), 'opt_out'],
    ['an opt-out outside of the thread ends', effectOf(optOut, { weak: true }), 'opt_out'],
    ['an absence puts off', effectOf(absence), 'away'],
    ['a dead address closes', effectOf(dead, bounce), 'dead_address'],
    ['a full mailbox loses a mail', effectOf({ kind: 'bounce_temporary' }, bounce), 'lost'],
    ['a refusal of our sending is counted', effectOf(policy, bounce), 'blocked'],
    [
      'a delay changes nothing',
      effectOf({ kind: 'bounce_temporary', subkind: 'delayed' }, bounce),
      'none',
    ],
    [
      'a newsletter of theirs changes nothing',
      effectOf({ kind: 'unrelated' }, { weak: true }),
      'none',
    ],
    [
      'a receipt of their server changes nothing',
      effectOf({ kind: 'auto_reply', subkind: 'delivered' }, { fromContact: false }),
      'none',
    ],
  ])('%s', (_, effect, expected) => expect(effect).toBe(expected));
});

describe('what could be forged, or is uncertain, only asks', () => {
  const doubts: readonly (readonly [string, Partial<Omit<ReceivedFacts, 'verdict'>>])[] = [
    ['from somebody else who names the contact', { fromContact: false }],
    ['in Junk', { inJunk: true }],
    ['that the own server could not verify', { authentication: 'fail' }],
  ];
  test.each(doubts)('an opt-out %s', (_, doubt) => expect(effectOf(optOut, doubt)).toBe('ask'));
  test.each(doubts)('an absence %s', (_, doubt) => expect(effectOf(absence, doubt)).toBe('ask'));
  test.each(doubts.slice(1))('a bounce %s', (_, doubt) =>
    expect(effectOf(dead, { ...bounce, ...doubt })).toBe('ask'),
  );

  test('an absence outside of the thread', () =>
    expect(effectOf(absence, { weak: true })).toBe('ask'));
  test('a bounce that returns no mail of ours', () =>
    expect(effectOf(dead, { ...bounce, returned: 'unclear' })).toBe('ask'));
  test('a bounce that is matched by an address only', () =>
    expect(effectOf(dead, { ...bounce, weak: true })).toBe('ask'));
  test.each([optOut, absence, dead, { kind: 'unrelated' } as const])(
    'an uncertain $kind',
    (judged) => expect(effectOf({ ...judged, certain: false }, bounce)).toBe('ask'),
  );
});

test('a bounce of an address that the contact had before changes nothing', () => {
  expect(effectOf(dead, { ...bounce, returned: 'former' })).toBe('none');
});

describe('bounces that blame our sending stop the mailbox', () => {
  const hour = 60 * 60_000;
  const at = (hours: number, contactId: string) => ({ contactId, at: hours * hour });

  test('when they come from several people within a day', () => {
    expect(stopsMailbox([at(0, 'ana'), at(10, 'ben'), at(20, 'cleo')], 21 * hour)).toBe(true);
  });
  test('not when one person causes all of them', () => {
    expect(stopsMailbox([at(0, 'ana'), at(1, 'ana'), at(2, 'ana')], 3 * hour)).toBe(false);
  });
  test('not when they lie far apart', () => {
    expect(stopsMailbox([at(0, 'ana'), at(20, 'ben'), at(40, 'cleo')], 40 * hour)).toBe(false);
  });
});
