import type { ImapFlow } from 'imapflow';

export function findEarlier(
  _client: ImapFlow,
  _person: {
    readonly folders: readonly string[];
    readonly address: string;
    readonly since?: Date;
    readonly limit: number;
  },
): Promise<{ readonly count: number; readonly latest: Date | undefined }> {
  throw new Error('to be written');
}
