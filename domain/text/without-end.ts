/**
 * The text without the characters of a kind at its end. `/[kind]+$/` would try again at each of
 * them and need quadratic time for a long run that something else follows.
 */
export function withoutEnd(text: string, kind: RegExp): string {
  let end = text.length;
  while (end > 0 && kind.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}
