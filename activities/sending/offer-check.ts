import { fetchCalendar } from '../../mail/calendar/fetch-calendar.ts';
import { renewOffer } from '../../operations/meetings/renew-offer.ts';
import type { Dependencies } from '../dependencies.ts';
import type { DueMail } from './due-mail.ts';

/** Whether the times that a mail offers still hold, calendars read anew; one that does not waits for the user again. */
export async function offerHolds(dependencies: Dependencies, mail: DueMail): Promise<boolean> {
  const { db, secrets, now } = dependencies;
  const { userId } = mail.contact;
  return (await renewOffer({ db, secrets, now, userId, fetchCalendar }, mail)) === undefined;
}
