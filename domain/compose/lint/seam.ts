import type { Rule } from './draft.ts';

const seams: readonly RegExp[] = [
  /[?!]\./u,
  /[?!.],(?!\d)/u,
  /\?{2,}/u,
  /(?<!\.)\.\.(?!\.)| \. /u,
  /(?<!\p{L})(?:a a|an an|the the|a an|the a|a the|to to|of of|your your|is is|und und|die die|der der|das das)(?!\p{L})/iu,
  /\b(?:about|through|because of|admire|on|über|durch|sur|sobre) (?:I|You|He|She|We|Ich|Wir|Je|Vous|Nous) \p{Ll}/u,
  /\b(?:that|how|dass|wie) (?:how|that|dass|wie)\b/u,
];

/** A sentence that shows where a note was put in. */
export const seam: Rule = {
  name: 'seam',
  check: ({ sentences, text }) => {
    const found = sentences.find(({ said }) => seams.some((pattern) => pattern.test(said)));
    if (found === undefined || text === '') return [];
    return [
      {
        severity: 'warning',
        message: `This sentence may not read well: "${found.said.slice(0, 120)}". Look at the note it comes from.`,
      },
    ];
  },
};
