import type { DayPart } from '../answer.ts';

/** What a word or phrase contributes. Cues speak about the sentence, all others about a time. */
export type Meaning =
  | { readonly is: 'weekday'; readonly weekday: number }
  | { readonly is: 'month'; readonly month: number }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'ordinal'; readonly value: number }
  | { readonly is: 'dayOffset'; readonly days: number; readonly part?: DayPart }
  | { readonly is: 'which'; readonly which: 'this' | 'next' | 'past' | 'coming' }
  | { readonly is: 'week'; readonly week: WeekWord; readonly edge?: Edge }
  | { readonly is: 'part'; readonly part: DayPart }
  | { readonly is: 'edge'; readonly edge: Edge }
  | { readonly is: 'clock'; readonly minute: number }
  | { readonly is: 'unit'; readonly minutes: number }
  | { readonly is: 'zone'; readonly zone: ZoneWord }
  | { readonly is: 'all'; readonly which: 'all' | 'none' | 'others' }
  | { readonly is: 'pick'; readonly pick: 'first' | 'last' | 'early' | 'late' | 'middle' }
  | { readonly is: Plain };

/** `that` is the week the mail named before, `following` the one after it. */
export type WeekWord =
  'that' | 'this' | 'next' | 'afterNext' | 'following' | 'week' | 'weekend' | 'month';
export type Edge = 'early' | 'late' | 'middle' | 'rest' | 'other';
/** An IANA name, a name of several zones (`shared:ist`), or whose clock: `theirs`, `ours`. */
export type ZoneWord = string;

/** Meanings that carry nothing but their kind. */
export type Plain = (typeof plainMeanings)[number];

export const plainMeanings = [
  // Parts of a time.
  'am',
  'pm',
  'oclock',
  'half',
  'quarter',
  'past',
  'to',
  'at',
  'link',
  'the',
  'and',
  'or',
  'between',
  'from',
  'after',
  'before',
  'onwards',
  'except',
  'instead',
  'than',
  'ends',
  'option',
  'time',
  'ago',
  'later',
  'earlier',
  'push',
  'sameTime',
  'any',
  // Cues.
  'yes',
  // Pleased to talk, which says nothing of an hour.
  'glad',
  // "I can", "let us talk": without them a sentence about a day is only a statement.
  'commit',
  'state',
  'no',
  'not',
  'fine',
  'hedge',
  'if',
  'unless',
  'elseCase',
  'but',
  'subject',
  // "Friday too": what was said of the time before holds for this one.
  'also',
  'filler',
  'other',
  'busy',
  'ask',
  'detail',
  'defer',
  'assistant',
  'handover',
  'arranges',
  'someone',
  'cancel',
  'move',
  'confirm',
  'wholly',
  'backward',
] as const;

/** One language. Lists are phrases in folded letters between bars or line ends. */
export type Lexicon = {
  readonly language: string;
  /** Hours are written from 0 to 24: "8 Uhr" is the morning. */
  readonly by24Hours: boolean;
  /** "Half three" is half past two. */
  readonly halfBefore: boolean;
  /** A number right after a weekday is a day of the month: "lundi 14". */
  readonly weekdayNumberIsDate: boolean;
  /** Seven, from Monday. */
  readonly weekdays: readonly string[];
  /** Twelve, from January. */
  readonly months: readonly string[];
  /** From one on. */
  readonly numbers: readonly string[];
  /** From the first on. */
  readonly ordinals: readonly string[];
  readonly dayOffsets: readonly (readonly [days: number, phrases: string, part?: DayPart])[];
  readonly weeks: readonly (readonly [week: WeekWord, phrases: string, edge?: Edge])[];
  readonly which: Readonly<Record<'this' | 'next' | 'past' | 'coming', string>>;
  readonly parts: Readonly<Record<DayPart, string>>;
  readonly edges: Readonly<Record<Edge, string>>;
  readonly noon: string;
  readonly midnight: string;
  readonly units: readonly (readonly [minutes: number, phrases: string])[];
  readonly zones: readonly (readonly [zone: ZoneWord, phrases: string])[];
  readonly all: Readonly<Record<'all' | 'none' | 'others', string>>;
  readonly picks: Readonly<Record<'first' | 'last' | 'early' | 'late' | 'middle', string>>;
  readonly plain: Readonly<Partial<Record<Plain, string>>>;
};

export type LexiconNode = {
  readonly next: Map<string, LexiconNode>;
  meaning: Meaning | undefined;
};

/** The phrases of a language as a tree of words. Of two meanings of a phrase the one listed first counts. */
export function lexiconTree(lexicon: Lexicon): LexiconNode {
  const root: LexiconNode = { next: new Map(), meaning: undefined };
  const add = (phrases: string, meaning: Meaning): void => {
    for (const phrase of phrases.split(/[|\n]/)) plant(root, phrase.trim(), meaning);
  };
  lexicon.weekdays.forEach((each, index) => add(each, { is: 'weekday', weekday: index + 1 }));
  lexicon.months.forEach((each, index) => add(each, { is: 'month', month: index + 1 }));
  for (const [days, each, part] of lexicon.dayOffsets) {
    add(each, part === undefined ? { is: 'dayOffset', days } : { is: 'dayOffset', days, part });
  }
  for (const [week, each, edge] of lexicon.weeks) {
    add(each, edge === undefined ? { is: 'week', week } : { is: 'week', week, edge });
  }
  for (const [part, each] of entries(lexicon.parts)) add(each, { is: 'part', part });
  add(lexicon.noon, { is: 'clock', minute: 720 });
  add(lexicon.midnight, { is: 'clock', minute: 0 });
  for (const [which, each] of entries(lexicon.all)) add(each, { is: 'all', which });
  for (const [pick, each] of entries(lexicon.picks)) add(each, { is: 'pick', pick });
  lexicon.ordinals.forEach((each, index) => add(each, { is: 'ordinal', value: index + 1 }));
  lexicon.numbers.forEach((each, index) => add(each, { is: 'number', value: index + 1 }));
  for (const [minutes, each] of lexicon.units) add(each, { is: 'unit', minutes });
  for (const [is, each] of entries(lexicon.plain)) add(each, { is });
  for (const [which, each] of entries(lexicon.which)) add(each, { is: 'which', which });
  // Last: "et" is a word of French before it is Eastern time.
  for (const [zone, each] of lexicon.zones) add(each, { is: 'zone', zone });
  for (const [edge, each] of entries(lexicon.edges)) add(each, { is: 'edge', edge });
  return root;
}

function plant(root: LexiconNode, phrase: string, meaning: Meaning): void {
  if (phrase === '') return;
  let node = root;
  for (const word of phrase.split(' ')) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = { next: new Map(), meaning: undefined };
      node.next.set(word, next);
    }
    node = next;
  }
  node.meaning ??= meaning;
}

function entries<Key extends string, Value>(
  record: Readonly<Partial<Record<Key, Value>>>,
): readonly (readonly [Key, Value])[] {
  return Object.entries<unknown>(record).filter(isEntry<Key, Value>);
}

/** Object.entries forgets the type of the keys; the literals of a lexicon have no others. */
function isEntry<Key extends string, Value>(
  entry: readonly [string, unknown],
): entry is [Key, Value] & [string, unknown] {
  return entry[1] !== undefined;
}
