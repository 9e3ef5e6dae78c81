import { nameParts } from '../names/name-parts.ts';
import { fold, foldedWords, type Draft, type Rule } from './draft.ts';

const words =
  /\b(?:(?:short|quick|brief) (?:call|chat|conversation|talk|exchange)|(?:kurzes?|kurzen) (?:gesprach|telefonat|anruf|austausch)|coffee|kaffee|cafe)\b/;
const minutes =
  /\b(\d{1,3}|ten|fifteen|twenty|thirty|zehn|funfzehn|zwanzig|dreissig)(?:[ -]?(?:to|bis|a|-|–|or|oder) ?(\d{1,3}|fifteen|twenty|thirty|zwanzig|dreissig))?[ -]?min(?:\b|ut)/g;
const spelled: Readonly<Record<string, number>> = {
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  zehn: 10,
  funfzehn: 15,
  zwanzig: 20,
  dreissig: 30,
};

/** Practice: ask for 15 to 30 minutes (docs/practice.md). */
export const noSmallAsk: Rule = {
  name: 'no_small_ask',
  check: ({ purpose, sentences }) => {
    if (purpose !== 'outreach') return [];
    const asked = sentences.flatMap(({ folded }) => [...folded.matchAll(minutes)].map(longest));
    const small =
      asked.some((length) => length <= 30) ||
      (asked.length === 0 && sentences.some(({ folded }) => words.test(folded)));
    if (small) return [];
    return [
      {
        severity: 'warning',
        message:
          asked.length > 0
            ? `The mail asks for ${Math.max(...asked)} minutes. 15 to 30 are easy to say yes to, and often become more by themselves.`
            : 'The mail has no clear small ask. Name one: "Would you have 20 minutes in the next two to four weeks?" is easy to say yes to.',
      },
    ];
  },
};

/** Practice: a mail that could go to anybody is answered by nobody. */
export const noReason: Rule = {
  name: 'no_reason',
  check: (draft) => {
    if (draft.purpose !== 'outreach' || givesAReason(draft)) return [];
    const known = facts(draft).length > 0;
    return [
      {
        severity: 'warning',
        message:
          'The mail does not say why you write to this person and nobody else. ' +
          (known
            ? 'Use one of your notes: what you admire, their path, what they wrote.'
            : 'Note what you admire, their role, their path or something they wrote, and it goes into the draft.'),
      },
    ];
  },
};

/** Practice: a referrer is named first; it is the strongest reason to answer. */
export const referrerMissing: Rule = {
  name: 'referrer_missing',
  check: ({ purpose, contact, text }) => {
    const referrer = contact.referredBy?.trim() ?? '';
    if (purpose !== 'outreach' || referrer === '') return [];
    const { plain, first, last } = nameParts(referrer);
    const names = [plain, first ?? plain, last].map((name) => foldedWords(name).join(' '));
    const said = ` ${foldedWords(text).join(' ')} `;
    const at = Math.min(...names.map((name) => place(said, ` ${name} `)));
    if (at === Infinity) {
      return [
        {
          severity: 'warning',
          message: `${referrer} referred you, but the mail does not say so. Name them in the first sentence: nothing is a better reason to answer.`,
        },
      ];
    }
    const before = said.slice(0, at).split(' ').length;
    return before > 60
      ? [
          {
            severity: 'warning',
            message: `${referrer} is named late. Name who referred you in the first sentence.`,
          },
        ]
      : [];
  },
};

function longest(match: RegExpExecArray): number {
  return Math.max(...match.slice(1).map((said) => spelled[said] ?? Number(said ?? 0)));
}

function place(text: string, part: string): number {
  const at = text.indexOf(part);
  return at < 0 || part.trim() === '' ? Infinity : at;
}

const own =
  /\b(?:your (?:[a-z]{1,15} )?(?:talk|article|post|paper|book|podcast|interview|lecture|blog|newsletter|project|research|thesis|path|career)|ih(?:r|re|ren|rem) (?:[a-z]{1,15} )?(?:vortrag|artikel|beitrag|buch|podcast|interview|blog|newsletter|projekt|forschung|werdegang|weg|laufbahn))\b/;

function givesAReason(draft: Draft): boolean {
  if (draft.sentences.some(({ folded }) => own.test(folded))) return true;
  const said = foldedWords(draft.text);
  const line = ` ${said.join(' ')} `;
  const mine = new Set(
    foldedWords(`${draft.profile.name ?? ''} ${draft.profile.affiliation ?? ''}`),
  );
  const telling = new Set(
    said.filter((word) => word.length >= 5 && !mine.has(word) && !empty.has(word)),
  );
  return facts(draft).some((fact) => {
    const factWords = foldedWords(fact);
    const whole = factWords.join(' ');
    return (
      (whole.length >= 2 &&
        line.includes(` ${whole} `) &&
        !factWords.every((word) => mine.has(word))) ||
      factWords.some((word) => telling.has(word))
    );
  });
}

/** Words long enough to tell something, but which any mail has. */
const empty = new Set(
  'about would people there their where which while other could short experience learn today years minutes conversation weeks arbeit ihrer ihnen ihren einen einer nicht meine haben hatten minuten gesprach'.split(
    ' ',
  ),
);

function facts({ contact }: Draft): readonly string[] {
  return [
    contact.company,
    contact.role,
    contact.path,
    contact.admire,
    contact.wrote,
    contact.sharedAffiliation,
    contact.referredBy,
    ...contact.topics,
  ].filter((fact): fact is string => fact !== undefined && fold(fact) !== '');
}
