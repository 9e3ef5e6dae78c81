import type { Database } from '../../db/client.ts';
import type { Contact, Mailbox } from '../../db/generated/client.ts';
import type { ParsedMail } from '../../domain/message.ts';
import {
  matchThread,
  referencedIds,
  returnedIds,
  type SentMail,
  type ThreadRule,
} from '../../domain/match-thread.ts';
import type { Verdict } from '../../domain/classify/verdict.ts';
import type { Seen } from '../../mail/imap/read-new.ts';

export type Match = {
  readonly contact: Contact;
  readonly rule: ThreadRule;
  readonly weak: boolean;
  /** What we wrote to them, to be subtracted from what they quote. */
  readonly sentTexts: readonly string[];
};

/** Which contact of the mailbox's owner a received mail belongs to; undefined for everybody else's mail. */
export async function whose(
  db: Database,
  what: {
    readonly mailbox: Mailbox;
    readonly seen: Seen;
    readonly mail: ParsedMail;
    readonly verdict: Verdict;
  },
): Promise<Match | undefined> {
  const { mailbox, seen, mail, verdict } = what;
  const returned = returnedIds(mail);
  const ids = [...referencedIds(mail), ...returned];
  const addresses = [
    seen.from,
    mail.from?.address.toLowerCase(),
    mail.sender?.address.toLowerCase(),
    ...mail.replyTo.map(({ address }) => address.toLowerCase()),
    verdict.recipient,
    ...seen.failedRecipients,
  ].filter((address) => address !== undefined);
  const rows = await db.contact.findMany({
    where: {
      userId: mailbox.userId,
      OR: [
        { email: { in: addresses } },
        { addresses: { some: { email: { in: addresses } } } },
        { drafts: { some: { send: { messageId: { in: ids } } } } },
        { drafts: { some: { send: { serverMessageId: { in: ids } } } } },
        { messages: { some: { messageId: { in: ids } } } },
        ...(seen.gmailThreadId
          ? [
              { messages: { some: { gmailThreadId: seen.gmailThreadId } } },
              { drafts: { some: { send: { gmailThreadId: seen.gmailThreadId } } } },
            ]
          : []),
      ],
    },
    include: {
      addresses: true,
      drafts: { where: { send: { isNot: null } }, include: { send: true } },
      messages: {
        select: {
          messageId: true,
          subject: true,
          gmailThreadId: true,
          direction: true,
          text: true,
        },
      },
    },
  });
  const match = matchThread({
    mail,
    gmailThreadId: seen.gmailThreadId,
    sent: rows.flatMap((row) => mailsOf(row)),
    contacts: rows.map((row) => ({
      contactId: row.id,
      addresses: [row.email, ...row.addresses.map(({ email }) => email)],
      open: row.stage !== 'closed',
    })),
    returnedIds: returned,
    calendarUid: verdict.calendar?.uid,
    bounceRecipient: verdict.recipient ?? seen.failedRecipients[0],
  });
  const contact = rows.find((row) => row.id === match?.contactId);
  if (!match || !contact) return undefined;
  const ours = contact.messages.filter(({ direction }) => direction === 'out');
  return {
    contact,
    rule: match.rule,
    weak: match.weak,
    sentTexts: [...contact.drafts, ...ours].map(({ text }) => text),
  };
}

/** Their earlier mails count too: people answer their own. */
function mailsOf(row: {
  readonly id: string;
  readonly drafts: readonly {
    readonly subject: string;
    readonly send: {
      readonly messageId: string;
      readonly serverMessageId: string | null;
      readonly gmailThreadId: string | null;
    } | null;
  }[];
  readonly messages: readonly {
    readonly messageId: string;
    readonly subject: string;
    readonly gmailThreadId: string | null;
  }[];
}): readonly SentMail[] {
  return [
    ...row.drafts.map(({ subject, send }) => ({
      contactId: row.id,
      ids: [send?.messageId, send?.serverMessageId].filter(
        (id): id is string => typeof id === 'string',
      ),
      gmailThreadId: send?.gmailThreadId ?? undefined,
      calendarUids: [],
      subject,
    })),
    ...row.messages.map(({ messageId, subject, gmailThreadId }) => ({
      contactId: row.id,
      ids: [messageId],
      gmailThreadId: gmailThreadId ?? undefined,
      calendarUids: [],
      subject,
    })),
  ];
}
