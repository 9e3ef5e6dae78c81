/** A number, a word or one other sign of a folded text. */
export type Token = { readonly text: string; readonly start: number; readonly end: number };

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/\p{Nd}+|[\p{L}][\p{L}'-]*|[^\s\p{L}\p{Nd}]/gu)) {
    tokens.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

export function word(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? '';
}

export function number(tokens: readonly Token[], at: number): number | undefined {
  const text = word(tokens, at);
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

/** No blanks inside a date made of numbers, but after the points of `5. 8. 2024`. */
export function adjacent(tokens: readonly Token[], i: number, most: number): boolean {
  const [a, b, c] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  return (
    a !== undefined &&
    b !== undefined &&
    c !== undefined &&
    b.start === a.end &&
    c.start - b.end <= most
  );
}

export function yearOf(digits: string): number | undefined {
  if (/^(?:19|20)\d\d$/.test(digits)) return Number(digits);
  // Thailand counts from the death of the Buddha.
  if (/^25[5-9]\d$/.test(digits)) return Number(digits) - 543;
  return /^\d\d$/.test(digits) ? 2000 + Number(digits) : undefined;
}
