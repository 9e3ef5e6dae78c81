import type { Purpose } from '../../purpose.ts';
import { isFirstContact, type Rule } from './draft.ts';

/** Words, greeting and signature included. Outreach: docs/practice.md. */
const ranges: Readonly<Record<Purpose, readonly [least: number, most: number]>> = {
  outreach: [70, 150],
  nudge: [30, 90],
  proposal: [20, 150],
  confirmation: [15, 150],
  cancellation: [15, 150],
  thank_you: [30, 180],
  check_in: [20, 150],
  introducer_thanks: [15, 120],
  landed_role: [20, 200],
  reply: [5, 200],
};

const absurd = 300;
const wordsOfOneTime = 8;

export const length: Rule = {
  name: 'length',
  check: ({ purpose, words, slots }) => {
    const [least, base] = ranges[purpose];
    // Times that are offered are read at a glance.
    const most = base + (purpose === 'nudge' ? slots.length * wordsOfOneTime : 0);
    if (words === 0 || (words >= least && words <= most)) return [];
    const practice = `Between ${least} and ${most} reads best: long enough to be personal, short enough to be answered from a phone.`;
    return words > absurd && isFirstContact(purpose)
      ? [
          {
            severity: 'error',
            message: `The mail has ${words} words; a stranger will not read more than ${absurd}. ${practice}`,
          },
        ]
      : [{ severity: 'warning', message: `The mail has ${words} words. ${practice}` }];
  },
};
