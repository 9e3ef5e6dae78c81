import type { Io } from './io.ts';

export type JsonOption = { readonly json?: boolean };

/** Prints a result: one JSON value, or what `words` makes of it for a person. */
export function print<Value>(
  io: Io,
  { json }: JsonOption,
  value: Value,
  words: (value: Value, look: Look) => string,
): void {
  if (json) return void io.out.write(`${JSON.stringify(value)}\n`);
  io.out.write(`${words(value, io).trimEnd()}\n`);
}

/** How the terminal is that a person reads on; elsewhere lines are as long as they are, and plain. */
export type Look = Pick<Io, 'colours' | 'columns'>;

/**
 * Columns as wide as their content; on a terminal the last one wraps below itself, and the heads are bold. `empty` is
 * said instead of a table without rows.
 */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  empty: string,
  look: Look = { colours: false },
): string {
  if (rows.length === 0) return empty;
  const lines = [heads, ...rows].map((row) => row.map(oneLine));
  const last = heads.length - 1;
  const widths = heads.map((_, column) =>
    Math.max(...lines.map((line) => Array.from(line[column] ?? '').length)),
  );
  const indent = widths.slice(0, last).reduce((sum, width) => sum + width + 2, 0);
  const room = (look.columns ?? Infinity) - indent;
  return lines
    .map((line, at) => {
      const start = line
        .slice(0, last)
        .map((cell, column) => cell + ' '.repeat(padding(cell, widths[column]) + 2))
        .join('');
      const text = wrapped(line[last] ?? '', room).join(`\n${' '.repeat(indent)}`);
      const whole = (start + text).trimEnd();
      return at === 0 && look.colours ? `\u001b[1m${whole}\u001b[22m` : whole;
    })
    .join('\n');
}

/** Broken between words; not at all where there is hardly any room, as the terminal does that no worse. */
function wrapped(text: string, room: number): readonly string[] {
  if (room < 16) return [text];
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && Array.from(line).length + 1 + Array.from(word).length <= room)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** One to a line, the names in a column. */
export function list(entries: readonly (readonly [name: string, value: string])[]): string {
  const width = Math.max(...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `${name.padEnd(width)}  ${oneLine(value)}`).join('\n');
}

/** Text from a mail or a server may hold sequences that a terminal would obey; line ends and tabs stay. */
export function safe(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n\t\u200d]/gu, '\ufffd');
}

export function oneLine(text: string): string {
  return safe(text).replace(/\s+/g, ' ').trim();
}

/** RFC 3339 as the clock of this machine shows it: `2026-05-04 09:30`. */
export function when(time: string | null | undefined): string {
  if (!time) return '';
  const date = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** `thank_you` as people write it. */
export function spoken(name: string): string {
  return name.replaceAll('_', ' ');
}

/** The end of an id: its beginning is the time, which many have in common. */
export function shortId(id: string): string {
  return id.slice(-8);
}

function padding(cell: string, width: number | undefined): number {
  return Math.max(0, (width ?? 0) - Array.from(cell).length);
}
