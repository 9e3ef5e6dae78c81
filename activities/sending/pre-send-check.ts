import { standingRefusal } from '../../db/ledger.ts';
import type { Dependencies } from '../dependencies.ts';
import { contactGone } from '../failures.ts';
import { lookBack } from '../receiving/find-earlier-mail.ts';
import { catchUp, type Look } from '../receiving/catch-up.ts';
import type { Sending } from '../results.ts';
import type { DueMail } from './due-mail.ts';

/** The mailbox is read up to now, inside of the send. What it finds decides; what it cannot see holds the mail. */
export async function gate(
  dependencies: Dependencies,
  look: Look,
  mail: DueMail,
): Promise<Sending | undefined> {
  const { db } = dependencies;
  await catchUp(dependencies, look);
  if (mail.contact.lookedBackAt === null)
    await lookBack(dependencies, { ...look, contactId: mail.contactId });
  const after = await db.draft.findUnique({ where: { id: mail.id }, select: { state: true } });
  if (!after) throw contactGone(mail.contactId);
  if (after.state === 'approved') return undefined;
  return after.state === 'withdrawn' ? { kind: 'overtaken' } : { kind: 'not_approved' };
}

/** Asked between RCPT and DATA: what came, or was decided, since the claim still stops the mail. */
export async function stillWanted(
  { db, now }: Dependencies,
  mail: DueMail,
  claimedAt: Date,
): Promise<void> {
  const contact = await db.contact.findUnique({
    where: { id: mail.contactId },
    include: { user: true, mailbox: true },
  });
  if (!contact || (contact.lastNewsAt && contact.lastNewsAt >= claimedAt))
    throw new NoLongerWanted('overtaken');
  const why = standingRefusal(contact, now());
  if (why) throw new NoLongerWanted(why === 'ended' ? 'overtaken' : 'paused');
}

export class NoLongerWanted extends Error {
  override readonly name = 'NoLongerWanted';
  readonly why: 'paused' | 'overtaken';
  constructor(why: 'paused' | 'overtaken') {
    super('Something was decided, or came in, while the mail was being handed over.');
    this.why = why;
  }
}
