import { adviceToTellOf, checkInOccasion } from '../db/check-in.ts';
import type { Transaction } from '../db/client.ts';
import type { Takeaway } from '../db/generated/client.ts';
import { thankYouOccasion } from '../db/thank-you.ts';
import type { Occasion, Slot } from '../domain/compose/occasion.ts';
import type { JourneyState } from '../domain/journey.ts';
import type { JourneyPurpose } from '../domain/purpose.ts';

/** What only the moment knows of a mail that a journey drafts by itself, and what the mail is about. */
export type Moment = {
  readonly occasion: Occasion;
  readonly meetingId?: string | undefined;
  /** The advice that the mail tells them of. */
  readonly advice?: Takeaway | undefined;
};

export async function momentOf(
  tx: Transaction,
  asked: {
    readonly contactId: string;
    readonly purpose: Exclude<JourneyPurpose, 'proposal'>;
    readonly state: JourneyState;
    readonly now: Date;
    /** Fresh times for a nudge. */
    readonly slots: readonly Slot[];
  },
): Promise<Moment> {
  const { contactId, purpose, state, now, slots } = asked;
  switch (purpose) {
    case 'outreach':
      return { occasion: { purpose } };
    case 'nudge':
      return { occasion: { purpose, because: nudgeBecause(state), slots } };
    case 'thank_you': {
      const id = state.meeting?.meetingId;
      const row = id === undefined ? null : await tx.meeting.findUnique({ where: { id } });
      const meeting = row ?? undefined;
      return {
        occasion: await thankYouOccasion(tx, { contactId, meeting, now }),
        meetingId: meeting?.id,
      };
    }
    case 'check_in': {
      const advice = await adviceToTellOf(tx, contactId);
      return { occasion: checkInOccasion(advice), advice };
    }
  }
}

function nudgeBecause({
  chapter,
  askAgainAt,
  judged,
}: JourneyState): Extract<Occasion, { readonly purpose: 'nudge' }>['because'] {
  // A reopened journey follows up at once as well, and nobody had asked for it.
  if (askAgainAt !== undefined && judged.at(-1)?.judgement === 'later') return 'later';
  return chapter === 'agreeing' ? 'times' : 'silence';
}
