import { fold } from '../text/fold.ts';
import type { ParsedMail } from '../message.ts';
import { LEAVE_WORDS, PRESS_LINES, WAY_OUT_WORDS } from './phrases/bulk.ts';
import { quotesAnother } from './quotation/line-depth.ts';
import { answersAnother } from './unrelated.ts';
import { withoutEnd } from '../text/without-end.ts';

const LONGEST_HEAD = 1500;
const LONGEST_TAIL = 3000;
const REACH = 90;

/**
 * Why a mail without a list's headers was written to many all the same: it is headed as a press
 * release, or tells its readers how to leave the list. Never said of an answer or a quotation.
 */
export function massMailing(mail: ParsedMail): string | undefined {
  if (mail.from === undefined || answersAnother(mail) || quotesAnother(mail)) return undefined;
  const press = pressLine(mail.text.slice(0, LONGEST_HEAD));
  if (press !== undefined) return `It answers nobody and is headed "${press}".`;
  const leave = wayOut(fold(mail.text.slice(-LONGEST_TAIL))) ?? wayOutLink(mail.html);
  return leave === undefined
    ? undefined
    : `It answers nobody and tells its readers how to leave the list: "${leave}".`;
}

function pressLine(head: string): string | undefined {
  return head
    .split('\n')
    .map((line) => line.trim())
    .find((line) => {
      const bare = withoutEnd(fold(line.slice(0, 80)).replace(/^[^\p{L}]+/u, ''), /[^\p{L}\p{N}]/u);
      return PRESS_LINES.some((phrase) =>
        phrase.endsWith(':') ? bare.startsWith(phrase) : bare === phrase,
      );
    });
}

/** "Unsubscribe" means nothing alone; with a link or an address beside it, it is a mailing's way out. */
function wayOut(folded: string): string | undefined {
  for (const phrase of LEAVE_WORDS) {
    for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + REACH)) {
      const around = folded.slice(Math.max(0, at - REACH), at + phrase.length + REACH);
      // "How do I unsubscribe?" is a person's.
      if (!/\b(?:i|i'm|my|ich|je|yo|io|eu|ik)\b/.test(around) && includesAny(around, WAY_OUT_WORDS))
        return around
          .slice(Math.max(0, Math.min(at, REACH) - 30))
          .slice(0, 80)
          .trim();
    }
  }
  return undefined;
}

/** A link to be taken off. */
function wayOutLink(html: string | undefined): string | undefined {
  return /href\s?=\s?["']?(?:https?:\/\/|mailto:)[^"'\s>]{0,400}(?:unsub|opt-?out|optout|abmelde|desabonn|remove|\/del\.)/i
    .exec((html ?? '').slice(0, 200_000))?.[0]
    .slice(0, 80);
}

function includesAny(text: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => text.includes(phrase));
}
