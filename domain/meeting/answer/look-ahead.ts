import type { Atom } from './atoms.ts';
import type { Expression } from './expression.ts';
import type { Item } from './expressions.ts';
import type { Group } from './group.ts';
import { isMark } from './reader.ts';

const timeKinds: ReadonlySet<string> = new Set(['hours', 'range', 'part']);

function kindOf(expression: Expression): Group['last'] {
  if (expression.kind === 'days' || expression.kind === 'dayRange' || expression.kind === 'week')
    return 'day';
  if (timeKinds.has(expression.kind)) return 'time';
  return expression.kind === 'option' ? 'option' : 'other';
}

export function isSameKind(group: Group, expression: Expression): boolean {
  return (
    kindOf(expression) === group.last && !(expression.kind === 'days' && group.days.length === 0)
  );
}

/** A comma joins different kinds ("Wednesday, 1:00"), or the members of a list that has its "or". */
export function goesOn(
  items: readonly Item[],
  at: number,
  group: Group,
  next: Expression,
): boolean {
  if (!isSameKind(group, next)) return next.kind !== 'option';
  if (group.last === 'option') return hasConjunction(items, at);
  return hasConjunction(items, at) || endsWithPredicate(items, at);
}

function hasConjunction(items: readonly Item[], at: number): boolean {
  for (let place = at + 1; place < Math.min(items.length, at + 14); place++) {
    const item = items[place]!;
    if ('expression' in item) continue;
    if (item.atom.is === 'or' || item.atom.is === 'and' || isMark(item.atom, '&', '/')) {
      return nextExpression(items, place + 1) !== undefined;
    }
    if (!isGlue(item.atom) && !isMark(item.atom, ',')) return false;
  }
  return false;
}

/** "Tuesday, Wednesday" with nothing behind it is a list of days. */
function endsWithPredicate(items: readonly Item[], at: number): boolean {
  const rest = items.slice(at + 1);
  return rest.every((item) => 'expression' in item || isGlue(item.atom) || isMark(item.atom, ','));
}

function isGlue(atom: Atom): boolean {
  return atom.is === 'link' || atom.is === 'the' || atom.is === 'at' || atom.is === 'option';
}

/** The expression that follows with nothing but joining words between. */
export function nextExpression(items: readonly Item[], at: number): Expression | undefined {
  for (let place = at; place < items.length; place++) {
    const item = items[place]!;
    if ('expression' in item) {
      if (item.expression.kind === 'any' || item.expression.kind === 'duration') continue;
      return item.expression;
    }
    if (!isGlue(item.atom) && item.atom.is !== 'or' && item.atom.is !== 'and') return undefined;
  }
  return undefined;
}

export function dayFollows(items: readonly Item[], at: number): boolean {
  const next = nextExpression(items, at + 1);
  return next !== undefined && kindOf(next) === 'day';
}

export function isAfterPreference(items: readonly Item[], at: number): boolean {
  return items
    .slice(Math.max(0, at - 6), at)
    .some((item) => 'atom' in item && item.atom.text.startsWith('prefer'));
}
