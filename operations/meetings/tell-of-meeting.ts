import type { Transaction } from '../../db/client.ts';
import type { Meeting } from '../../db/generated/client.ts';
import { tellJourney, tellMeeting } from '../../db/tell-journey.ts';
import type { JourneyPayloads } from '../../domain/journey-messages.ts';
import { endOf } from '../../domain/meeting/interval.ts';

/** Notes for the journey and for the meeting's own clock what became of it. Call after everything else that they hear of it. */
export async function tellOfMeeting(
  tx: Transaction,
  meeting: Meeting,
  how: JourneyPayloads['meetingChanged']['how'],
): Promise<void> {
  await tellJourney(tx, meeting.contactId, 'meetingChanged', {
    meetingId: meeting.id,
    how,
    at: meeting.at.getTime(),
    end: endOf(meeting).getTime(),
  });
  await tellMeeting(tx, meeting);
}
