import type { ImapFlow } from 'imapflow';

export type SentCopy = {
  readonly uid: number;
  /** The id the copy carries: the server's, where it replaced ours. */
  readonly messageId: string;
};

export function findSent(
  _client: ImapFlow,
  _mail: { readonly folder: string; readonly messageId: string },
): Promise<SentCopy | undefined> {
  throw new Error('to be written');
}

export function appendSent(
  _client: ImapFlow,
  _copy: { readonly folder: string; readonly raw: Buffer; readonly date: Date },
): Promise<void> {
  throw new Error('to be written');
}
