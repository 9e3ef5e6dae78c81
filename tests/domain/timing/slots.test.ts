import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../domain/policy.ts';
import { chooseSlot, type Slot } from '../../../domain/timing/slots.ts';

type Input = Parameters<typeof chooseSlot>[0];

function slot(change: Partial<Omit<Input, 'earliest'>> & { readonly earliest: string }): Slot {
  return chooseSlot({
    contactZone: 'Europe/Berlin',
    country: undefined,
    mailboxZone: 'Europe/Berlin',
    policy: defaultPolicy,
    taken: [],
    random: () => 0.5,
    ...change,
    earliest: new Date(change.earliest),
  });
}

/** Approves `count` mails at once, each seeing the slots of those before it. */
function approve(count: number, change: Parameters<typeof slot>[0]): readonly Slot[] {
  const slots: Slot[] = [];
  for (let index = 0; index < count; index++)
    slots.push(slot({ ...change, taken: slots.map(({ at }) => at).toReversed() }));
  return slots;
}

describe('a slot', () => {
  it('is the moment asked for when nothing stands against it', () => {
    const policy = { ...defaultPolicy, workingHours: 'always', spacing: 'PT0S' };
    const earliest = '2026-11-22T03:14:15.926Z';
    expect(slot({ earliest, policy, taken: [new Date(earliest)] })).toEqual({
      at: new Date(earliest),
      why: 'Sunday 22 November 04:14 in Berlin: no need to wait.',
    });
  });

  it('waits for the contact’s morning, a little after the hour', () => {
    const { at, why } = slot({ earliest: '2026-11-20T18:00:00Z' });
    expect(at).toEqual(new Date('2026-11-23T07:01:15Z'));
    expect(why).toBe('Monday 23 November 08:01 in Berlin: outside working hours until then.');
  });

  it('is in the contact’s zone, not the mailbox’s', () => {
    const { at } = slot({ earliest: '2026-11-23T09:00:00Z', contactZone: 'America/New_York' });
    expect(at).toEqual(new Date('2026-11-23T13:01:15Z'));
  });

  it('is not on a public holiday of the contact’s country, and says which', () => {
    const { at, why } = slot({ earliest: '2026-12-24T18:00:00Z' });
    expect(at.toISOString().slice(0, 10)).toBe('2026-12-28');
    expect(why).toContain('Christmas Day');
  });

  it('asks the country it is told to: given, always one, or none', () => {
    const earliest = '2026-11-26T15:00:00Z';
    const day = (change: Partial<Input>) =>
      slot({ ...change, earliest })
        .at.toISOString()
        .slice(0, 10);
    expect(day({ country: 'US' })).toBe('2026-11-27');
    expect(day({ contactZone: 'America/New_York' })).toBe('2026-11-27');
    expect(day({})).toBe('2026-11-26');
    expect(day({ policy: { ...defaultPolicy, holidays: 'US' } })).toBe('2026-11-27');
    expect(day({ country: 'US', policy: { ...defaultPolicy, holidays: 'off' } })).toBe(
      '2026-11-26',
    );
  });

  it('of a contact who may be written to always passes over holidays of a named country only', () => {
    const earliest = '2026-12-25T10:00:00Z';
    const policy = { ...defaultPolicy, workingHours: 'always', spacing: 'PT0S' };
    expect(slot({ earliest, policy }).at).toEqual(new Date(earliest));
    for (const named of [{ country: 'DE' }, { policy: { ...policy, holidays: 'DE' } }])
      expect(slot({ earliest, policy, ...named }).at).toEqual(new Date('2026-12-26T23:00:00Z'));
  });

  it('fits between two mails only with the spacing and jitter on both sides', () => {
    const taken = [new Date('2026-11-23T09:00:00Z'), new Date('2026-11-23T09:12:00Z')];
    const earliest = '2026-11-23T09:00:30Z';
    expect(slot({ earliest, taken }).at).toEqual(new Date('2026-11-23T09:18:15Z'));
    expect(slot({ earliest, taken, random: () => 0 }).at).toEqual(new Date('2026-11-23T09:05:00Z'));
  });

  it('moves to another day when the mailbox has its number, and says so', () => {
    const taken = Array.from(
      { length: 20 },
      (_, index) => new Date(Date.UTC(2026, 10, 23, 1, index)),
    );
    const { at, why } = slot({ earliest: '2026-11-23T10:00:00Z', taken });
    expect(at.toISOString().slice(0, 10)).toBe('2026-11-24');
    expect(why).toContain('20 mails are planned for Monday 23 November');
  });

  it('counts the day of the mailbox, not of the contact', () => {
    const policy = {
      ...defaultPolicy,
      dailyLimit: 1,
      workingHours: 'always',
      spacing: 'PT0S',
      holidays: 'off',
    };
    const { at } = slot({
      earliest: '2026-11-23T20:00:00Z',
      contactZone: 'Asia/Tokyo',
      mailboxZone: 'America/Los_Angeles',
      policy,
      taken: [new Date('2026-11-24T07:59:00Z')],
    });
    expect(at).toEqual(new Date('2026-11-24T08:00:00Z'));
  });
});

describe('thirty mails approved on a Friday evening', () => {
  const slots = approve(30, { earliest: '2026-11-20T19:00:00Z', random: () => 0.3 });
  const days = slots.map(({ at }) => at.toISOString().slice(0, 10));

  it('go out on Monday and Tuesday morning, twenty and ten', () => {
    expect(days.filter((day) => day === '2026-11-23')).toHaveLength(20);
    expect(days.filter((day) => day === '2026-11-24')).toHaveLength(10);
  });

  it('say why each waits', () => {
    expect(slots[3]?.why).toBe(
      'Monday 23 November 08:18 in Berlin: outside working hours until then; spaced from the mails before it.',
    );
    expect(slots[25]?.why).toContain('20 mails are planned for Monday 23 November');
  });
});

describe('slots, whatever is asked,', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'America/St_Johns',
  ];
  // Around the changes to and from summer time of both hemispheres, and the end of the year.
  const around = [
    '2026-03-07',
    '2026-03-28',
    '2026-04-04',
    '2026-10-03',
    '2026-10-24',
    '2026-12-23',
  ];

  it('keep hours, holidays, daily limit and spacing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...around),
        fc.integer({ min: 0, max: 4 * 86_400_000 }),
        fc.array(fc.constantFrom(...zones), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...zones),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 90 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (date, offset, contacts, mailboxZone, dailyLimit, minutes, random) => {
          const policy = { ...defaultPolicy, dailyLimit, spacing: `PT${minutes}M` };
          const earliest = new Date(Date.parse(date) + offset);
          const taken: Date[] = [];
          for (const contactZone of contacts) {
            const { at } = chooseSlot({
              earliest,
              contactZone,
              country: 'DE',
              mailboxZone,
              policy,
              taken,
              random: () => random,
            });
            const local = DateTime.fromJSDate(at, { zone: contactZone });
            expect(at.getTime()).toBeGreaterThanOrEqual(earliest.getTime());
            expect(local.weekday).toBeLessThan(6);
            expect(local.hour).toBeGreaterThanOrEqual(8);
            expect(local.hour).toBeLessThan(18);
            expect(['12-25', '12-26', '10-03', '01-01']).not.toContain(local.toFormat('MM-dd'));
            for (const other of taken)
              expect(Math.abs(at.getTime() - other.getTime())).toBeGreaterThanOrEqual(
                minutes * 60_000,
              );
            taken.push(at);
          }
          const days = taken.map((at) =>
            DateTime.fromJSDate(at, { zone: mailboxZone }).toISODate(),
          );
          for (const day of days)
            expect(days.filter((other) => other === day).length).toBeLessThanOrEqual(dailyLimit);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('come from ten thousand taken ones, packed or one a day', () => {
    const start = Date.UTC(2026, 10, 23, 7);
    const packed = Array.from({ length: 10_000 }, (_, index) => new Date(start + index * 300_000));
    const open = { ...defaultPolicy, workingHours: 'always', holidays: 'off', dailyLimit: 10_000 };
    expect(slot({ earliest: '2026-11-23T07:00:00Z', taken: packed, policy: open }).at).toEqual(
      new Date(start + 9_999 * 300_000 + 375_000),
    );
    const daily = Array.from(
      { length: 10_000 },
      (_, index) => new Date(start + index * 86_400_000),
    );
    expect(
      slot({ earliest: '2026-11-23T07:00:00Z', taken: daily, policy: { ...open, dailyLimit: 1 } })
        .at,
    ).toEqual(new Date('2054-04-09T22:00:00.000Z'));
  });
});

describe('a week that rests on other days', () => {
  // 2026-11-20 is a Friday.
  it.each([
    ['Asia/Riyadh', 'Sunday 22'],
    ['Asia/Jerusalem', 'Sunday 22'],
    ['Asia/Kuwait', 'Sunday 22'],
    ['Asia/Dhaka', 'Sunday 22'],
    ['Asia/Kathmandu', 'Friday 20'],
    ['Asia/Tehran', 'Saturday 21'],
    ['Asia/Dubai', 'Friday 20'],
    ['Europe/Berlin', 'Friday 20'],
  ])('is kept in %s', (contactZone, day) => {
    expect(slot({ earliest: '2026-11-20T04:00:00Z', contactZone }).why).toContain(day);
  });

  it('is that of the contact’s country, and not changed where days were chosen', () => {
    const earliest = '2026-11-20T08:00:00Z';
    expect(slot({ earliest, country: 'SA' }).why).toContain('Sunday 22');
    const policy = { ...defaultPolicy, workingHours: 'Mon-Sat 08:00-18:00' };
    expect(slot({ earliest, country: 'SA', policy }).why).toContain('Friday 20');
  });
});
