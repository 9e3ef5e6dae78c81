/** A line of a mail, without its quotation prefix. */
export type QuotedLine = {
  readonly text: string;
  /** Levels of quotation; 0 is what the sender wrote. */
  readonly depth: number;
  /** `cut`: the client says that everything from here on is the older mail. */
  readonly mark?: 'attribution' | 'cut' | undefined;
};

/** Lines of a plain text with `>` prefixes counted (RFC 3676 section 4.5, `> >` accepted too). */
export function quotedLines(text: string): QuotedLine[] {
  const lines: QuotedLine[] = [];
  let openAngles = 0;
  for (const raw of text.split('\n')) {
    // A wrapped attribution can leave the `>` of "<address>" alone at the start of a line.
    if (isGroupWise(raw)) {
      lines.push({ text: raw, depth: 0, mark: 'attribution' });
    } else if (openAngles > 0 && raw.trimStart().startsWith('>')) {
      lines.push({ text: raw, depth: 0 });
    } else {
      lines.push(unprefixed(raw));
    }
    openAngles = stillOpen(raw, openAngles);
  }
  return superCited(lines);
}

export function isBlank(line: QuotedLine): boolean {
  return line.text.trim() === '';
}

/** GroupWise announces the mail it quotes, unmarked, by `>>> Ana Lopez 3/2/2026 9:00 AM >>>`. */
function isGroupWise(raw: string): boolean {
  if (!raw.startsWith('>>>') || raw.length > 200) return false;
  return /^>>> ?[^>\s].*\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d{2}.{0,9}>>>\s*$/.test(raw);
}

/** Angle brackets of an address that a line leaves open, of those open before it. */
function stillOpen(raw: string, before: number): number {
  if (raw.length > 400 || (before === 0 && !raw.includes('<'))) return 0;
  if (raw.trim() === '') return 0;
  const opened = raw.split('<').length - 1;
  const closed = raw.split('>').length - 1;
  // Only an address just opened counts: "a < b" somewhere above must not hide a quotation.
  if (before === 0 && !/<[^<>\s]*\s*$/.test(raw.slice(-200))) return 0;
  return Math.max(0, Math.min(2, before + opened - closed));
}

function unprefixed(raw: string): QuotedLine {
  let at = 0;
  let depth = 0;
  let start = 0;
  // Up to three spaces may stand before a prefix: more is somebody's code or indentation.
  for (let spaces = 0; at < raw.length; at++) {
    const char = raw[at];
    if (char === '>') {
      depth++;
      start = at + 1;
      spaces = 0;
    } else if ((char === ' ' || char === '\t') && spaces < 3) {
      spaces++;
    } else {
      break;
    }
  }
  if (depth === 0) return { text: raw, depth: 0 };
  return { text: raw[start] === ' ' ? raw.slice(start + 1) : raw.slice(start), depth };
}

/** SuperCite and its kin quote with the author's name or initials: `Richard> text`, `C> text`. */
function superCited(lines: readonly QuotedLine[]): QuotedLine[] {
  const names = new Map<string, number>();
  for (const line of lines) {
    const name = line.depth === 0 ? citedName(line.text) : undefined;
    if (name !== undefined) names.set(name, (names.get(name) ?? 0) + 1);
  }
  return lines.map((line) => {
    const name = line.depth === 0 ? citedName(line.text) : undefined;
    if (name === undefined || (names.get(name) ?? 0) < 2) return line;
    const text = line.text.trimStart().slice(name.length + 1);
    return { text: text.startsWith(' ') ? text.slice(1) : text, depth: 1 };
  });
}

function citedName(text: string): string | undefined {
  const trimmed = text.trimStart();
  const end = trimmed.slice(0, 16).indexOf('>');
  if (end < 1) return undefined;
  const name = trimmed.slice(0, end);
  return /^\p{Lu}[\p{L}\d]*$/u.test(name) && trimmed[end + 1] !== '>' ? name : undefined;
}
