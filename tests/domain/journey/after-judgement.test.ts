import { expect, test } from 'vitest';
import type { Chapter, Outcome, ReplyJudgement } from '../../../domain/journey.ts';
import { afterJudgement } from '../../../domain/journey/after-judgement.ts';

type Case = readonly [ReplyJudgement, Readonly<Partial<Record<Chapter, string>>>];

/** Before they have met; `agreeing+` proposes times. What is not named stays where it is. */
const table: readonly Case[] = [
  [
    'interested',
    { outreach: 'agreeing+', silence: 'agreeing+', agreeing: 'agreeing+', closed: 'agreeing+' },
  ],
  ['asks', { outreach: 'agreeing', silence: 'agreeing', closed: 'agreeing' }],
  [
    'proposes_time',
    { outreach: 'agreeing', silence: 'agreeing', keeping_in_touch: 'agreeing', closed: 'agreeing' },
  ],
  [
    'accepts_time',
    { outreach: 'agreeing', silence: 'agreeing', keeping_in_touch: 'agreeing', closed: 'agreeing' },
  ],
  [
    'cannot_make_it',
    { outreach: 'agreeing+', silence: 'agreeing+', agreeing: 'agreeing+', meeting: 'agreeing+' },
  ],
  [
    'answered',
    {
      outreach: 'thanks',
      silence: 'thanks',
      agreeing: 'thanks',
      meeting: 'thanks',
      closed: 'thanks',
    },
  ],
  [
    'declined',
    {
      outreach: 'declined',
      silence: 'declined',
      agreeing: 'declined',
      meeting: 'declined',
      closed: 'declined',
    },
  ],
  ['later', { outreach: 'silence', agreeing: 'silence', meeting: 'silence', closed: 'silence' }],
  ['referred', { outreach: 'referred', silence: 'referred', agreeing: 'referred' }],
  ['not_a_reply', {}],
  [
    'opt_out',
    Object.fromEntries(
      ['outreach', 'silence', 'agreeing', 'meeting', 'thanks', 'keeping_in_touch', 'closed'].map(
        (chapter) => [chapter, 'opted_out'],
      ),
    ),
  ],
];

const chapters: readonly Chapter[] = [
  'outreach',
  'silence',
  'agreeing',
  'meeting',
  'thanks',
  'keeping_in_touch',
  'closed',
];

function told(from: Chapter, judgement: ReplyJudgement, met = false): string {
  const outcome: Outcome | undefined = from === 'closed' ? 'silent' : undefined;
  const to = afterJudgement({ chapter: from, outcome, met }, judgement);
  if (to.outcome !== undefined && to.outcome !== outcome) return to.outcome;
  return to.proposing === undefined ? to.chapter : `${to.chapter}+`;
}

test.each(
  table.flatMap(([judgement, row]) =>
    chapters.map((chapter) => [judgement, chapter, row[chapter] ?? chapter] as const),
  ),
)('a mail judged "%s" while %s leads to %s', (judgement, chapter, expected) => {
  expect(told(chapter, judgement)).toBe(expected);
});

test.each([
  ['declined', 'agreeing', 'keeping_in_touch'],
  ['referred', 'agreeing', 'keeping_in_touch'],
  ['later', 'agreeing', 'keeping_in_touch'],
  ['later', 'closed', 'keeping_in_touch'],
  ['answered', 'closed', 'keeping_in_touch'],
  ['interested', 'closed', 'closed'],
  ['declined', 'closed', 'closed'],
] as const)('once they have met, "%s" while %s leads to %s', (judgement, chapter, expected) => {
  expect(told(chapter, judgement, true)).toBe(expected);
});

test.each(['interested', 'asks', 'proposes_time', 'answered', 'declined', 'later'] as const)(
  'somebody who opted out stays so, though a mail is judged "%s"',
  (judgement) => {
    const from = { chapter: 'closed', outcome: 'opted_out', met: false } as const;
    expect(afterJudgement(from, judgement)).toEqual(from);
  },
);
