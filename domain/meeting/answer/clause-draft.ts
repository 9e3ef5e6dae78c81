import type { Atom } from './atoms.ts';
import type { Clause, Scope } from './clauses.ts';
import type { Expression } from './expression.ts';
import { extended, type Group } from './group.ts';
import { type Plain, plainMeanings } from './lexicon/lexicon.ts';

/** A clause that is being put together. */
export type Draft = {
  groups: { group: Group; scope: Scope }[];
  cues: Set<Plain>;
  unknown: number;
  condition: Clause['condition'];
  afterColon: boolean;
  hasSubject: boolean;
  leftover: boolean;
  scope: Scope;
  open: Group | undefined;
  /** An "or", "and" or comma stands between the group and what comes. */
  listed: boolean;
};

export function newDraft(condition: Clause['condition'] = 'none', afterColon = false): Draft {
  return {
    groups: [],
    cues: new Set(),
    unknown: 0,
    condition,
    afterColon,
    hasSubject: false,
    leftover: false,
    scope: 'plain',
    open: undefined,
    listed: false,
  };
}

/** Ends the open group: the next expression begins another. */
export function closeGroup(draft: Draft): void {
  if (draft.open !== undefined) draft.groups.push({ group: draft.open, scope: draft.scope });
  draft.open = undefined;
  draft.listed = false;
}

/** Adds an expression to the open group, or begins a group with it. */
export function take(draft: Draft, expression: Expression, dayFollows: boolean): void {
  const isAll = expression.kind === 'option' && 'all' in expression.option;
  if (isAll && draft.scope === 'except' && (draft.open !== undefined || draft.groups.length > 0)) {
    // "Except Thursday all of them work."
    closeGroup(draft);
    draft.scope = 'plain';
  }
  const grown = extended(draft.open, expression, { listed: draft.listed, dayFollows });
  if (grown === undefined) {
    const previous = draft.open;
    const { listed } = draft;
    closeGroup(draft);
    const fresh = extended(undefined, expression, { listed: false, dayFollows });
    draft.open = fresh === undefined ? undefined : withDaysOf(fresh, previous, listed, dayFollows);
  } else draft.open = grown;
  draft.listed = false;
  // "I have 20 minutes on Thursday" offers them.
  if (expression.kind === 'duration') draft.cues.add('commit');
}

/** "Tuesday morning or after 4": the day holds for the second half too. */
function withDaysOf(
  fresh: Group,
  previous: Group | undefined,
  listed: boolean,
  follows: boolean,
): Group {
  const isTime = fresh.last === 'time' && fresh.days.length === 0;
  if (previous === undefined || !listed || follows || !isTime || previous.last !== 'time')
    return fresh;
  const { days, dayRange, week } = previous;
  return {
    ...fresh,
    days,
    ...(dayRange === undefined ? {} : { dayRange }),
    ...(week === undefined ? {} : { week }),
  };
}

/** What "not", "except", "instead of" and "than" say holds for what follows in the clause. */
export function beginScope(draft: Draft, scope: Exclude<Scope, 'plain'>): void {
  closeGroup(draft);
  draft.scope = scope;
}

const numbers: ReadonlySet<string> = new Set(['digits', 'weekday', 'clock', 'half', 'ordinal']);
const cues: ReadonlySet<string> = new Set(plainMeanings);

/** Keeps what a word says of the clause, or that nothing used it. */
export function note(draft: Draft, atom: Atom): void {
  if (numbers.has(atom.is)) draft.leftover = true;
  else if (atom.is === 'month') {
    // "May" is a verb as often as a month.
    if (/^(?:may|march|mar|mars)$/.test(atom.text)) draft.cues.add('hedge');
    else draft.leftover = true;
  } else if (atom.is === 'word') {
    if (!atom.capital && atom.text.length > 1) draft.unknown++;
  } else if (isCue(atom.is)) draft.cues.add(atom.is);
}

function isCue(is: Atom['is']): is is Plain {
  return cues.has(is);
}

export function finished(draft: Draft): Clause {
  const { groups, unknown, condition, afterColon, hasSubject, leftover } = draft;
  return { groups, cues: draft.cues, unknown, condition, afterColon, hasSubject, leftover };
}
