import { mailboxAddress } from './email-address.ts';
import type { ParsedMail } from './message.ts';
import { replyPrefixes } from './classify/phrases/reply-prefixes.ts';

export type ThreadRule =
  | 'reply_id'
  | 'gmail_thread'
  | 'returned_id'
  | 'calendar_uid'
  | 'subject_and_sender'
  | 'subject_and_domain'
  | 'known_sender';

export type SentMail = {
  readonly contactId: string;
  /** Ours and the server's, where the server replaced it. */
  readonly ids: readonly string[];
  readonly gmailThreadId: string | undefined;
  readonly calendarUids: readonly string[];
  readonly subject: string;
};

export type KnownContact = {
  readonly contactId: string;
  readonly addresses: readonly string[];
  /** True while a journey with this contact runs. */
  readonly open: boolean;
};

export type ThreadMatch = {
  readonly contactId: string;
  readonly rule: ThreadRule;
  /** True where the match may only hold a journey and ask, never act. */
  readonly weak: boolean;
};

/**
 * Whose journey a mail belongs to: the ladder of DESIGN section 4, first hit wins. Of several sent
 * mails with the same id, thread or UID the latest in the list counts.
 */
export function matchThread(input: {
  readonly mail: ParsedMail;
  readonly gmailThreadId: string | undefined;
  readonly sent: readonly SentMail[];
  readonly contacts: readonly KnownContact[];
  readonly returnedIds: readonly string[];
  readonly calendarUid: string | undefined;
  /** Address that a bounce says it could not reach: it stands for the sender. */
  readonly bounceRecipient: string | undefined;
  /** The contact at whose company somebody answers, going by domain and subject. */
  readonly colleagueOf?: string | undefined;
}): ThreadMatch | undefined {
  const { mail, sent } = input;
  const byId = new Map(
    sent.flatMap(({ contactId, ids }) => ids.map((id) => [comparableId(id), contactId] as const)),
  );
  const reply = firstOf(referencedIds(mail), byId);
  if (reply !== undefined) return { contactId: reply, rule: 'reply_id', weak: false };

  const { gmailThreadId } = input;
  const thread = sent.findLast(
    (each) => gmailThreadId !== undefined && each.gmailThreadId === gmailThreadId,
  );
  if (thread !== undefined) {
    return { contactId: thread.contactId, rule: 'gmail_thread', weak: false };
  }

  const returned = firstOf(input.returnedIds, byId);
  if (returned !== undefined) return { contactId: returned, rule: 'returned_id', weak: false };

  const uid = input.calendarUid?.trim().toLowerCase() ?? '';
  const invited = sent.findLast(
    (each) => uid !== '' && each.calendarUids.some((own) => own.trim().toLowerCase() === uid),
  );
  if (invited !== undefined) {
    return { contactId: invited.contactId, rule: 'calendar_uid', weak: false };
  }
  return bySender(input);
}

/** The last rungs may hold a journey and ask; a subject or an address proves nothing. */
function bySender(input: {
  readonly mail: ParsedMail;
  readonly sent: readonly SentMail[];
  readonly contacts: readonly KnownContact[];
  readonly bounceRecipient: string | undefined;
  readonly colleagueOf?: string | undefined;
}): ThreadMatch | undefined {
  const { mail, colleagueOf } = input;
  const senders = new Set(
    [
      mail.from?.address,
      mail.sender?.address,
      ...mail.replyTo.map((each) => each.address),
      input.bounceRecipient,
    ].flatMap((address) => (address === undefined ? [] : [mailboxAddress(address)])),
  );
  const known = input.contacts.filter(({ addresses }) =>
    addresses.some((address) => senders.has(mailboxAddress(address))),
  );
  const open = known.filter((contact) => contact.open);
  const subject = normalSubject(mail.subject);
  const only = open.length === 1 ? open[0] : undefined;
  const sameSubject = input.sent.some(
    (each) => each.contactId === only?.contactId && normalSubject(each.subject) === subject,
  );
  if (only !== undefined && subject !== '' && sameSubject) {
    return { contactId: only.contactId, rule: 'subject_and_sender', weak: true };
  }
  const anyone = open[0] ?? known[0];
  if (anyone) return { contactId: anyone.contactId, rule: 'known_sender', weak: true };
  return colleagueOf === undefined
    ? undefined
    : { contactId: colleagueOf, rule: 'subject_and_domain', weak: true };
}

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

/** "[list] Subject", as mailing lists, ticket systems and company gateways write. */
function withoutTag(subject: string): string {
  const close = subject.startsWith('[') ? subject.indexOf(']') : -1;
  return close > 0 && close < 60 && close < subject.length - 1 ? subject.slice(close + 1) : subject;
}

/** "Re:", "AW:", "Re[2]:", "RE (3):", "Antw.:", "回复：" (NFKC has made the wide colon narrow). */
function withoutPrefix(subject: string): string {
  const colon = subject.slice(0, 28).indexOf(':');
  if (colon < 1) return subject;
  const word = subject.slice(0, colon).replace(/\s?[[(^]?\d{0,3}[\])]?\.?\s?$/, '');
  return prefixes.has(word) ? subject.slice(colon + 1) : subject;
}

/** Ids this mail answers, nearest first: In-Reply-To, then References from its end. */
export function referencedIds(mail: ParsedMail): readonly string[] {
  const parsed = [...mail.inReplyTo, ...mail.references.toReversed()];
  // Ids without brackets, or broken by a fold, are only in the headers as they came.
  const raw = [
    ...looseIds(mail.headers.get('in-reply-to')),
    ...looseIds(mail.headers.get('references')).toReversed(),
  ];
  const seen = new Set<string>();
  return [...parsed, ...raw].filter((id) => {
    const comparable = comparableId(id);
    return comparable !== '' && !seen.has(comparable) && seen.add(comparable);
  });
}

/** Headers of a returned mail in which its own id, or the one a provider replaced, stands. */
const idHeaders = new Set([
  'message-id',
  'original-message-id',
  'x-microsoft-original-message-id',
  'x-google-original-message-id',
  'in-reply-to',
]);
const maxReturnedLines = 20_000;

/** Message-IDs of the mails that came back inside this one: in headers, reports or the text. */
export function returnedIds(mail: ParsedMail): readonly string[] {
  const found = new Map<string, string>();
  const add = (id: string): void => {
    const comparable = comparableId(id);
    if (comparable.includes('@') && !found.has(comparable)) found.set(comparable, id);
  };
  for (const part of mail.parts) {
    if (part.text === undefined) continue;
    const lines = part.text.split('\n', maxReturnedLines);
    lines.forEach((line, at) => {
      const colon = line.slice(0, 60).indexOf(':');
      if (colon < 1) return;
      if (!idHeaders.has(line.slice(0, colon).replaceAll(/[>\s]/g, '').toLowerCase())) return;
      // A long id stands on the line below, folded.
      const value = line.slice(colon + 1).trim();
      for (const id of looseIds([value === '' ? (lines[at + 1] ?? '') : value])) add(id);
    });
  }
  for (const name of [
    'x-microsoft-original-message-id',
    'x-google-original-message-id',
    'x-failed-message-id',
  ]) {
    for (const id of looseIds(mail.headers.get(name))) add(id);
  }
  return [...found.values()];
}

function firstOf(ids: readonly string[], byId: ReadonlyMap<string, string>): string | undefined {
  const hit = ids.map(comparableId).find((id) => byId.has(id));
  return hit === undefined ? undefined : byId.get(hit);
}

/** Everything that may be an id: bracketed with blanks a fold left inside, or bare words with an `@`. */
function looseIds(values: readonly string[] | undefined): string[] {
  const ids: string[] = [];
  for (const value of values ?? []) {
    for (const piece of value.slice(0, 100_000).split(/[<>]/)) {
      const joined = piece.replaceAll(/\s+/g, '');
      const words = piece.trim().split(/[\s,]+/);
      const several = words.filter((word) => word.includes('@')).length > 1;
      const candidates = several ? words : [joined, ...words];
      for (const each of candidates) if (/^[^@]+@[^@]+$/.test(each)) ids.push(`<${each}>`);
    }
  }
  return ids;
}

/** An id without brackets and blanks; its domain in lower case (RFC 5322 leaves the left side as it is). */
export function comparableId(id: string): string {
  const bare = id.replaceAll(/[\s<>]/g, '');
  const at = bare.lastIndexOf('@');
  return at < 0 ? bare : bare.slice(0, at) + bare.slice(at).toLowerCase();
}
