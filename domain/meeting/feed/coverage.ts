import { type CalendarComponent, propertyNamed } from '../../classify/calendar/content-lines.ts';
import type { Window } from './series.ts';
import { type Clocks, stampOf } from './stamp.ts';

/** Milliseconds. */
export type Span = { readonly start: number; readonly end: number };

/**
 * What published busy times are about: from DTSTART to DTEND, outside of which they say nothing (RFC 5545 section
 * 3.6.4). Undefined where that is not said, and they are about any time.
 */
export function coverageOf(component: CalendarComponent, clocks: Clocks): Span | undefined {
  const start = instantNamed('DTSTART', component, clocks);
  const end = instantNamed('DTEND', component, clocks);
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}

function instantNamed(
  name: string,
  component: CalendarComponent,
  clocks: Clocks,
): number | undefined {
  const property = propertyNamed(component, name);
  const stamp = property && stampOf(property.value, property, clocks);
  if (stamp === undefined) return undefined;
  return (stamp.kind === 'date' ? clocks.own : stamp.clock).instant(stamp.wall);
}

/** The rest of a window, in its order. */
export function outsideOf(covered: readonly Span[], { from, to }: Window): readonly Span[] {
  const rest: Span[] = [];
  let reached = from;
  for (const { start, end } of covered.toSorted((one, other) => one.start - other.start)) {
    if (start > reached) rest.push({ start: reached, end: Math.min(start, to) });
    reached = Math.max(reached, end);
    if (reached >= to) break;
  }
  if (reached < to) rest.push({ start: reached, end: to });
  return rest.filter(({ start, end }) => start < end);
}
