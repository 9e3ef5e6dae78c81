import type { Database } from '../../db/client.ts';
import { acceptSend } from '../../db/ledger.ts';
import type { Mailbox } from '../../db/generated/client.ts';
import { header, type ParsedMail } from '../../domain/message.ts';
import type { HeaderSummary } from '../../mail/imap/read-new.ts';

/** `wait`: it cannot be told before `until`, the end of an attempt that may have made this copy. */
export type OwnCopy =
  { readonly kind: 'ours' | 'not_ours' } | { readonly kind: 'wait'; readonly until: Date };

/**
 * Whether a mail in Sent is one that Rapport sent, by our id or the one that the server gave it
 * instead (facts: Outlook.com keeps ours in X-Microsoft-Original-Message-ID). Its presence settles
 * what could not be known.
 */
export async function ownCopy(
  db: Database,
  what: {
    readonly mailbox: Mailbox;
    readonly summary: HeaderSummary;
    readonly mail: ParsedMail;
    readonly now: Date;
  },
): Promise<OwnCopy> {
  const { mailbox, summary, mail, now } = what;
  const id = mail.messageId ?? summary.messageId;
  const original =
    header(mail, 'x-microsoft-original-message-id') ?? header(mail, 'x-google-original-message-id');
  const ids = [id, original?.trim()].filter((value) => value !== undefined);
  const send = await db.send.findFirst({
    where: {
      mailboxId: mailbox.id,
      OR: [{ messageId: { in: ids } }, { serverMessageId: { in: ids } }],
    },
  });
  if (!send) {
    const until = await undecidedUntil(db, mailbox, summary);
    return until ? { kind: 'wait', until } : { kind: 'not_ours' };
  }
  const replaced = id !== send.messageId && id !== undefined ? id : undefined;
  await db.send.update({
    where: { draftId: send.draftId },
    data: {
      sentCopyAt: now,
      gmailThreadId: summary.gmailThreadId ?? send.gmailThreadId,
      ...(replaced ? { serverMessageId: replaced } : {}),
    },
  });
  const abandoned = send.state === 'CLAIMED' && send.claimDeadline && send.claimDeadline < now;
  if (send.state === 'AMBIGUOUS' || abandoned)
    await acceptSend(db, {
      draftId: send.draftId,
      at: summary.internalDate,
      response: 'Found in the Sent folder.',
      serverMessageId: replaced,
    });
  return { kind: 'ours' };
}

/** A send to the same person is in hand: until it is decided, this may be its copy under an id of the server's. */
async function undecidedUntil(
  db: Database,
  mailbox: Mailbox,
  summary: HeaderSummary,
): Promise<Date | undefined> {
  const undecided = await db.send.findFirst({
    where: {
      mailboxId: mailbox.id,
      state: 'CLAIMED',
      draft: { to: { in: [...summary.to] }, subject: summary.subject },
    },
    orderBy: { claimDeadline: 'desc' },
  });
  return undecided?.claimDeadline ?? undefined;
}
