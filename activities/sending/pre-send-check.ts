import { standingRefusal } from '../../domain/send-permission.ts';
import { connectedMailboxes } from '../../db/mailbox/state.ts';
import { closeImap } from '../../mail/imap/close-imap.ts';
import { storedAccount } from '../../mail/stored-account.ts';
import type { Dependencies } from '../dependencies.ts';
import { contactGone } from '../failures.ts';
import { lookBack } from '../receiving/find-earlier-mail.ts';
import { catchUp, type Look } from '../receiving/catch-up.ts';
import type { Sending } from '../results.ts';
import { showNext, type DueMail } from './due-mail.ts';

/** Every connected mailbox of the user, that of the mail first: people answer to whichever address they know. */
export type Looks = {
  readonly own: Look;
  readonly others: readonly Look[];
  readonly close: () => Promise<void>;
};

/** Connects to the user's other mailboxes. Throws MailboxFailure when one cannot be reached: an answer may lie there. */
export async function openLooks(dependencies: Dependencies, own: Look): Promise<Looks> {
  const others: Look[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(others.map(({ client }) => closeImap(client)));
  };
  try {
    for (const mailbox of await connectedMailboxes(dependencies.db, own.mailbox)) {
      const client = await dependencies.openImap(await storedAccount(dependencies, mailbox));
      others.push({ client, mailbox, epoch: undefined });
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { own, others, close };
}

/** The mailboxes are read up to now, inside of the send. What is found decides; what cannot be seen holds the mail. */
export async function checkBeforeSend(
  dependencies: Dependencies,
  looks: Looks,
  mail: DueMail,
): Promise<Sending | undefined> {
  const { db } = dependencies;
  const until = await readAll(dependencies, looks);
  if (until) {
    const why = 'a mail in your Sent folder that may be a copy of one just sent';
    await showNext(db, mail, until, why);
    return { kind: 'held', retryAt: until.getTime() + 1 };
  }
  if (mail.contact.lookedBackAt === null)
    await lookBack(dependencies, { ...looks.own, contactId: mail.contactId });
  const after = await db.draft.findUnique({ where: { id: mail.id }, select: { state: true } });
  if (!after) throw contactGone(mail.contactId);
  if (after.state === 'approved') return undefined;
  return after.state === 'withdrawn' ? { kind: 'overtaken' } : { kind: 'not_approved' };
}

/** Asked between RCPT and DATA: what came, or was decided, since the claim still stops the mail. */
export async function stillWanted(
  dependencies: Dependencies,
  looks: Looks,
  mail: DueMail,
): Promise<void> {
  const { db, now } = dependencies;
  // Not read to the end: silence means nothing, so the mail waits.
  if (await readAll(dependencies, looks)) throw new SendCancelled('paused');
  const contact = await db.contact.findUnique({
    where: { id: mail.contactId },
    include: { user: true, mailbox: true },
  });
  const send = await db.send.findUnique({ where: { draftId: mail.id } });
  if (!contact || contact.newsSeq !== send?.claimNewsSeq) throw new SendCancelled('overtaken');
  const why = standingRefusal(contact, now());
  if (why) throw new SendCancelled(why === 'ended' ? 'overtaken' : 'paused');
}

/** Undefined when every folder was read to its end; else when the last of them may be. */
async function readAll(dependencies: Dependencies, looks: Looks): Promise<Date | undefined> {
  let until: Date | undefined;
  for (const look of [looks.own, ...looks.others]) {
    const read = await catchUp(dependencies, look);
    if (!read.complete && (!until || read.until > until)) until = read.until;
  }
  return until;
}

export class SendCancelled extends Error {
  override readonly name = 'SendCancelled';
  readonly why: 'paused' | 'overtaken';
  constructor(why: 'paused' | 'overtaken') {
    super('Something was decided, or came in, while the mail was being handed over.');
    this.why = why;
  }
}
