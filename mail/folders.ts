import type { ImapFlow } from 'imapflow';

export type Folders = {
  readonly inbox: string;
  readonly junk?: string;
  readonly sent?: string;
  /** Gmail's All Mail: holds everything but spam and trash, and is watched instead of the inbox. */
  readonly all?: string;
};

export function findFolders(_client: ImapFlow): Promise<Folders> {
  throw new Error('to be written');
}
