const negation =
  /\b(?:not|no|never|without|nor|neither|rather than|instead of|nicht|kein\w{0,2}|ohne|nie|niemals|weder|ne|pas|sans|jamais|aucune?|sin|nunca|ni|nao|sem|nem|non|senza|niet|geen|zonder|nooit)\b|n't\b|\bn'/g;
const contrast =
  /\b(?:but|however|yet|although|though|aber|sondern|doch|mais|pero|mas|tuttavia|maar)\b/g;

/**
 * True when what `match` found in a folded sentence is denied there: "I'm not asking for a job". A "but" between the
 * denial and the match ends the denial. Errs towards denied, as an error must be certain.
 */
export function isDenied(folded: string, match: RegExpExecArray): boolean {
  const upTo = folded.slice(0, match.index + match[0].length);
  const denied = lastIndex(upTo, negation);
  return denied >= 0 && denied > lastIndex(upTo, contrast);
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
}
