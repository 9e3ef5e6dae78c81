export type CalendarProperty = {
  /** Upper-case. */
  readonly name: string;
  /** Upper-case names to values without their quotation marks. */
  readonly parameters: ReadonlyMap<string, string>;
  /** As written: escapes of text values are still there. */
  readonly value: string;
  /** True when the line was too long to be read whole. */
  readonly cut?: boolean;
};

export type CalendarComponent = {
  /** Upper-case: VCALENDAR, VEVENT, VTIMEZONE, STANDARD, … */
  readonly name: string;
  readonly properties: readonly CalendarProperty[];
  readonly children: readonly CalendarComponent[];
};

const maxLength = 2_000_000;
const maxDepth = 8;
/** Longer lines are attachments; what is cut off of another one is said by `cut`. */
const maxLine = 100_000;

/**
 * The components of an iCalendar text (RFC 5545 section 3.1), read leniently: any line end, a
 * fold of spaces or tabs, missing ENDs, lines that are no properties are passed over. Reads the
 * first two million characters: a mail's calendar part is short. Whole feeds: domain/meeting/feed.
 */
export function calendarComponents(text: string): readonly CalendarComponent[] {
  type Open = { name: string; properties: CalendarProperty[]; children: CalendarComponent[] };
  const root: Open = { name: '', properties: [], children: [] };
  const open: Open[] = [root];
  for (const property of calendarProperties(text.slice(0, maxLength))) {
    const top = open.at(-1)!;
    if (property.name === 'BEGIN') {
      const child: Open = {
        name: property.value.trim().toUpperCase(),
        properties: [],
        children: [],
      };
      top.children.push(child);
      if (open.length < maxDepth) open.push(child);
    } else if (property.name === 'END') {
      const at = open.findLastIndex((each) => each.name === property.value.trim().toUpperCase());
      if (at > 0) open.length = at;
    } else {
      top.properties.push(property);
    }
  }
  return root.children;
}

/** The properties of an iCalendar text one after the other, BEGIN and END among them; lines that are none are passed over. */
export function* calendarProperties(text: string): Generator<CalendarProperty> {
  let line = '';
  let cut = false;
  let at = 0;
  while (at <= text.length) {
    lineEnd.lastIndex = at;
    const end = lineEnd.exec(text);
    const stop = end === null ? text.length : end.index;
    const next = end === null ? text.length + 1 : stop + end[0].length;
    const folded = at > 0 && (text[at] === ' ' || text[at] === '\t');
    if (!folded) {
      const property = propertyOf(line);
      if (property !== undefined) yield cut ? { ...property, cut } : property;
      line = '';
      cut = false;
    }
    const from = folded ? at + 1 : at;
    const room = maxLine - line.length;
    cut ||= stop - from > room;
    line += text.slice(from, Math.min(stop, from + Math.max(0, room)));
    at = next;
  }
  const property = propertyOf(line);
  if (property !== undefined) yield cut ? { ...property, cut } : property;
}

const lineEnd = /\r\n|\n|\r/g;

export function propertyNamed(
  component: CalendarComponent,
  name: string,
): CalendarProperty | undefined {
  return component.properties.find((property) => property.name === name);
}

/** A TEXT value (RFC 5545 section 3.3.11) without its escapes. */
export function calendarText(value: string): string {
  return value
    .replaceAll(/\\([\\;,nN])/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char))
    .trim();
}

function propertyOf(line: string): CalendarProperty | undefined {
  const name = /^\s*([\w.-]{1,80})(?=[;:])/.exec(line);
  if (name === null) return undefined;
  let parameters = noParameters;
  let at = name[0].length;
  while (line[at] === ';') {
    const equals = line.indexOf('=', at);
    const end = parameterEnd(line, at + 1);
    if (end < 0) return undefined;
    if (equals > at && equals < end) {
      const value = line.slice(equals + 1, end).trim();
      if (parameters === noParameters) parameters = new Map();
      parameters.set(
        line
          .slice(at + 1, equals)
          .trim()
          .toUpperCase(),
        value.replaceAll('"', ''),
      );
    }
    at = end;
  }
  if (line[at] !== ':') return undefined;
  // Groups ("a.ATTENDEE") come from vCard and are dropped.
  const bare = name[1]!.slice(name[1]!.lastIndexOf('.') + 1).toUpperCase();
  return { name: bare, parameters, value: line.slice(at + 1) };
}

/** Shared, as most lines have none; never written to. */
const noParameters = new Map<string, string>();

/** The next `;` or `:` outside of quotation marks, or -1. Outlook does not quote "tzone://Microsoft/Utc". */
function parameterEnd(line: string, from: number): number {
  let quoted = false;
  for (let at = from; at < line.length; at++) {
    const char = line[at];
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === ';' || (char === ':' && !line.startsWith('//', at + 1))))
      return at;
  }
  return -1;
}
