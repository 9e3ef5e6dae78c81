import type { Io } from './io.ts';

export type JsonOption = { readonly json?: boolean };

/** Prints a result: one JSON value, or what `words` makes of it for a person. */
export function print<Value>(
  io: Io,
  { json }: JsonOption,
  value: Value,
  words: (value: Value) => string,
): void {
  io.out.write(json ? `${JSON.stringify(value)}\n` : `${words(value).trimEnd()}\n`);
}

/** Columns as wide as their content; the last one runs on. `empty` is said instead of a table without rows. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  empty: string,
): string {
  if (rows.length === 0) return empty;
  const lines = [heads, ...rows].map((row) => row.map(oneLine));
  const widths = heads.map((_, column) =>
    Math.max(...lines.map((line) => Array.from(line[column] ?? '').length)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell + ' '.repeat(padding(cell, widths[column])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
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
