import type { Atom } from './atoms.ts';
import type { Expression } from './expression.ts';
import type { Item } from './expressions.ts';
import {
  beginScope,
  closeGroup,
  type Draft,
  finished,
  newDraft,
  note,
  take,
} from './clause-draft.ts';
import type { Group } from './group.ts';
import type { Plain } from './lexicon/lexicon.ts';
import { dayFollows, goesOn, isAfterPreference, isSameKind, nextExpression } from './look-ahead.ts';
import { isMark } from './reader.ts';

/** How the words around a group bear on it. */
export type Scope = 'plain' | 'not' | 'except' | 'instead' | 'than';

export type Clause = {
  readonly groups: readonly { readonly group: Group; readonly scope: Scope }[];
  readonly cues: ReadonlySet<Plain>;
  /** Words of the text that no lexicon knows, names aside. */
  readonly unknown: number;
  readonly condition: 'none' | 'if' | 'unless' | 'else';
  /** A colon joins it to the clause before: "Not available: Tuesday, Friday". */
  readonly afterColon: boolean;
  readonly hasSubject: boolean;
  /** Numbers, weekdays or months that no expression used. */
  readonly leftover: boolean;
};

export type Sentence = {
  readonly clauses: readonly Clause[];
  readonly question: boolean;
  /** "She", "he", "who": somebody other than the two. */
  readonly thirdPerson: boolean;
  readonly from: number;
  readonly to: number;
};

/** Sentences and clauses with the groups of constraints in each. */
export function sentencesOf(items: readonly Item[], atoms: readonly Atom[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let begin = 0;
  for (let at = 0; at <= items.length; at++) {
    const item = items[at];
    if (item !== undefined && !endsSentence(items, at)) continue;
    const part = items.slice(begin, at);
    if (part.length > 0) {
      const question = item !== undefined && 'atom' in item && item.atom.text === '?';
      const first = atoms[startOf(part[0]!)]!;
      // Quoted with its question mark.
      const isClosed = item !== undefined && 'atom' in item && item.atom.text !== '\n';
      const last = isClosed ? item.atom : atoms[endOf(part.at(-1)!) - 1]!;
      sentences.push({
        clauses: clausesOf(part),
        question,
        thirdPerson: part.some(isThirdPerson),
        from: first.from,
        to: last.to,
      });
    }
    begin = at + 1;
  }
  return sentences;
}

function isThirdPerson(item: Item): boolean {
  return (
    'atom' in item &&
    /^(?:she|he|they|who|he'll|she'll|they'll|er|elle|ella|qui|quien)$/.test(item.atom.text)
  );
}

function startOf(item: Item): number {
  return 'atom' in item ? item.at : item.expression.first;
}

function endOf(item: Item): number {
  return 'atom' in item ? item.at + 1 : item.expression.next;
}

const titles = /^(?:mr|mrs|ms|dr|prof|st|approx|ca|bzw|usw|etc|vs|sr|sra|mme|tel|ext)$/;

function endsSentence(items: readonly Item[], at: number): boolean {
  const item = items[at]!;
  if (!('atom' in item) || item.atom.is !== 'mark') return false;
  const mark = item.atom.text;
  if (mark === '\n') return true;
  if (mark === '!' || mark === '?' || mark === '…') return true;
  if (mark !== '.') return false;
  const before = items[at - 1];
  const after = items[at + 1];
  const isNumber = after !== undefined && 'atom' in after && after.atom.is === 'digits';
  if (before !== undefined && 'atom' in before && /^(?:no|nr)$/.test(before.atom.text) && isNumber)
    return false;
  return !(
    before !== undefined &&
    'atom' in before &&
    item.atom.glued &&
    titles.test(before.atom.text)
  );
}

const glue: ReadonlySet<string> = new Set(['at', 'link', 'the', 'option', 'time']);
const conditions: Readonly<Record<string, Clause['condition']>> = {
  but: 'none',
  if: 'if',
  unless: 'unless',
  elseCase: 'else',
};

function clausesOf(items: readonly Item[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let draft = newDraft();
  const split = (condition: Clause['condition'] = 'none', afterColon = false): void => {
    closeGroup(draft);
    if (draft.groups.length > 0 || draft.cues.size > 0 || draft.unknown > 0)
      clauses.push(finished(draft));
    draft = newDraft(condition, afterColon);
  };
  items.forEach((item, at) => {
    if ('expression' in item) take(draft, item.expression, dayFollows(items, at));
    else if (item.atom.is === 'mark') atMark(draft, items, at, split);
    else atWord(draft, item.atom, items, at, split);
  });
  split();
  return clauses;
}

type Split = (condition?: Clause['condition'], afterColon?: boolean) => void;

/** Marks end a clause, unless a list or a date goes on behind them. */
function atMark(draft: Draft, items: readonly Item[], at: number, split: Split): void {
  const item = items[at]!;
  if (!('atom' in item)) return;
  const { atom } = item;
  const next = nextExpression(items, at + 1);
  // A tick or a cross behind a day, which nothing here reads.
  if (/^[✓✔✗✘❌✅×><=]$/u.test(atom.text)) draft.leftover = true;
  if (isMark(atom, '&', '/')) joinOrSplit(draft, next, split, false);
  else if (isMark(atom, ';', '—', '–') || (isMark(atom, '-') && !atom.glued)) split();
  else if (isMark(atom, ':')) split('none', true);
  else if (isMark(atom, ',', '(')) {
    if (draft.open !== undefined && next !== undefined && goesOn(items, at, draft.open, next)) {
      draft.listed = isSameKind(draft.open, next);
    } else split(draft.condition === 'else' ? 'else' : 'none');
  }
}

function joinOrSplit(
  draft: Draft,
  next: Expression | undefined,
  split: Split,
  always: boolean,
): void {
  if (draft.open !== undefined && next !== undefined) draft.listed = true;
  else if (draft.open !== undefined || draft.groups.length > 0 || always) split(draft.condition);
}

function atWord(draft: Draft, atom: Atom, items: readonly Item[], at: number, split: Split): void {
  const next = nextExpression(items, at + 1);
  const condition = conditions[atom.is];
  if (glue.has(atom.is)) return;
  if (atom.is === 'or' || atom.is === 'and') joinOrSplit(draft, next, split, atom.is === 'and');
  else if (condition !== undefined) {
    if (condition === 'unless') draft.cues.add('unless');
    split(condition);
  } else if (
    atom.is === 'not' ||
    atom.is === 'except' ||
    atom.is === 'instead' ||
    atom.is === 'than'
  ) {
    if (next !== undefined) beginScope(draft, atom.is);
    else {
      closeGroup(draft);
      if (atom.is === 'not') draft.cues.add('not');
    }
  } else if (atom.is === 'to' && next !== undefined && isAfterPreference(items, at)) {
    // "I prefer Monday to Thursday."
    beginScope(draft, 'than');
  } else if (atom.is === 'filler' && atom.text === 'for') return;
  else {
    closeGroup(draft);
    if (atom.is === 'subject') draft.hasSubject = true;
    else if (atom.is !== 'to' && atom.is !== 'filler') note(draft, atom);
  }
}
