export type MailKind =
  | 'human_reply'
  | 'auto_reply'
  | 'bounce_permanent'
  | 'bounce_temporary'
  | 'opt_out'
  | 'calendar'
  | 'unrelated';

/** What a mail is, what it means, and why we think so. */
export type Verdict = {
  readonly kind: MailKind;
  /** `policy`, `delayed`, `out_of_office`, `interested`, `declined`, `proposes_time`, `asks`, `unclear`, … */
  readonly subkind: string | undefined;
  /** Sentences a person understands; the deciding one first. */
  readonly reasons: readonly string[];
  /** False when a person must look before anything is done because of it. */
  readonly certain: boolean;
  /** What the sender wrote, without quotes and signature; never empty when the mail has text. */
  readonly visibleText: string;
  /** First day back as YYYY-MM-DD, or an RFC 3339 time where the mail gives one; only of an announced absence. */
  readonly returnDate: string | undefined;
  /** Of a bounce: the address that failed, lower-case. */
  readonly recipient: string | undefined;
  /** Of a bounce: the enhanced status code (RFC 3463) that decided. */
  readonly status: string | undefined;
  readonly calendar: CalendarAnswer | undefined;
  /** Somebody else the sender names to write to. */
  readonly refersTo: readonly { readonly name: string | undefined; readonly email: string }[];
  /** Times that the sender proposes, as RFC 3339 in UTC. */
  readonly proposedTimes: readonly string[];
};

export type CalendarAnswer = {
  readonly method:
    'REPLY' | 'COUNTER' | 'DECLINECOUNTER' | 'REFRESH' | 'REQUEST' | 'CANCEL' | 'PUBLISH';
  readonly uid: string | undefined;
  readonly sequence: number;
  readonly partstat:
    'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'NEEDS-ACTION' | 'DELEGATED' | undefined;
  readonly attendee: string | undefined;
  readonly organizer: string | undefined;
  readonly summary: string | undefined;
  /** RFC 3339 in UTC; undefined when the zone cannot be known (never guessed as UTC). */
  readonly start: string | undefined;
  readonly end: string | undefined;
};

/** What is known about the conversation a mail answers; all of it optional, `inspect` has none. */
export type MailContext = {
  /** Texts of the mails we sent in this thread: whatever of them is quoted is subtracted. */
  readonly sentTexts: readonly string[];
  /** Our own addresses, lower-case. */
  readonly ownAddresses: readonly string[];
  /** IANA zone of the sender, for times in free text. */
  readonly senderTimeZone: string | undefined;
  /** When the mail arrived; the reference for "back on Monday". The mail's Date when undefined. */
  readonly receivedAt: Date | undefined;
};
