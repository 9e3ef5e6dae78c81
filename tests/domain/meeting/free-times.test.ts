import { describe, expect, it } from 'vitest';
import { freeTimes, type FreeTimesInput } from '../../../domain/meeting/free-times.ts';
import { clashWith } from '../../../domain/meeting/interval.ts';
import { defaultPolicy } from '../../../domain/policy.ts';

const lisbon = { timeZone: 'Europe/Lisbon', country: undefined };
const boston = { timeZone: 'America/New_York', country: undefined };

function times(change: Partial<FreeTimesInput> = {}): readonly string[] {
  const found = freeTimes({
    now: new Date('2027-02-01T09:00:00Z'),
    count: 3,
    minutes: 20,
    policy: defaultPolicy,
    user: lisbon,
    contact: lisbon,
    busy: [],
    conversations: [],
    ...change,
  });
  return found.map((at) => at.toISOString().slice(0, 16));
}

const clock = (zone: string, at: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(
    new Date(`${at}:00Z`),
  );
const policy = (change: Partial<typeof defaultPolicy>) => ({ ...defaultPolicy, ...change });
const span = (start: string, end: string) => ({
  start: new Date(start),
  end: new Date(end),
  what: 'x',
});

describe('free times', () => {
  it('are on different days, in both halves of the day, after the notice and before the horizon', () => {
    const found = times({ count: 4 });
    expect(new Set(found.map((at) => at.slice(0, 10))).size).toBe(4);
    const afternoons = found.filter((at) => at.slice(11) >= '12:30').length;
    expect(afternoons).toBe(2);
    expect(found[0]! >= '2027-02-03T09:00').toBe(true);
    expect(found.at(-1)! <= '2027-02-15T09:00').toBe(true);
    expect(found).toEqual(found.toSorted());
  });

  it('are within both people’s hours, each on their own clock', () => {
    for (const at of times({ contact: boston, count: 4 })) {
      expect(clock('Europe/Lisbon', at) >= '09:00' && clock('Europe/Lisbon', at) <= '17:40').toBe(
        true,
      );
      expect(
        clock('America/New_York', at) >= '08:00' && clock('America/New_York', at) <= '17:40',
      ).toBe(true);
    }
  });

  it('follow the clocks in the odd weeks, when only one of two places has changed them', () => {
    // From 14 to 28 March New York is four hours behind Lisbon instead of five.
    const hours = { meetingHours: 'Mon-Fri 09:00-18:00', workingHours: 'Mon-Fri 13:00-13:20' };
    const found = times({
      now: new Date('2027-03-11T00:00:00Z'),
      contact: boston,
      policy: policy({ ...hours, meetingNotice: 'PT0S', meetingHorizon: 'P6D' }),
    });
    expect(found).toEqual(['2027-03-15T17:00', '2027-03-16T17:00']);
  });

  it('begin and end within the hours: the last one of a day ends with them', () => {
    const found = times({
      policy: policy({ meetingHours: 'Mon-Fri 09:00-10:00' }),
      minutes: 60,
      count: 2,
    });
    expect(found.every((at) => at.endsWith('09:00'))).toBe(true);
    expect(times({ policy: policy({ meetingHours: 'Mon-Fri 09:00-10:00' }), minutes: 61 })).toEqual(
      [],
    );
  });

  it('keep the gap to what is busy, on both sides', () => {
    const only = {
      policy: policy({ meetingHours: 'Wed 09:00-11:00', meetingHorizon: 'P7D' }),
      count: 2,
    };
    const found = times({ ...only, busy: [span('2027-02-03T10:20:00Z', '2027-02-03T10:40:00Z')] });
    expect(found).toEqual(['2027-02-03T09:30']);
    expect(
      times({ ...only, busy: [span('2027-02-03T00:00:00Z', '2027-02-04T00:00:00Z')] }),
    ).toEqual([]);
    const tight = policy({ ...only.policy, meetingGap: 'PT0S' });
    expect(
      times({
        policy: tight,
        count: 9,
        minutes: 30,
        busy: [span('2027-02-03T09:30:00Z', '2027-02-03T10:00:00Z')],
      }),
    ).toEqual(['2027-02-03T09:00', '2027-02-03T10:00', '2027-02-03T10:30']);
  });

  it('leave out days with enough conversations', () => {
    const busyDay = [new Date('2027-02-03T17:00:00Z'), new Date('2027-02-03T16:00:00Z')];
    expect(times({ conversations: busyDay }).every((at) => !at.startsWith('2027-02-03'))).toBe(
      true,
    );
    expect(
      times({ conversations: busyDay.slice(1) }).some((at) => at.startsWith('2027-02-03')),
    ).toBe(true);
  });

  it('are not on a public holiday of either, unless holidays are off', () => {
    // 25 April is a holiday in Portugal; in 2028 it is a Tuesday.
    const april = { now: new Date('2028-04-24T00:00:00Z'), count: 4 };
    const near = policy({ meetingNotice: 'PT0S', meetingHorizon: 'P2D' });
    const on = times({ ...april, contact: boston, policy: near });
    expect(on.length).toBeGreaterThan(0);
    expect(on.every((at) => !at.startsWith('2028-04-25'))).toBe(true);
    const off = times({ ...april, contact: boston, policy: { ...near, holidays: 'off' } });
    expect(off.some((at) => at.startsWith('2028-04-25'))).toBe(true);
  });

  it('lie within the days and hours that were asked for', () => {
    const within = [
      { start: new Date('2027-02-09T13:00:00Z'), end: new Date('2027-02-09T17:00:00Z') },
    ];
    const found = times({ within });
    expect(found).toHaveLength(3);
    expect(found.every((at) => at >= '2027-02-09T13:00' && at <= '2027-02-09T16:40')).toBe(true);
  });

  it('count on the clock of the user alone while the zone of the other is not known', () => {
    expect(times({ contact: undefined })).toHaveLength(3);
  });

  it('cost little with a full calendar and a long horizon', () => {
    const busy = Array.from({ length: 20_000 }, (_, each) => {
      const start = new Date(Date.UTC(2027, 1, 1) + each * 600_000);
      return { start, end: new Date(start.getTime() + 600_000), what: 'x' };
    });
    const far = policy({ meetingHorizon: 'P180D', meetingHours: 'always', workingHours: 'always' });
    expect(times({ busy, policy: far, count: 4 })).toHaveLength(4);
  });
});

describe('a time', () => {
  const busy = [span('2027-02-03T10:00:00Z', '2027-02-03T11:00:00Z')];
  it.each([
    ['2027-02-03T09:40:00Z', 20, false],
    ['2027-02-03T09:41:00Z', 20, true],
    ['2027-02-03T10:59:00Z', 5, true],
    ['2027-02-03T11:00:00Z', 5, false],
  ])('from %s for %i minutes clashes: %s', (at, minutes, clashes) => {
    expect(clashWith({ at: new Date(at), minutes }, busy) !== undefined).toBe(clashes);
  });
});
