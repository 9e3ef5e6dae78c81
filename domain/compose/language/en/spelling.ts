import { isLoud, quiet, withSites, withWords, type Respelt } from '../spelling.ts';

/** "u", "ur" and "dont" written out; capitals made small. */
export function respell(note: string): Respelt {
  const calm = isLoud(note) ? quiet(note) : note;
  return {
    text: withWords(withSites(calm), short)
      .replace(/\b([Hh]ow|[Ww]hy|[Ww]here|[Ww]hat) r (?=you\b)/g, '$1 are ')
      .replace(/\byou r\b/g, 'you are')
      .replace(/ & (?=\p{Ll})/gu, ' and '),
  };
}

const short: Readonly<Record<string, string>> = {
  i: 'I',
  u: 'you',
  ur: 'your',
  yr: 'your',
  youre: "you're",
  youve: "you've",
  im: "I'm",
  ive: "I've",
  dont: "don't",
  doesnt: "doesn't",
  didnt: "didn't",
  isnt: "isn't",
  wasnt: "wasn't",
  cant: "can't",
  couldnt: "couldn't",
  wouldnt: "wouldn't",
  thats: "that's",
  whats: "what's",
  hows: "how's",
  pls: 'please',
  plz: 'please',
  thx: 'thanks',
  abt: 'about',
  bc: 'because',
  ppl: 'people',
  'w/': 'with',
  'w/o': 'without',
  'w/out': 'without',
  ai: 'AI',
  ml: 'ML',
  ux: 'UX',
  ui: 'UI',
  nlp: 'NLP',
  sql: 'SQL',
  phd: 'PhD',
  uk: 'UK',
  'b/c': 'because',
};
