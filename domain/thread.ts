import { header, type ParsedMail } from './message.ts';

export type ThreadRule =
  | 'reply_id'
  | 'gmail_thread'
  | 'returned_id'
  | 'calendar_uid'
  | 'subject_and_sender'
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

/** Whose journey a mail belongs to: the ladder of DESIGN section 4, first hit wins. */
export function matchThread(input: {
  readonly mail: ParsedMail;
  readonly gmailThreadId: string | undefined;
  readonly sent: readonly SentMail[];
  readonly contacts: readonly KnownContact[];
  readonly returnedIds: readonly string[];
  readonly calendarUid: string | undefined;
  readonly bounceRecipient: string | undefined;
}): ThreadMatch | undefined {
  const byId = (wanted: readonly string[]): SentMail | undefined => {
    for (const id of wanted.map(comparableId)) {
      const hit = input.sent.findLast((sent) => sent.ids.some((own) => comparableId(own) === id));
      if (hit !== undefined) return hit;
    }
    return undefined;
  };
  const reply = byId(referencedIds(input.mail));
  if (reply !== undefined) return strong(reply.contactId, 'reply_id');

  const inGmailThread = input.sent.findLast(
    (sent) => sent.gmailThreadId !== undefined && sent.gmailThreadId === input.gmailThreadId,
  );
  if (inGmailThread !== undefined) return strong(inGmailThread.contactId, 'gmail_thread');

  const returned = byId(input.returnedIds);
  if (returned !== undefined) return strong(returned.contactId, 'returned_id');

  const uid = input.calendarUid?.trim();
  const invited = input.sent.findLast(
    (sent) => uid !== undefined && sent.calendarUids.includes(uid),
  );
  if (invited !== undefined) return strong(invited.contactId, 'calendar_uid');

  const senders = [
    input.mail.from?.address,
    input.mail.sender?.address,
    ...input.mail.replyTo.map((each) => each.address),
    input.bounceRecipient,
  ].flatMap((address) => (address === undefined ? [] : [comparableAddress(address)]));
  const known = input.contacts.filter((contact) =>
    contact.addresses.some((address) => senders.includes(comparableAddress(address))),
  );
  const subject = normalSubject(input.mail.subject);
  const open = known.filter((contact) => contact.open);
  const only = open.length === 1 ? open[0] : undefined;
  if (
    only !== undefined &&
    subject !== '' &&
    input.sent.some(
      (sent) => sent.contactId === only.contactId && normalSubject(sent.subject) === subject,
    )
  ) {
    return { contactId: only.contactId, rule: 'subject_and_sender', weak: true };
  }
  const anyone = open[0] ?? known[0];
  return anyone && { contactId: anyone.contactId, rule: 'known_sender', weak: true };
}

/** The subject without reply and forward prefixes and list tags, lower-case, for comparison only. */
export function normalSubject(subject: string): string {
  let rest = subject.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
  for (;;) {
    const shorter = rest.replace(/^(?:re|aw|sv|fwd?|wg)\s?:\s?|^\[[^\]]{1,60}\]\s?/i, '');
    if (shorter === rest) return rest.toLowerCase();
    rest = shorter;
  }
}

/** Ids this mail answers, nearest first: In-Reply-To, then References from its end. */
export function referencedIds(mail: ParsedMail): readonly string[] {
  return [...new Set([...mail.inReplyTo, ...mail.references.toReversed()])];
}

/** Message-IDs of the mails that came back inside this one. */
export function returnedIds(mail: ParsedMail): readonly string[] {
  const found = new Set<string>();
  for (const part of mail.parts) {
    for (const hit of (part.text ?? '').matchAll(/^Message-ID:\s*(<[^<>\s]+>)/gim))
      found.add(hit[1] ?? '');
  }
  const original = header(mail, 'x-microsoft-original-message-id');
  if (original !== undefined) found.add(original.trim());
  return [...found];
}

function strong(contactId: string, rule: ThreadRule): ThreadMatch {
  return { contactId, rule, weak: false };
}

function comparableId(id: string): string {
  const bare = id.replaceAll(/[\s<>]/g, '');
  const at = bare.lastIndexOf('@');
  return at < 0 ? bare : bare.slice(0, at) + bare.slice(at).toLowerCase();
}

function comparableAddress(address: string): string {
  return address.trim().toLowerCase();
}
