import { attributionOpeners, wroteVerbs } from '../phrases/quote-headers.ts';
import { folded } from './fold-line.ts';
import { isHeaderField } from './header-block.ts';
import { isBlank, type QuotedLine } from './lines.ts';
import { withoutEnd } from '../../text/without-end.ts';

const maxLines = 5;
const maxLength = 420;
/** Scripts that write without spaces between words. */
const unspaced = /[\u0e00-\u0e7f\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af]$|-$/;
const isoDate = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b/;

/** Lines that an attribution starting here takes ("On … wrote:", wrapped over a few); else 0. */
export function attributionLength(lines: readonly QuotedLine[], at: number): number {
  const first = lines[at]?.text ?? '';
  if (first.length > maxLength) return 0;
  const dated = startsWithDate(folded(first));
  let joined = '';
  let count = 0;
  for (let index = at; index < lines.length && count < maxLines; index++) {
    const line = lines[index]!;
    if (line.depth > 0) break;
    if (isBlank(line)) {
      // Some clients put the address on a line of its own, between blank lines.
      if (joined === '' || !lines[index + 1]?.text.trimStart().startsWith('<')) break;
      continue;
    }
    joined = joined === '' ? line.text : `${joined} ${line.text}`;
    count++;
    if (joined.length > maxLength) break;
    // A name and a date above "To:" are the head of a header block.
    if (count > 1 && isHeaderField(line)) return 0;
    // An attribution that begins below this line shows that this line was somebody's text.
    if (
      count > 1 &&
      !dated &&
      /^["'\s*_]*\p{L}/u.test(line.text) &&
      startsWithDate(folded(line.text))
    ) {
      return 0;
    }
    const ended = endsLikeOne(line.text) || /[>\d]\)?$/.test(line.text.trimEnd());
    if (!ended && !isoDate.test(first)) continue;
    const quoted = quoteFollows(lines, index + 1);
    if (!isAttribution(folded(joined), quoted, count)) continue;
    const alone = count > 1 && !dated && isAttribution(folded(line.text), quoted, 1);
    return alone ? 0 : index + 1 - at;
  }
  return 0;
}

const ownAccount =
  /^(?:i|we|he|she|they|you|ich|wir|er|sie|du|je|nous|il|elle|ils|yo|el|ella|nosotros|io|noi|lui|lei|ik|wij|hij|zij|eu|ele|ela|jag|jeg|vi|han|hon|hun|ja|ona) /;

const afterTheVerb = /[\s:：*_–—-]/;

function endsLikeOne(text: string): boolean {
  const end = folded(text.slice(-60));
  // Newsreaders: "In article <id>, Ana says..."
  return (
    /[:：]$|(?:says|said|wrote|writes)\.\.\.$/.test(end) ||
    /[-–—]{2}$/.test(end) ||
    verbEnding(end) !== undefined
  );
}

function isAttribution(text: string, quoted: boolean, lineCount: number): boolean {
  const body = text.replace(/^[-*_"“\s]+/, '');
  const colon = /[:：][*_ ]*$/.test(body);
  const bare = withoutEnd(body, afterTheVerb);
  const address = /[^\s<>@,;]@[^\s<>@,;]/.test(bare);
  const time = /\d{1,2}\s?[:.h]\s?\d{2}|\d\s?[ap]\.?m\b|\d[时時시]/.test(bare);
  const date = /\b(?:19|20)\d\d\b|\d{1,4}[-./]\s?\d{1,2}[-./]|\d\s?[年월月일日]/.test(bare);
  const dated = startsWithDate(bare);
  // "He said:" stands above words of somebody else, which the person chose to show.
  if (/^(?:he|she|they|i|we) \w+$/.test(bare)) return false;
  const endVerb = verbEnding(bare);
  if (/^in article <[^<>\s]{3,200}>.*(?:says|said|wrote|writes)(?:\.\.\.|[:：])?$/.test(body))
    return true;
  const ended =
    endVerb !== undefined && (colon || /[-–—]{2}$/.test(body) || (dated && address && time));
  if (ended) {
    if (dated && (time || date || address)) return true;
    if (address && bare.length < 200 && /^["'“\p{L}<(]/u.test(bare) && wordsBefore(bare, '@') <= 7)
      return true;
    // Without a date or address only a quotation right below shows what the line is.
    return quoted && lineCount <= 2 && bare.length < 140;
  }
  if (
    quoted &&
    colon &&
    lineCount === 1 &&
    bare.endsWith(' said') &&
    wordsBefore(bare, ' said') <= 8
  ) {
    return true;
  }
  // "Kim Doe schreef op 24-11-2026 10:12:" begins with a name; a person's own account with "I".
  const whole = colon && lineCount === 1 && date && time && bare.length < 120;
  if (whole && hasVerb(bare) && !ownAccount.test(bare)) return true;
  if (colon && hasVerb(bare)) {
    if ((dated || address) && time && (date || address)) return true;
    if (dated && address) return true;
    if (quoted && /\d/.test(bare) && (date || address)) return true;
  }
  // Many languages leave the verb out: "30.09.2017, 18.30, "Name" <address>:"
  if (colon && address && time && (date || /\d/.test(bare)) && bare.length < 240) return true;
  if (quoted && colon && address && wordsBefore(bare, '@') <= 9) return true;
  // Gmail's old form has neither verb nor colon: "2013/7/20 Name <address>"
  return isoDate.test(bare) && lineCount <= 2 && bare.length < 160
    ? (quoted && (address || time)) || /\bgmt[+-]\d/.test(bare)
    : false;
}

function startsWithDate(text: string): boolean {
  const start = text.replace(/^[-*_"“\s]+/, '');
  if (/^\d{1,4}\s?[-./:]?\s?(?:\d|\p{L})/u.test(start)) return /\d/.test(start.slice(0, 60));
  const opener = attributionOpeners.find(
    (each) => start.startsWith(each) && (unspaced.test(each) || start[each.length] === ' '),
  );
  if (opener !== undefined) return /\d/.test(start.slice(0, 70)) || / you wrote/.test(start);
  // A weekday without a preposition: "tir. 18. apr. 2017", "Wednesday, 17 November 2021"
  return (
    /^\p{L}{1,14}[.,]{0,2}\s\d{1,2}[.,\s]/u.test(start) ||
    /^\p{L}{2,14}[.,]{1,2}\s\p{L}{2,12}\.?\s\d/u.test(start)
  );
}

/** A word for writing that ends the text, rules and colon aside. */
export function verbEnding(text: string): string | undefined {
  const bare = withoutEnd(text, afterTheVerb);
  return wroteVerbs.find((verb) => {
    if (!bare.endsWith(verb)) return false;
    // A letter before it makes it another word ("rewrote"); Gmail once wrote "<address>wrote:".
    return unspaced.test(verb) || !/[\p{L}\d]$/u.test(bare.slice(0, -verb.length));
  });
}

function hasVerb(text: string): boolean {
  return wroteVerbs.some((verb) => {
    const at = text.indexOf(verb);
    return (
      at >= 0 && !/\p{L}/u.test(text[at - 1] ?? '') && !/\p{L}/u.test(text[at + verb.length] ?? '')
    );
  });
}

function wordsBefore(text: string, mark: string): number {
  return text.slice(0, text.indexOf(mark)).split(' ').length;
}

function quoteFollows(lines: readonly QuotedLine[], from: number): boolean {
  for (let index = from; index < lines.length && index < from + 4; index++) {
    const line = lines[index]!;
    if (line.depth > 0) return true;
    if (!isBlank(line)) return line.text.startsWith('|') || /^\s{0,3}\p{L}{1,12}>/u.test(line.text);
  }
  return false;
}
