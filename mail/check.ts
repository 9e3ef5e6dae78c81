import type { MailAccount } from './account.ts';

export type MailboxCheck = {
  readonly check: 'sign_in_imap' | 'sign_in_smtp' | 'read' | 'folders' | 'idle' | 'sent_copy';
  readonly ok: boolean;
  /** Without it the mailbox cannot be used. */
  readonly needed: boolean;
  /** A sentence for the person: what was found and what to do. */
  readonly detail: string;
};

export function checkMailbox(_account: MailAccount): Promise<readonly MailboxCheck[]> {
  throw new Error('to be written');
}
