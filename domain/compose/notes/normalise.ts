/** A note as it can stand inside a sentence: one line, no emoji, no marks at its ends. Linear time. */
export function normalise(note: string): string {
  return (
    note
      .slice(0, longest)
      .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
      .replace(/[\p{Extended_Pictographic}\uFE0F\u200D]/gu, '')
      .replaceAll('’', "'")
      // "so clear :) also the slides": a smiley ends its sentence.
      .replace(/(?<=[\p{L}\p{N})]) ?[:;=]-?[)DPp](?= \p{L})/gu, '.')
      .replace(chatter, '')
      .replace(opener, '')
      .replace(praise, '')
      .replace(/^[\s\-–•*·>]+(?=\S)/u, '')
      // "Great!! So clear": a mark between two sentences is their full stop.
      .replace(/(?<=[\p{L}\p{N})])!+(?= \p{L})/gu, '.')
      .replace(/[!¡]+/g, '')
      .replace(/ {2,}/g, ' ')
      .replace(/ +([,.;:])/g, '$1')
      .replace(/[\s.;,:]{1,10}$/, '')
      .trim()
  );
}

/** Smileys, and what people type to soften a line: ":)", "lol", "haha". */
const chatter =
  /(?:(?<=^|\s)|(?<=[\p{L}\p{N}.!?)]))\s?(?:[:;=]-?[)(DPp]|\^\^|<3)(?=[\s.!?,)]|$)|(?<=^|\s)(?:lol|lmao|haha(?:ha)*|hehe|xd|omg|tbh|btw|mdr|jaja(?:ja)*)(?=[\s.!?,]|$)[.,]?/giu;

/** "So basically I was waiting": how people begin to tell. */
const opener =
  /^(?:so|well|ok|okay|anyway)(?:,? (?:basically|anyway|actually))?,? (?=(?:I|we|he|she|my|the) )/iu;

/** What the writer thinks of it, behind a comma: "the film on canneries, buenísimo", "su charla, una pasada". */
const praise =
  /, (?:(?:c'est|es|está|das ist|ist|it's|it is|that's) )?(?:buenísim[oa]s?|genial(?:es)?|so good|loved it|great|brilliant|amazing|excellent|awesome|toll|super|mega|irre|krass|klasse|wunderbar|respekt|hut ab|très bien|génial|(?:una |qué )?pasada|una maravilla|una joya|brutal|espectacular|increíble|impresionante|me encantó|(?:trop|super|hyper|vraiment|tellement) (?:bien|bon|beau|cool|fort|chouette|intéressant)|au top|chapeau|bravo|un régal|incroyable|j'(?:ai adoré|adore))[\s!.]{0,5}$/iu;

const longest = 2000;

/** What was copied from a page, without its marks: "&amp;", "[3]", "Read more". */
export function withoutMarkup(note: string): string {
  return note
    .slice(0, longest)
    .replace(entity, (_whole, name: string) => entities[name.toLowerCase()] ?? ' ')
    .replace(/ ?\[\d{1,3}\]/gu, '')
    .replace(/\b(?:read more|weiterlesen|lire la suite|leer más|seguir leyendo)[\s.…]{0,9}$/iu, '');
}

const entity = /&(amp|nbsp|quot|lt|gt|#39|#x27|apos|ndash|mdash|hellip);/gi;
const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'", '#x27': "'", apos: "'" },
  ...{ ndash: '–', mdash: '—', hellip: '…' },
};

/** "1) … 2) …" and "- … - …" as one note, its parts joined; undefined when it is no list. */
export function joinList(note: string, and: string): string | undefined {
  const parts = note
    .slice(0, longest)
    .split(/(?:^|\s)(?:\d{1,2}[.)]|[-•*])\s+|\n+|;\s+/u)
    .map((part) => normalise(part))
    .filter((part) => part !== '');
  if (parts.length < 2 || !/(?:^|\s)1[.)]\s|^\s*[-•*]\s|\n\s*\S|;\s/u.test(note)) return undefined;
  return enumerate(parts, and);
}

/** "a, b and c". */
export function enumerate(items: readonly string[], and: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** The text without web addresses, and whether there was one. */
export function withoutLinks(note: string): { readonly text: string; readonly had: boolean } {
  const text = note
    .replace(/<?\b(?:https?:\/\/|www\.)\S{1,500}/gi, ' ')
    .replace(/[(<[]\s*[)>\]]/g, '');
  return { text: text.replace(/\s+/g, ' ').trim(), had: text !== note };
}

export function upperFirst(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase() + text.slice(first.length);
}

/** "CEO" and "IT" stay as they are. */
export function lowerFirst(text: string): string {
  if (/^\p{Lu}{2}/u.test(text)) return text;
  const [first = ''] = text;
  return first.toLocaleLowerCase() + text.slice(first.length);
}

/** A whole sentence: capital first, with an end mark. */
export function asSentence(text: string): string {
  const line = upperFirst(text.trim());
  return line === '' || /[.!?…]["”“»)]?$/u.test(line) ? line : `${line}.`;
}
