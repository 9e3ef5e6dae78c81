import { replyPrefixes } from './phrases/reply-prefixes.ts';

const prefixes = new Set(replyPrefixes);

/** The subject without reply and forward prefixes and list tags, lower-case, for comparison only. */
export function normalSubject(subject: string): string {
  let rest = subject.slice(0, 2000).normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
  for (;;) {
    const shorter = withoutPrefix(withoutTag(rest)).trim();
    if (shorter === rest) return rest;
    rest = shorter;
  }
}

/** "[list] Subject" and "(list) Subject", as mailing lists and ticket systems write. */
function withoutTag(subject: string): string {
  const close = subject.startsWith('[') ? subject.indexOf(']') : -1;
  return close > 0 && close < 60 && close < subject.length - 1 ? subject.slice(close + 1) : subject;
}

/** "Re:", "AW:", "Re[2]:", "RE (3):", "Antw.:", "回复：" */
function withoutPrefix(subject: string): string {
  const colon = subject.slice(0, 24).indexOf(':');
  if (colon < 1) return subject;
  const word = subject.slice(0, colon).replace(/\s?[[(^]?\d{0,3}[\])]?\.?\s?$/, '');
  return prefixes.has(word) ? subject.slice(colon + 1) : subject;
}
