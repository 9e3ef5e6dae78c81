import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acceptSend } from '../../db/ledger.ts';
import type { Reservation } from '../../db/slots.ts';
import { hasty } from '../activities/activity-fixture.ts';
import { openLedgerFixture, type LedgerFixture } from './ledger-fixture.ts';

const minute = 60_000;
const day = 86_400_000;
let desk: LedgerFixture;
beforeAll(async () => {
  desk = await openLedgerFixture();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db.contact.deleteMany();
});

const at = (reservation: Reservation): number =>
  reservation.kind === 'reserved' ? reservation.at.getTime() : Number.NaN;
/** How many on each day. */
function perDay(times: readonly number[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const time of times) {
    const date = new Date(time).toISOString().slice(0, 10);
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return [...counts.values()];
}

async function approved(count: number, policy: object, facts: object = {}) {
  const drafts = [];
  for (let n = 0; n < count; n++) {
    const draft = await desk.draft(
      await desk.person({ policy: { ...hasty, ...policy }, ...facts }),
    );
    await desk.approve(draft);
    drafts.push(draft);
  }
  return drafts;
}

describe('reservations', () => {
  test('of many workers at once are never closer than the spacing', async () => {
    const drafts = await approved(12, { spacing: 'PT5M' });
    const times = (await Promise.all(drafts.map((draft) => desk.reserve(draft)))).map(at);
    const sorted = times.toSorted((a, b) => a - b);
    expect(new Set(times).size).toBe(12);
    for (const [index, time] of sorted.entries())
      if (index > 0) expect(time - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(5 * minute);
  });

  test('are repeated as they are', async () => {
    const [draft] = await approved(1, { spacing: 'PT5M' });
    if (!draft) throw new Error('No draft.');
    const first = await desk.reserve(draft);
    expect(await desk.reserve(draft, desk.now, () => 0.9)).toEqual(first);
    const many = await Promise.all([desk.reserve(draft), desk.reserve(draft)]);
    expect(many).toEqual([first, first]);
  });

  test('keep the daily limit across all contacts of a mailbox', async () => {
    const drafts = await approved(7, { dailyLimit: 3 });
    const times = (await Promise.all(drafts.map((draft) => desk.reserve(draft)))).map(at);
    expect(perDay(times).toSorted((a, b) => a - b)).toEqual([1, 3, 3]);
  });

  test('take the name of a company by its letters', async () => {
    const [first] = await approved(1, {}, { company: 'AxB' });
    const [second] = await approved(1, {}, { company: 'A_B' });
    expect((await desk.reserve(first!)).kind).toBe('reserved');
    expect((await desk.reserve(second!)).kind).toBe('reserved');
  });

  test('ask one person of a company at a time, whoever is first', async () => {
    const [one, two] = await approved(2, {}, { company: 'Acme' });
    const [other] = await approved(
      1,
      {},
      { company: 'acme', policy: { ...hasty, onePerCompany: false } },
    );
    if (!one || !two || !other) throw new Error('No drafts.');
    const reserved = await Promise.all([desk.reserve(one), desk.reserve(two)]);
    expect(reserved.map(({ kind }) => kind).toSorted()).toEqual(['company_busy', 'reserved']);
    expect(await desk.reserve(other)).toMatchObject({ kind: 'reserved' });
    // People without a company never block each other.
    const free = await approved(3, {}, { company: null });
    for (const draft of free) expect((await desk.reserve(draft)).kind).toBe('reserved');
  });

  test('are not had without an approval', async () => {
    const draft = await desk.draft(await desk.person());
    expect(await desk.reserve(draft)).toEqual({ kind: 'not_approved' });
    expect(await desk.db.send.count({ where: { draftId: draft.id } })).toBe(0);
  });

  test('that were missed in a week offline are made anew, without a burst', async () => {
    const drafts = await approved(30, { spacing: 'PT5M', dailyLimit: 20 });
    const missed = (await Promise.all(drafts.map((draft) => desk.reserve(draft)))).map(at);
    const back = new Date(desk.now.getTime() + 7 * day);
    expect(Math.max(...missed)).toBeLessThan(back.getTime());
    const times: number[] = [];
    for (const draft of drafts) times.push(at(await desk.reserve(draft, back)));
    const sorted = times.toSorted((a, b) => a - b);
    expect(sorted[0]).toBeGreaterThanOrEqual(back.getTime());
    for (const [index, time] of sorted.entries())
      if (index > 0) expect(time - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(5 * minute);
    const first = sorted.filter((time) => time < back.getTime() + 60 * minute);
    expect(first.length).toBeLessThanOrEqual(12);
    for (const count of perDay(sorted)) expect(count).toBeLessThanOrEqual(20);
  });

  test('count what has been sent today', async () => {
    const [sent, next] = await approved(2, { spacing: 'PT30M' });
    if (!sent || !next) throw new Error('No drafts.');
    await desk.reserve(sent);
    await desk.claim(sent);
    const when = new Date(desk.now.getTime() + 10 * minute);
    await acceptSend(desk.db, { draftId: sent.id, at: when, response: '250' });
    const reservation = await desk.reserve(next, new Date(when.getTime() + minute));
    expect(at(reservation)).toBeGreaterThanOrEqual(when.getTime() + 30 * minute);
  });
});
