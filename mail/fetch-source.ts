import type { ImapFlow } from 'imapflow';

export function fetchSource(
  _client: ImapFlow,
  _mail: { readonly folder: string; readonly uid: number; readonly maxBytes: number },
): Promise<{ readonly source: Buffer; readonly truncated: boolean } | undefined> {
  throw new Error('to be written');
}
