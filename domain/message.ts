/** A mail as the rules see it: decoded, bounded, free of any library's types. */
export type ParsedMail = {
  /** With angle brackets, unfolded and trimmed; undefined when the mail has none. */
  readonly messageId: string | undefined;
  /** Ids with angle brackets, in the order of the header. */
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly from: MailAddress | undefined;
  readonly sender: MailAddress | undefined;
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  readonly date: Date | undefined;
  /** Lower-case name to its values in order: unfolded and charset-decoded. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** Lower-case media type of the whole mail, `text/plain` when it says none. */
  readonly contentType: string;
  /** The plain text: of the text parts, else of the HTML. Line ends are `\n`. */
  readonly text: string;
  readonly html: string | undefined;
  /** Leaf parts in order, the body's own included. */
  readonly parts: readonly MailPart[];
  /** True when the source was cut at the size bound before it was parsed. */
  readonly truncated: boolean;
};

export type MailAddress = { readonly name: string | undefined; readonly address: string };

export type MailPart = {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly disposition: string | undefined;
  readonly filename: string | undefined;
  /** Decoded text of text and message parts (delivery status, returned headers, calendars); undefined for the rest. */
  readonly text: string | undefined;
  readonly bytes: number;
};

/** First value of a header, by its lower-case name. */
export function header(mail: ParsedMail, name: string): string | undefined {
  return mail.headers.get(name)?.[0];
}
