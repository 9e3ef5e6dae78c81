import type { ImapFlow } from 'imapflow';

/** What can be known of a mail without reading its text. */
export type Seen = {
  readonly uid: number;
  readonly internalDate: Date;
  readonly size: number;
  readonly gmailThreadId: string | undefined;
  /** With angle brackets. */
  readonly messageId: string | undefined;
  /** Bare address, lower-case. */
  readonly from: string | undefined;
  /** Bare addresses of To and Cc, lower-case. */
  readonly to: readonly string[];
  readonly subject: string;
  /** Ids of References and In-Reply-To with angle brackets, nearest first. */
  readonly references: readonly string[];
  /** Lower-case media type without parameters. */
  readonly contentType: string | undefined;
  readonly autoSubmitted: string | undefined;
  /** X-Failed-Recipients, bare addresses, lower-case. */
  readonly failedRecipients: readonly string[];
  /** Bare address; '' for the null sender of bounces, undefined when the header is missing. */
  readonly returnPath: string | undefined;
};

export type Cursor = { readonly uidValidity: string; readonly uidNext: number };

export type NewMails = {
  readonly uidValidity: string;
  /** Where to go on from once all of `mails` are stored. */
  readonly uidNext: number;
  /** True when the folder's UIDs are not the ones of the cursor: everything was read anew. */
  readonly reset: boolean;
  /** More are waiting than `limit`; ask again from `uidNext`. */
  readonly more: boolean;
  readonly mails: readonly Seen[];
};

export function readNew(
  _client: ImapFlow,
  _from: {
    readonly folder: string;
    readonly uidValidity: string | undefined;
    readonly uidNext: number;
    readonly limit?: number;
  },
): Promise<NewMails> {
  throw new Error('to be written');
}
