import { lowerFirst } from '../../notes/normalise.ts';
import type { NoteField } from '../../note.ts';
import { isLoud, quiet, withSites, withWords, type Respelt } from '../spelling.ts';

/** "u", "ur" and "dont" written out; capitals made small. */
export function respell(note: string, field: NoteField): Respelt {
  const quieter = isLoud(note) ? withWords(quiet(note), names) : note;
  // As people write of themselves: "Responsible for a team of twelve".
  const calm =
    field === 'admire' && ofOneself.test(quieter) ? `you are ${lowerFirst(quieter)}` : quieter;
  return {
    text: withWords(
      withSites(
        calm
          .replace(loud, (word) => word.toLowerCase())
          .replace(tongue, (word) => word.slice(0, 1).toUpperCase() + word.slice(1))
          .replace(/(?<=\d)[ -]?yrs?\b/gu, ' years')
          .replace(/\b(a|per|each|every|last|next) yr\b/gu, '$1 year'),
      ),
      short,
    )
      .replace(/\b([Hh]ow|[Ww]hy|[Ww]here|[Ww]hat) r (?=you\b)/g, '$1 are ')
      .replace(/(?<=\p{L} )re: ?(?=\p{L})/gu, 'about ')
      .replace(/\byou r\b/g, 'you are')
      .replace(/(?<![\p{L}\p{N}])[Rr] (?=(?:you|they|we)\b)/gu, 'are ')
      .replace(/(?<![\p{L}\p{N}])([Ee])p\.? (?=\d)/gu, '$1pisode ')
      .replace(/(?<=\p{L}) @ ?(?=\p{L})/gu, ' at ')
      .replace(/(?<=\d ?)min(?=[\s.,]|$)/g, 'minutes')
      .replace(/(?<=\b(?:an?|the|my|your) \d{1,3}) years? old(?=s?\b)/gu, '-year-old')
      .replace(/(?<=\d )(?:yrs?|y)(?=[\s.,]|$)/g, 'years')
      .replace(/ [&+] (?=\p{Ll})/gu, ' and '),
  };
}

/** Languages, peoples, days and months have capitals in English; "polish", "march" and "may" are other words, too. */
const tongue =
  /(?<![\p{L}.@/-])(?:english|german|french|spanish|italian|portuguese|dutch|swedish|danish|norwegian|finnish|russian|ukrainian|turkish|arabic|persian|chinese|japanese|korean|greek|irish|welsh|scottish|british|european|american|african|syrian|swiss|austrian|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september|october|november|december)(?![\p{L}.@/])/gu;

/** Words that people raise their voice in. */
const loud =
  /\b(?:LOVED?|LIKED?|HATED?|SO|VERY|REALLY|GREAT|AMAZING|AWESOME|BEST|MUST|NOT|NEVER|ALWAYS|ALL|EVERY|THE|AND|BUT|WHY|HOW|WHAT)\b/g;

const ofOneself =
  /^(?:responsible for|passionate about|skilled (?:in|at)|good (?:at|with)|known for|famous for|experienced in|speciali[sz]ed in) /i;

/** What a note in capitals had its capitals for in any case. */
const names: Readonly<Record<string, string>> = {
  r: 'R',
  c: 'C',
  python: 'Python',
  java: 'Java',
  rust: 'Rust',
  excel: 'Excel',
  english: 'English',
  german: 'German',
  french: 'French',
  spanish: 'Spanish',
  europe: 'Europe',
  london: 'London',
  berlin: 'Berlin',
  paris: 'Paris',
  eu: 'EU',
  us: 'US',
  usa: 'USA',
  nhs: 'NHS',
  mba: 'MBA',
  cv: 'CV',
  api: 'API',
  hr: 'HR',
};

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
  thru: 'through',
  tho: 'though',
  thnx: 'thanks',
  cuz: 'because',
  coz: 'because',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'have to',
  kinda: 'rather',
  rly: 'really',
  uni: 'university',
  govt: 'government',
  mgmt: 'management',
  dept: 'department',
  mgr: 'manager',
  til: 'until',
  asst: 'assistant',
  yrs: 'years',
  mins: 'minutes',
  hrs: 'hours',
  approx: 'about',
  esp: 'especially',
  btwn: 'between',
  wlb: 'work-life balance',
  arent: "aren't",
  wont: "won't",
  hasnt: "hasn't",
  havent: "haven't",
  shouldnt: "shouldn't",
  theyre: "they're",
  theres: "there's",
  'w/': 'with',
  w: 'with',
  ama: 'AMA',
  'w/o': 'without',
  'w/out': 'without',
  ceo: 'CEO',
  cto: 'CTO',
  cfo: 'CFO',
  ai: 'AI',
  ml: 'ML',
  ux: 'UX',
  ui: 'UI',
  nlp: 'NLP',
  sql: 'SQL',
  phd: 'PhD',
  uk: 'UK',
  'b/c': 'because',
  blogpost: 'blog post',
  english: 'English',
  german: 'German',
  french: 'French',
  spanish: 'Spanish',
  italian: 'Italian',
  latin: 'Latin',
  british: 'British',
  american: 'American',
  european: 'European',
  irish: 'Irish',
  scottish: 'Scottish',
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};
