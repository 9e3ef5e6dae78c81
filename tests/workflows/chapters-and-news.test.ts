import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findStalled } from '../../db/sweep/find-stalled.ts';
import { listNeedsYou } from '../../operations/needs-you/list-needs-you.ts';
import { noTimeSkipping } from '../support/test-server.ts';
import { tables } from './chapters-and-news.ts';
import { news, type Somebody, type Step } from './news.ts';
import { inPosition } from './positions.ts';
import { standingOf } from './standing.ts';
import { openWholeJourneys, type WholeJourneys } from './whole-journeys.ts';

describe.skipIf(noTimeSkipping())('whatever comes', () => {
  let journeys: WholeJourneys;
  beforeAll(async () => {
    journeys = await openWholeJourneys();
  });
  afterAll(() => journeys.close());

  describe.each(tables)('while this is so: $position', ({ position, rows }) => {
    const people = new Map<string, Somebody>();
    const found = new Map<string, string>();

    beforeAll(async () => {
      await journeys.look();
      for (const { what } of rows) people.set(what, await inPosition(journeys, position));
      const contacts = [...people.values()].map(({ contact }) => contact);
      await journeys.settled(contacts);
      const most = Math.max(...rows.map(({ what }) => news[what].length));
      for (let n = 0; n < most; n += 1) {
        for (const { what } of rows) {
          const steps: readonly Step[] = news[what];
          await steps[n]?.(journeys, people.get(what)!);
        }
        await journeys.look();
        await journeys.settled(contacts);
      }
      const waiting = await listNeedsYou.run(journeys.context, {});
      for (const [what, { contact }] of people)
        found.set(what, await standingOf(journeys, contact, waiting));
    });

    test.each(rows)('$what', ({ what, expected }) => {
      expect(found.get(what)).toBe(expected);
    });
  });

  test('nothing comes to a silent end', async () => {
    const { db, post } = journeys;
    expect(await findStalled(db, { now: post.now(), grace: 0 })).toEqual([]);
  });
});
