export type OutgoingMail = {
  readonly from: { readonly name?: string | undefined; readonly address: string };
  /** A bare address. */
  readonly to: string;
  readonly subject: string;
  /** Plain text; a paragraph is one line. */
  readonly text: string;
  readonly messageId: string;
  readonly inReplyTo?: string | undefined;
  /** Oldest first. */
  readonly references: readonly string[];
  readonly date: Date;
};

export function composeMail(_mail: OutgoingMail): Promise<Buffer> {
  throw new Error('to be written');
}

export function newMessageId(_address: string): string {
  throw new Error('to be written');
}
