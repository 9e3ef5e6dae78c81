import { fold } from '../../text/fold.ts';

/** A word, a number, a mark or an address in the text; `from` and `to` are positions in it. */
export type Token = {
  readonly kind: 'word' | 'digits' | 'mark' | 'url';
  /** Folded: lower case without accents. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Nothing stands between it and the token before. */
  readonly glued: boolean;
  readonly capital: boolean;
};

const maxLength = 6000;
const germanDay =
  /^((?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)(?:vormittag|nachmittag|abend|morgen|mittag|früh)s?$/i;
const maxTokens = 1500;

const pattern =
  /https?:\/\/[^\s<>"]{1,500}|www\.[^\s<>"]{1,500}|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}|\d+|(?<!\p{L})[ap]\.\s?m\b\.?|\p{L}[\p{L}\p{M}]*(?:['’](?!\s)[\p{L}\p{M}]+)*|\n\s*\n?|[^\s\p{L}\d]/giu;

/** The text as tokens. `complete` is false when it was too long to be read to its end. */
export function tokensOf(text: string): {
  readonly tokens: readonly Token[];
  readonly complete: boolean;
} {
  const tokens: Token[] = [];
  let end = -1;
  for (const match of text.slice(0, maxLength).matchAll(pattern)) {
    if (tokens.length >= maxTokens) return { tokens, complete: false };
    const from = match.index;
    for (const part of partsOf(match[0])) {
      const start = from + part.at;
      tokens.push({
        kind: kindOf(part.text),
        text: plain(part.text),
        from: start,
        to: start + part.text.length,
        glued: start === end,
        capital: /^\p{Lu}/u.test(part.text),
      });
      end = start + part.text.length;
    }
  }
  return { tokens, complete: text.length <= maxLength };
}

function plain(text: string): string {
  if (text.startsWith('\n')) return '\n';
  if (/^[ap]\.\s?m\.?$/i.test(text)) return `${text.charAt(0).toLowerCase()}m`;
  return fold(text);
}

/** "l'après-midi" and "qu'à" are two words; "the second one's" ends in none; "don't" stays. */
function partsOf(text: string): readonly { readonly text: string; readonly at: number }[] {
  const elided = /^(?:[ldjcmnst]|qu|dell|all|nell)['’](?=\p{L})/iu.exec(text);
  if (elided !== null) {
    const head = elided[0];
    return [
      { text: head, at: 0 },
      { text: text.slice(head.length), at: head.length },
    ];
  }
  const compound = germanDay.exec(text);
  if (compound !== null) {
    const day = compound[1]!;
    return [
      { text: day, at: 0 },
      { text: text.slice(day.length), at: day.length },
    ];
  }
  const owned = /^(.{2,})['’]s$/iu.exec(text);
  if (owned !== null && !/^(?:let|it|that|what|there|he|she|who|here)$/i.test(owned[1]!)) {
    return [{ text: owned[1]!, at: 0 }];
  }
  return [{ text, at: 0 }];
}

function kindOf(text: string): Token['kind'] {
  if (/^\d/.test(text)) return /^\d+$/.test(text) ? 'digits' : 'url';
  if (/^(?:https?:|www\.)/i.test(text) || text.includes('@'))
    return text.length > 1 ? 'url' : 'mark';
  return /^\p{L}/u.test(text) ? 'word' : 'mark';
}
