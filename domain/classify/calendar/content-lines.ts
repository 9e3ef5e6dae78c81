export type CalendarProperty = {
  /** Upper-case. */
  readonly name: string;
  /** Upper-case names to values without their quotation marks. */
  readonly parameters: ReadonlyMap<string, string>;
  /** As written: escapes of text values are still there. */
  readonly value: string;
};

export type CalendarComponent = {
  /** Upper-case: VCALENDAR, VEVENT, VTIMEZONE, STANDARD, … */
  readonly name: string;
  readonly properties: readonly CalendarProperty[];
  readonly children: readonly CalendarComponent[];
};

const maxLength = 2_000_000;
const maxDepth = 8;

/**
 * The components of an iCalendar text (RFC 5545 section 3.1), read leniently: any line end, a
 * fold of spaces or tabs, missing ENDs, lines that are no properties are passed over.
 */
export function calendarComponents(text: string): readonly CalendarComponent[] {
  type Open = { name: string; properties: CalendarProperty[]; children: CalendarComponent[] };
  const root: Open = { name: '', properties: [], children: [] };
  const open: Open[] = [root];
  for (const line of unfolded(text.slice(0, maxLength))) {
    const property = propertyOf(line);
    if (property === undefined) continue;
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

function unfolded(text: string): readonly string[] {
  const lines: string[][] = [];
  for (const line of text.replaceAll(/\r\n?/g, '\n').split('\n')) {
    const last = lines.at(-1);
    if (last !== undefined && /^[ \t]/.test(line)) last.push(line.slice(1));
    else lines.push([line]);
  }
  return lines.map((pieces) => pieces.join(''));
}

function propertyOf(line: string): CalendarProperty | undefined {
  const name = /^\s*([\w.-]{1,80})(?=[;:])/.exec(line);
  if (name === null) return undefined;
  const parameters = new Map<string, string>();
  let at = name[0].length;
  while (line[at] === ';') {
    const equals = line.indexOf('=', at);
    const end = parameterEnd(line, at + 1);
    if (end < 0) return undefined;
    if (equals > at && equals < end) {
      const value = line.slice(equals + 1, end).trim();
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

/** The next `;` or `:` outside of quotation marks, or -1. */
function parameterEnd(line: string, from: number): number {
  let quoted = false;
  for (let at = from; at < line.length; at++) {
    const char = line[at];
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === ';' || char === ':')) return at;
  }
  return -1;
}
