import { journeyId } from '../../domain/journey.ts';
import type { JourneyMessageName } from '../../domain/journey-messages.ts';
import type { Transaction } from '../client.ts';

/** What a mail tells a journey: after any of these nothing goes on as it was. An absence is asked for by itself. */
const ofMail: readonly JourneyMessageName[] = [
  'replyReceived',
  'calendarAnswered',
  'mailBounced',
  'optedOut',
  'wroteByHand',
];

/** Whether a mail is stored of which the contact's journey has not been told, as after an outage. */
export async function hasUntoldNews(tx: Transaction, contactId: string): Promise<boolean> {
  const untold = await tx.outbox.count({
    where: { target: journeyId(contactId), deliveredAt: null, kind: { in: [...ofMail] } },
  });
  return untold > 0;
}
