import { isSingle } from './single.ts';

/**
 * A note about "her" as one to "you": "she explains things" becomes "you explain things". Undefined where
 * more than the pronouns and the verb after them would have to change.
 */
export function toYou(given: string): string | undefined {
  // "does he hire"
  const text = given.replace(
    /\b(does|doesn't|is|isn't|was|wasn't|has|hasn't) (?:she|he)\b/gi,
    (_whole, verb: string) => `${secondPerson(verb.toLowerCase())} you`,
  );
  if (!/\b(?:she|he|her|his|hers|him|himself|herself|they|their|them)\b/i.test(text)) return text;
  // "Dave says you are the best witness he has had": somebody else is meant.
  if (/\byou\b/i.test(text) && /\b(?:she|he)\b/i.test(text) && !/^(?:she|he|her|his)\b/i.test(text))
    return text;
  // Somebody else is meant: "what you would ask a physicist before hiring her".
  if (
    !/\b(?:she|he)\b/i.test(text) &&
    !/^(?:they|their|her|his)\b/i.test(text) &&
    (/\byour?\b/i.test(text) ||
      (!/^(?:saw|met|heard|read|found|watched|follow(?:ed)?|a|my|our) /i.test(text) &&
        !isOnlyTheirs(text)))
  )
    return text;
  const plural = /^(?:they|their)\b/i.test(text);
  const turned = text
    .replace(
      /\b(she|he)('s|'d|'ll|'ve)? (?:(also|still|never|ever|always|often|usually|sometimes|rarely|really|just|only|then|once) )?([a-z']+)\b/gi,
      (whole, _who: string, short: string | undefined, adverb: string | undefined, verb: string) =>
        withYou(whole, { short, adverb, verb }),
    )
    .replace(/\b(?:hers)\b/gi, 'yours')
    .replace(/\b(?:himself|herself)\b/gi, 'yourself')
    .replace(/\bhis\b/gi, 'your')
    .replace(/\bhim\b/gi, 'you')
    .replace(
      /\b(saw|heard|watched|met|caught|remember|seen) her (?=(?:being|speaking|\w+ing)\b)/gi,
      '$1 you ',
    )
    .replace(
      /\bher (?=(?:in|at|on|to|from|for|with|as|through|speak|talk|give|present|explain|and|about)\b|$)/gi,
      'you ',
    )
    .replace(/\bher$/i, 'you')
    .replace(/\bher\b/gi, 'your');
  const said = plural ? turned.replace(/\bthey\b/gi, 'you').replace(/\btheir\b/gi, 'your') : turned;
  // "She was a physio, now leads a team": the second verb has the same subject.
  const verbs = said.replace(
    /((?:,|\band|\bbut|\bthen|\bnow) (?:now |then |still |also |basically |really |always |never |even |just )?)(says|tells|thinks|knows|uses|takes|gives|gets|wants|loves|admits|leads|runs|works|is(?! (?:it|this|that|there|the|an?)\b)|has|writes|teaches|makes|builds|manages|explains|keeps|shows|draws|answers|speaks|talks|helps|does|doesn't|isn't|hasn't|goes|advises|organi[sz]es|mentors)\b/g,
    (_whole, before: string, verb: string) => `${before}${secondPerson(verb)}`,
  );
  const now = verbs.replace(
    /\b(now|(?:and|but) (?:still|never|always|often|also|even|then|only)) (?!(?:as|his|its|this|always|is|has|was|days|weeks|hours|times|years|lots|loads)\b)([a-z]{2,}s)\b/g,
    (_whole, before: string, verb: string) => `${before} ${secondPerson(verb)}`,
  );
  return /\b(?:she|he)\b/i.test(now) ? undefined : now;
}

/** "the bit about firing his biggest customer": nobody is named before whom it could mean. */
function isOnlyTheirs(text: string): boolean {
  const [before = ''] = text.split(/\b(?:her|his|him)\b/i);
  const words = before.toLowerCase().match(/\p{L}+/gu) ?? [];
  return (
    /^(?:the|that|this|how|why|what) /i.test(text) &&
    !/ \p{Lu}/u.test(before) &&
    !words.some((word) => isSingle(word) || isSingle(word.replace(/s$/, '')))
  );
}

function withYou(
  whole: string,
  part: {
    readonly short: string | undefined;
    readonly adverb: string | undefined;
    readonly verb: string;
  },
): string {
  const { short, adverb, verb } = part;
  if (short !== undefined) {
    const said =
      short === "'s"
        ? /(?:ed|en|built|made|led|won|been|had|got)$/.test(verb)
          ? "'ve"
          : "'re"
        : short;
    return `you${said} ${adverb === undefined ? '' : `${adverb} `}${verb}`;
  }
  if (whole === '') return whole;
  return `you ${adverb === undefined ? '' : `${adverb} `}${secondPerson(verb)}`;
}

/** "explains" to "explain"; past tenses stay. */
export function secondPerson(verb: string): string {
  const irregular: Readonly<Record<string, string>> = {
    is: 'are',
    was: 'were',
    has: 'have',
    does: 'do',
    goes: 'go',
    "isn't": "aren't",
    "doesn't": "don't",
    "hasn't": "haven't",
    "wasn't": "weren't",
  };
  if (Object.hasOwn(irregular, verb)) return irregular[verb] ?? verb;
  if (/(?:ss|us)$/.test(verb) || !verb.endsWith('s')) return verb;
  if (/[^aeiou]ies$/.test(verb) && verb.length > 4) return `${verb.slice(0, -3)}y`;
  if (/(?:ches|shes|xes|sses|zzes)$/.test(verb)) return verb.slice(0, -2);
  return verb.slice(0, -1);
}
