import type { Rule } from './draft.ts';

/** Where the value of a placeholder comes from. */
const sources: Readonly<Record<string, string>> = {
  my_name: 'your name: fill it in in your profile',
  my_affiliation: 'your affiliation: fill it in in your profile',
  my_link: 'your link: fill it in in your profile',
  slots: 'the times you propose: choose them first',
  when: 'the time of the meeting: confirm it first',
  introduced: 'the person you were introduced to: name them first',
};

export const unfilledPlaceholder: Rule = {
  name: 'unfilled_placeholder',
  check: ({ subject, text }) =>
    distinct(`${subject}\n${text}`.matchAll(/\{\{([^{}\n]{0,60})\}\}/g)).map(([whole, name]) => {
      const source = sources[name.trim()];
      return {
        severity: 'error',
        message:
          source === undefined
            ? `The draft still contains ${whole}. Write what belongs there, or take it out.`
            : `The draft still contains ${whole}, which stands for ${source}; or edit the draft.`,
      };
    }),
};

export const bracket: Rule = {
  name: 'bracket',
  check: ({ subject, text, purpose, contact, profile }) => {
    // The subject of a thread may carry a list's or a gateway's tag: "Re: [analysts] …".
    const own = purpose !== 'outreach' && /^re:/i.test(subject) ? '' : subject;
    // A name may be written so: the company [solidcore].
    const names = [contact.company, contact.name, profile.affiliation, profile.about].join('\n');
    const lines = [own, ...text.split('\n').filter((line) => !line.startsWith('>'))];
    return distinct(
      lines.join('\n').matchAll(/(?<![\p{L}\p{N}\]])\[([^[\]\n]{1,60})\](?![\p{L}(\]])/gu),
    )
      .filter(([whole, inside]) => isPlaceholder(inside) && !names.includes(whole))
      .map(([whole]) => ({
        severity: 'error',
        message: `The draft still contains ${whole}, which looks like a gap to fill in. Write what belongs there, or take it out.`,
      }));
  },
};

/** Not "[1]", "[x]", "[sic]" or "[…]". */
function isPlaceholder(inside: string): boolean {
  const text = inside.trim();
  return /\p{L}{2}/u.test(text) && !/^(?:sic|ok|pdf|external|extern)$/i.test(text);
}

function distinct(matches: Iterable<RegExpExecArray>): readonly (readonly [string, string])[] {
  const found = new Map<string, string>();
  for (const [whole, inside = ''] of matches) if (found.size < 20) found.set(whole, inside);
  return [...found];
}
