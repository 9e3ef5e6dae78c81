export type Row = {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

export type Rows = {
  readonly rows: readonly Row[];
  /** The line of a quotation mark that is never closed; what follows it is not in `rows`. */
  readonly openQuote: number | null;
  /** Whether there are more rows than were asked for. */
  readonly cut: boolean;
};

/** The rows of a table with delimiters (RFC 4180 and what programs make of it); empty lines are left out. Linear in the text. */
export function readRows(text: string, delimiter: string, mostRows: number): Rows {
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let rowLine = 1;
  let quoteLine = 1;
  let from = 0;

  for (let at = 0; at <= text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char === undefined) break;
      if (char === '\n' || (char === '\r' && text[at + 1] !== '\n')) line += 1;
      if (char !== '"') continue;
      cell += text.slice(from, at);
      if (text[at + 1] === '"') {
        at += 1;
        from = at;
      } else {
        quoted = false;
        from = at + 1;
      }
    } else if (char === '"' && cell === '' && text.slice(from, at).trim() === '') {
      quoted = true;
      quoteLine = line;
      from = at + 1;
    } else if (char === delimiter) {
      cells.push(cell + text.slice(from, at));
      cell = '';
      from = at + 1;
    } else if (char === undefined || char === '\n' || char === '\r') {
      cells.push(cell + text.slice(from, at));
      cell = '';
      if (cells.some((each) => each.trim() !== '')) {
        if (rows.length === mostRows) return { rows, openQuote: null, cut: true };
        rows.push({ line: rowLine, cells });
      }
      cells = [];
      if (char === '\r' && text[at + 1] === '\n') at += 1;
      from = at + 1;
      line += 1;
      rowLine = line;
    }
  }
  if (quoted) rows.push({ line: rowLine, cells });
  return { rows, openQuote: quoted ? quoteLine : null, cut: false };
}

export const delimiters = [',', ';', '\t', '|'] as const;

/** The delimiter that gives most rows the same number of cells, judged by the beginning of the text. */
export function delimiterOf(text: string): string {
  const start = text.slice(0, 20_000);
  const counted = delimiters.map((delimiter) => {
    const sizes = new Map<number, number>();
    for (const { cells } of readRows(start, delimiter, 500).rows)
      if (cells.length > 1) sizes.set(cells.length, (sizes.get(cells.length) ?? 0) + 1);
    const [size = 1, rows = 0] = [...sizes].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    return { delimiter, size, rows };
  });
  return counted.reduce((best, next) =>
    next.rows > best.rows || (next.rows === best.rows && next.size > best.size) ? next : best,
  ).delimiter;
}
