import { takeApprovalBack } from '../../db/drafts.ts';
import { lockContact } from '../../db/postgres/locks.ts';
import { note } from '../../db/timeline.ts';
import { fetchCalendar } from '../../mail/calendar/fetch-calendar.ts';
import { readOffer, staleOffer } from '../../operations/meetings/offered-slots.ts';
import type { Dependencies } from '../dependencies.ts';
import type { DueMail } from './due-mail.ts';

/** Whether the times that a mail offers still hold, calendars read anew; one that does not waits for the user again. */
export async function offerHolds(dependencies: Dependencies, mail: DueMail): Promise<boolean> {
  const { db, secrets, now } = dependencies;
  const { userId, id: contactId } = mail.contact;
  const offer = await readOffer({ db, secrets, now, userId, fetchCalendar }, mail);
  if (offer === undefined) return true;
  return db.$transaction(async (tx) => {
    await lockContact(tx, contactId);
    const stale = await staleOffer(tx, offer, { userId, contactId, now: now() });
    if (stale === undefined) return true;
    const draft = await tx.draft.findUniqueOrThrow({ where: { id: mail.id } });
    if (draft.state !== 'approved') return false;
    await takeApprovalBack(tx, draft, 'a time that it offers is past or taken');
    await tx.draft.update({
      where: { id: draft.id },
      data: { state: 'awaiting_approval', stateWhy: stale },
    });
    await note(tx, contactId, 'The offered times were not sent: one of them is past or taken.');
    return false;
  });
}
