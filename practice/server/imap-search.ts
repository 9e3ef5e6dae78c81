import type { ImapHandler } from './imap-command.ts';
import { opened } from './imap-selection.ts';
import { send } from './imap-session.ts';
import { parseDate, sequenceSet, textOf, type Token } from './imap-syntax.ts';
import { field, mimeOf } from './mime.ts';
import type { StoredMail } from './store.ts';

type Candidate = { readonly mail: StoredMail; readonly sequence: number; readonly largest: number };

const FLAG_KEYS: Readonly<Record<string, string>> = {
  SEEN: '\\Seen',
  ANSWERED: '\\Answered',
  DELETED: '\\Deleted',
  DRAFT: '\\Draft',
  FLAGGED: '\\Flagged',
};

export const searchHandler: ImapHandler = (session, command) => {
  const { view } = opened(session);
  const charset = isCharset(command.arguments[0]);
  const keys = command.arguments.slice(charset ? 2 : 0);
  const found = view
    .map((mail, index) => ({ mail, sequence: index + 1, largest: view.length }))
    .filter((candidate) => matchesAll(candidate, keys))
    .map(({ mail, sequence }) => (command.uid ? mail.uid : sequence));
  send(session, `* SEARCH${found.map((number) => ` ${number}`).join('')}`);
  return 'OK done';
};

function matchesAll(candidate: Candidate, keys: readonly Token[]): boolean {
  const rest = [...keys];
  let matches = true;
  while (rest.length > 0) matches = matchesNext(candidate, rest) && matches;
  return matches;
}

/** Takes one search key (RFC 3501 6.4.4) with its arguments off `rest`. */
function matchesNext(candidate: Candidate, rest: Token[]): boolean {
  const { mail, sequence, largest } = candidate;
  const token = rest.shift();
  if (Array.isArray(token)) return matchesAll(candidate, token as readonly Token[]);
  const key = textOf(token).toUpperCase();
  const argument = () => textOf(rest.shift());
  const flag = FLAG_KEYS[key.replace(/^UN/, '')];
  if (flag) return mail.flags.has(flag) !== key.startsWith('UN');
  switch (key) {
    case 'ALL':
    case 'OLD':
      return true;
    case 'NEW':
    case 'RECENT':
      return false;
    case 'NOT':
      return !matchesNext(candidate, rest);
    case 'OR': {
      const first = matchesNext(candidate, rest);
      return matchesNext(candidate, rest) || first;
    }
    case 'UID':
      return sequenceSet(argument(), Number.MAX_SAFE_INTEGER)(mail.uid);
    case 'KEYWORD':
      return mail.flags.has(argument());
    case 'UNKEYWORD':
      return !mail.flags.has(argument());
    case 'HEADER':
      return hasField(mail, argument().toLowerCase(), argument());
    case 'SUBJECT':
    case 'FROM':
    case 'TO':
    case 'CC':
    case 'BCC':
      return hasField(mail, key.toLowerCase(), argument());
    case 'BODY':
    case 'TEXT':
      return mail.raw.toString('utf8').toLowerCase().includes(argument().toLowerCase());
    case 'SINCE':
      return day(mail.date) >= day(parseDate(argument()));
    case 'BEFORE':
      return day(mail.date) < day(parseDate(argument()));
    case 'ON':
      return day(mail.date) === day(parseDate(argument()));
    case 'SENTSINCE':
      return day(sentAt(mail)) >= day(parseDate(argument()));
    case 'SENTBEFORE':
      return day(sentAt(mail)) < day(parseDate(argument()));
    case 'LARGER':
      return mail.raw.length > Number(argument());
    case 'SMALLER':
      return mail.raw.length < Number(argument());
    case 'MODSEQ':
      return mail.modseq >= Number(argument());
  }
  if (/^[\d*:,]+$/.test(key)) return sequenceSet(key, largest)(sequence);
  throw new Error(`SEARCH does not know ${key}`);
}

function hasField(mail: StoredMail, name: string, text: string): boolean {
  const sought = text.toLowerCase();
  return mimeOf(mail).fields.some(
    ([key, value]) => key === name && value.toLowerCase().includes(sought),
  );
}

function sentAt(mail: StoredMail): Date {
  return new Date(field(mimeOf(mail), 'date') ?? mail.date);
}

function day(date: Date): number {
  return Math.floor(date.getTime() / 86_400_000);
}

function isCharset(token: Token | undefined): boolean {
  return typeof token === 'string' && token.toUpperCase() === 'CHARSET';
}
