import { overlap, sharedSentences } from '../overlap.ts';
import { sameAs } from '../vary.ts';
import type { Rule } from './draft.ts';

const warnFrom = 0.3;
const holdFrom = 0.6;

/** Two colleagues who compare their mails should not find the same letter. */
export const readsLike: Rule = {
  name: 'reads_like',
  check: ({ purpose, text, contact, others }) => {
    const company = sameAs(contact.company);
    if (purpose !== 'outreach' || company === undefined) return [];
    const colleagues = others.filter((other) => sameAs(other.company) === company);
    const nearest = colleagues
      .map((other) => ({ other, share: overlap(text, other.text) }))
      .toSorted((a, b) => b.share - a.share)[0];
    if (nearest === undefined || nearest.share < warnFrom) return [];
    const lines = sharedSentences(text, nearest.other.text).slice(0, 3);
    return [
      {
        severity: nearest.share >= holdFrom ? 'error' : 'warning',
        message: `${Math.round(nearest.share * 100)} % of this letter is in the one to ${nearest.other.name}, also at ${contact.company ?? ''}${lines.length === 0 ? '' : `: ${lines.map((line) => `"${line.slice(0, 80)}"`).join(', ')}`}. Change these sentences; colleagues compare.`,
      },
    ];
  },
};
