import type { Database } from '../../db/client.ts';
import { findKnownTraces } from '../../db/known-traces.ts';
import type { Mailbox } from '../../db/generated/client.ts';
import { contactsOf, isRelated, tracesOf } from '../../domain/related-mail.ts';
import type { FolderRole } from '../../db/folders.ts';
import type { HeaderSummary } from '../../mail/imap/read-new.ts';

/**
 * The mails that may concern a contact, told from their headers alone by the rules that match the whole mail later:
 * nobody else's mail is ever fetched. Four queries at most, however many mails there are.
 */
export async function candidates(
  db: Database,
  look: {
    readonly mailbox: Pick<Mailbox, 'userId'>;
    readonly role: FolderRole;
    readonly mails: readonly HeaderSummary[];
  },
): Promise<readonly HeaderSummary[]> {
  if (look.mails.length === 0) return [];
  const mails = look.mails.map((summary) => ({
    summary,
    traces: tracesOf(summary.mail, {
      gmailThreadId: summary.gmailThreadId,
      sentByUser: isSentByUser(summary, look.role),
    }),
  }));
  const known = await findKnownTraces(
    db,
    look.mailbox.userId,
    mails.map(({ traces }) => traces),
  );
  // Our own copy may only arrive together with the answer to it.
  const threads = new Set(
    mails
      .filter(({ traces }) => contactsOf({ ...traces, colleague: undefined }, known).length > 0)
      .flatMap(({ traces }) => traces.gmailThreadId ?? []),
  );
  return mails
    .filter(
      ({ traces }) =>
        isRelated(traces, known) ||
        (traces.gmailThreadId !== undefined && threads.has(traces.gmailThreadId)),
    )
    .map(({ summary }) => summary);
}

/** Only what lies in Sent was written by the user: anybody can put the user's address into From. */
export function isSentByUser(summary: HeaderSummary, role: FolderRole): boolean {
  return role === 'sent' || (role === 'all' && summary.labelledSent === true);
}
