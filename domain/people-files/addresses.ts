import { parseEmail } from '../contact.ts';
import { InvalidInput } from '../errors.ts';
import { withoutEnd } from '../text/without-end.ts';

export type Addresses = {
  readonly emails: readonly string[];
  readonly problems: readonly string[];
};

/** The addresses of a cell, which may hold several, with names, links and invisible characters around them. */
export function readAddresses(cell: string): Addresses {
  const emails: string[] = [];
  const problems: string[] = [];
  const visible = cell
    .replace(/[\p{Cf}\ufeff]/gu, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .trim();
  if (visible === '') return { emails, problems };
  if (/^\/o=/i.test(visible))
    return {
      emails,
      problems: ['an internal Exchange address (X.500), to which no mail can be sent'],
    };
  for (const part of visible.split(/\s:::\s|[;,|]/)) {
    const found = bare(part);
    if (found === '') continue;
    if (/[\p{Cc}\u2028\u2029]/u.test(found)) {
      // A line break in an address would end a mail header.
      const lines = found
        .split(/[\p{Cc}\u2028\u2029]+/u)
        .map(bare)
        .filter(Boolean);
      if (lines.every((each) => validAddress(each) !== undefined))
        lines.forEach((each) => keep(each));
      else problems.push('an address with a line break in it was left out');
    } else if (!keep(found)) {
      problems.push(complaint(found));
    }
  }
  return { emails, problems };

  function keep(text: string): boolean {
    const email = validAddress(text);
    if (email !== undefined && !emails.includes(email)) emails.push(email);
    return email !== undefined;
  }
}

/** The address in its form for comparison; undefined when it is none. */
export function validAddress(text: string): string | undefined {
  try {
    return parseEmail(text);
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
}

/** What stands in angle brackets, or the text without `mailto:` and what a link adds. */
function bare(text: string): string {
  const open = text.lastIndexOf('<');
  const close = text.indexOf('>', open);
  const inner = open >= 0 && close > open ? text.slice(open + 1, close) : text;
  const address = inner.trim().replace(/^mailto:/i, '');
  const query = address.indexOf('?');
  const plain =
    query > 0 && inner.trim().length !== address.length ? address.slice(0, query) : address;
  return withoutEnd(plain.replace(/^["'(]+/, ''), /["').]/).trim();
}

function complaint(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const meant = text
    .replace(/\s{0,2}[([{]\s{0,2}(?:at|ät)\s{0,2}[)\]}]\s{0,2}/i, '@')
    .replace(/\s{0,2}[([{]\s{0,2}dot\s{0,2}[)\]}]\s{0,2}/gi, '.');
  return meant !== text && validAddress(meant) !== undefined
    ? `"${shown}" is not an address; if ${meant} is meant, write it so`
    : `"${shown}" is not an email address`;
}
