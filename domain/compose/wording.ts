import { addresseeInEnglish, addresseeInGerman } from './addressee.ts';
import { oneLine } from './template.ts';

/** How one language fits a person's notes, written in any form, into a sentence. */
export type Phrases = {
  readonly addressee: (name: string) => string;
  /** After "I came across your name". */
  readonly found: (through: string) => string;
  /** A whole sentence. */
  readonly admire: (what: string) => string;
  /** After "your work": "as a data scientist at Acme". */
  readonly work: (role: string | undefined, company: string | undefined) => string | undefined;
  /** After "your path": "from physics to product", "(physics, then product)". */
  readonly path: (path: string) => string;
  readonly list: (items: readonly string[]) => string | undefined;
  /** What a person says of themselves, in the first person, rather than what they are. */
  readonly isSentence: (about: string) => boolean;
};

/** The phrases for a language without region; English where there are none. */
export function phrasesFor(language: string): Phrases {
  return language === 'de' ? german : english;
}

const english: Phrases = {
  addressee: addresseeInEnglish,
  found: (through) =>
    knownWays(through, {
      linkedin: 'on LinkedIn',
      alumni: 'through the alumni network',
      association: 'through a professional association',
      event: 'through an event',
      mutual: 'through a mutual contact',
      referral: 'through a recommendation',
    }) ??
    (/^(on|at|in|through|via|from|by|while|during|when) /i.test(through)
      ? lowerFirst(bare(through))
      : `through ${decapitalised(bare(through), /^(Your|The|Our|My|A|An) /)}`),
  admire: (what) => {
    if (/^(I|I'm|I've|I’m|I’ve) /.test(what)) return ended(what);
    const thing = decapitalised(
      bare(what),
      /^(Your|How|That|The|What|Their|His|Her|Being|Having|You) /,
    );
    return `I admire ${thing.startsWith('you ') ? 'that ' : ''}${thing}.`;
  },
  work: (role, company) => {
    const at = company === undefined ? '' : ` at ${company}`;
    if (role === undefined) return company === undefined ? undefined : `at ${company}`;
    return `as ${withArticle(role)}${at}`;
  },
  path: (path) => fromTo(path, 'from', 'to'),
  list: (items) => listed(items, 'and'),
  isSentence: (about) =>
    /^(I|I'm|I've|I’m|I’ve|My|After|As|Since|Having|With|Currently|For) /.test(about),
};

const german: Phrases = {
  addressee: addresseeInGerman,
  found: (through) =>
    knownWays(through, {
      linkedin: 'über LinkedIn',
      alumni: 'über das Alumni-Netzwerk',
      association: 'über einen Berufsverband',
      event: 'durch eine Veranstaltung',
      mutual: 'über gemeinsame Bekannte',
      referral: 'durch eine Empfehlung',
    }) ??
    (/^(über|durch|auf|bei|beim|im|in|am|an|von|vom|via|per|mit) /i.test(through)
      ? lowerFirst(bare(through))
      : `über ${bare(through)}`),
  admire: (what) => {
    if (/^(Ich|Mich|Mir|Sie haben|Sie sind) /.test(what)) return ended(what);
    const thing = decapitalised(bare(what), /^(Wie|Dass|Was|Warum|Womit|Der|Die|Das) /);
    return `Mich beeindruckt${/^(wie|dass|was|warum|womit|mit welche[rm]?) /.test(thing) ? ',' : ''} ${thing}.`;
  },
  work: (role, company) => {
    const at = company === undefined ? '' : ` bei ${company}`;
    if (role === undefined) return company === undefined ? undefined : `bei ${company}`;
    return `als ${role}${at}`;
  },
  path: (path) => fromTo(path, 'von', 'zu'),
  list: (items) => listed(items, 'und'),
  isSentence: (about) =>
    /^(Ich|Mein|Meine|Nach|Als|Seit|Derzeit|Aktuell|Gerade|Zurzeit|Im) /.test(about),
};

/** "LinkedIn" and the like, as a form or an import offers them. */
function knownWays(through: string, ways: Readonly<Record<string, string>>): string | undefined {
  const key = bare(through).toLowerCase();
  return Object.hasOwn(ways, key) ? ways[key] : undefined;
}

function withArticle(role: string): string {
  // A title ("Head of Data") stands alone; a plain noun ("data scientist") wants its article.
  if (!/^\p{Ll}/u.test(role) || /^(a|an|the|your) /.test(role)) return role;
  return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`;
}

function fromTo(path: string, from: string, to: string): string {
  const [before = '', after = '', ...more] = path.split(/→|->|=>|>/).map((part) => bare(part));
  if (before === '' || after === '') {
    const text = bare(path);
    return new RegExp(`^${from} `, 'i').test(text) ? lowerFirst(text) : `(${text})`;
  }
  return [`${from} ${before}`, ...[after, ...more].map((step) => `${to} ${step}`)].join(' ');
}

function listed(items: readonly string[], and: string): string | undefined {
  const names = items.map((item) => bare(item)).filter((item) => item !== '');
  const last = names.at(-1);
  if (last === undefined || names.length === 1) return last;
  return `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** On one line, without the full stop that would end up inside our sentence. */
export function bare(text: string): string {
  return oneLine(text).replace(/[.;,:]{1,3}$/, '');
}

/** A sentence of its own, with an end. */
export function ended(text: string): string {
  const line = oneLine(text);
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}

function decapitalised(text: string, first: RegExp): string {
  return first.test(text) ? lowerFirst(text) : text;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
