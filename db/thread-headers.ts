import type { Transaction } from './client.ts';

/** The conversation with a contact, as the next mail in it has to refer to it (RFC 5322 section 3.6.4). */
export type Thread = {
  readonly subject: string;
  readonly inReplyTo: string;
  readonly references: readonly string[];
};

/** Reference lists grow with every mail; readers only need the beginning and the recent end (RFC 5537 section 3.4.4). */
const longest = 20;

/** The thread so far, oldest first, with both ids where a server replaced ours; undefined before the first mail. */
export async function threadOf(tx: Transaction, contactId: string): Promise<Thread | undefined> {
  const sent = await tx.send.findMany({
    where: { contactId, state: 'ACCEPTED' },
    select: {
      messageId: true,
      serverMessageId: true,
      acceptedAt: true,
      draft: { select: { subject: true } },
    },
  });
  const messages = await tx.message.findMany({
    where: { contactId, kind: { in: ['mail', 'human_reply'] } },
    select: { messageId: true, subject: true, at: true },
  });
  const mails = [
    ...sent.map((send) => ({
      at: send.acceptedAt?.getTime() ?? 0,
      subject: send.draft.subject,
      ids: send.serverMessageId ? [send.messageId, send.serverMessageId] : [send.messageId],
    })),
    ...messages.map((mail) => ({
      at: mail.at.getTime(),
      subject: mail.subject,
      ids: [mail.messageId],
    })),
  ].toSorted((a, b) => a.at - b.at);
  const last = mails.at(-1);
  const inReplyTo = last?.ids.at(-1);
  if (!last || !inReplyTo) return undefined;
  const ids = [...new Set(mails.flatMap((mail) => mail.ids))];
  const references =
    ids.length <= longest ? ids : [...ids.slice(0, 1), ...ids.slice(-(longest - 1))];
  return { subject: last.subject, inReplyTo, references };
}
