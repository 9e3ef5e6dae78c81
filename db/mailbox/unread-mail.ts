import { DateTime } from 'luxon';
import { profileOf } from '../../domain/profile.ts';
import type { Mailbox } from '../generated/client.ts';
import type { Transaction } from '../client.ts';
import { raiseProblem } from '../problems.ts';

type UnreadMail = { readonly arrivedAt: Date | undefined; readonly size: number | undefined };

/** More than this of one mailbox's unread mails are counted and not named. */
const mostNamed = 5;

/** Puts mails before the user that the server lists and never hands over: whose they are, nobody knows. */
export async function noteUnread(
  tx: Transaction,
  what: {
    readonly mailbox: Pick<Mailbox, 'id' | 'userId' | 'address'>;
    readonly folder: string;
    readonly mails: readonly UnreadMail[];
  },
): Promise<void> {
  const { mailbox, folder, mails } = what;
  const { userId } = mailbox;
  const { timeZone } = profileOf(await tx.user.findUniqueOrThrow({ where: { id: userId } }));
  const open = await tx.problem.findFirst({
    where: { userId, kind: 'unread', mailboxId: mailbox.id, resolvedAt: null },
  });
  const before = open ? `${open.text} ` : '';
  // The watcher and a send may pass the same mail.
  const unnamed = mails
    .map((mail) => describe(mail, timeZone))
    .filter((name) => !before.includes(name));
  if (unnamed.length === 0) return;
  const named = unnamed.slice(0, mostNamed);
  if (unnamed.length > named.length) named.push(`${unnamed.length - named.length} more`);
  const text = `Could not read ${named.join(' and ')} in the folder ${folder} of ${mailbox.address}: the mail server lists it and never hands it over. It may be an answer of one of your contacts. Look at it yourself in your mailbox, and say here what it means for them; Rapport goes on without it.`;
  await raiseProblem(tx, {
    userId,
    kind: 'unread',
    mailboxId: mailbox.id,
    text: before.length > 2_000 ? before.trim() : before + text,
  });
}

function describe({ arrivedAt, size }: UnreadMail, zone: string): string {
  const when = arrivedAt
    ? ` that came on ${DateTime.fromJSDate(arrivedAt, { zone }).toFormat('d LLLL yyyy, HH:mm')}`
    : '';
  const bytes = size === undefined ? '' : ` (${Math.max(1, Math.round(size / 1024))} KB)`;
  return `a mail${when}${bytes}`;
}
