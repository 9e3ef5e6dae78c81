/** Frequent slips of the hand in the words by which people ask to be left alone. */
const slips: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    adress: 'address',
    conact: 'contact',
    contct: 'contact',
    contcat: 'contact',
    cotact: 'contact',
    delte: 'delete',
    donot: 'do not',
    dnt: 'dont',
    dotn: 'dont',
    emal: 'email',
    emial: 'email',
    lsit: 'list',
    plase: 'please',
    pleas: 'please',
    plese: 'please',
    plz: 'please',
    recieve: 'receive',
    remve: 'remove',
    remvoe: 'remove',
    rmove: 'remove',
    sotp: 'stop',
    stpo: 'stop',
    wirte: 'write',
    wnat: 'want',
    kontakieren: 'kontaktieren',
    schreibn: 'schreiben',
  }).map(([slip, right]) => [slip, right.split(' ')]),
);

const UNSUBSCRIBE = 'unsubscribe';
const FORMS: ReadonlySet<string> = new Set(['unsubscribed', 'unsubscribes', 'unsubscribing']);

/** The words with such slips put right; "unsubcribe" in all its spellings. */
export function corrected(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    const right = slips.get(word);
    if (right !== undefined) return right;
    const close =
      word.startsWith('uns') &&
      word.length >= 8 &&
      word.length <= 13 &&
      !FORMS.has(word) &&
      distance(word, UNSUBSCRIBE) <= 2;
    return close ? [UNSUBSCRIBE] : [word];
  });
}

/** Letters to add, drop or exchange until both are one (Levenshtein); both are short. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let at = 0; at < left.length; at++) {
    const next = [at + 1];
    for (let to = 0; to < right.length; to++) {
      const changed = (row[to] ?? 0) + (left[at] === right[to] ? 0 : 1);
      next.push(Math.min(changed, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
