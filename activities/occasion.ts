import type { Transaction } from '../db/client.ts';
import type { CheckInReason, Occasion } from '../domain/compose/occasion.ts';
import type { JourneyState } from '../domain/journey.ts';
import type { JourneyPurpose } from '../domain/purpose.ts';

/** What only the moment knows of a mail that a journey drafts by itself. */
export async function occasionOf(
  tx: Transaction,
  asked: {
    readonly contactId: string;
    readonly purpose: Exclude<JourneyPurpose, 'proposal'>;
    readonly state: JourneyState;
    readonly now: Date;
  },
): Promise<Occasion> {
  const { contactId, purpose, state, now } = asked;
  switch (purpose) {
    case 'outreach':
      return { purpose };
    case 'nudge':
      return { purpose, because: nudgeBecause(state) };
    case 'thank_you':
      return thankYou(tx, { contactId, state, now });
    case 'check_in':
      return { purpose, reason: await checkInReason(tx, contactId) };
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

async function thankYou(
  tx: Transaction,
  { contactId, state, now }: { contactId: string; state: JourneyState; now: Date },
): Promise<Occasion> {
  const { meeting } = state;
  const rows = await tx.takeaway.findMany({
    where: {
      contactId,
      toldIn: null,
      ...(meeting?.meetingId === undefined ? {} : { meetingId: meeting.meetingId }),
    },
    orderBy: { createdAt: 'asc' },
  });
  const ofKind = (kind: string) => rows.filter((row) => row.kind === kind).map(({ text }) => text);
  const talk =
    meeting?.meetingId === undefined
      ? null
      : await tx.meeting.findUnique({ where: { id: meeting.meetingId } });
  return {
    purpose: 'thank_you',
    met: talk ? { at: talk.at, now } : undefined,
    takeaways: ofKind('takeaway'),
    people: ofKind('person'),
    offer: talk?.offer ?? undefined,
  };
}

/** What the user gave as a reason, else an advice of theirs that was taken and that no mail has told of. */
async function checkInReason(
  tx: Transaction,
  contactId: string,
): Promise<CheckInReason | undefined> {
  const { checkInReason: text } = await tx.contact.findUniqueOrThrow({
    where: { id: contactId },
    select: { checkInReason: true },
  });
  if (text) return { kind: 'sentence', text };
  const advice = await tx.takeaway.findFirst({
    where: { contactId, kind: 'advice', doneAt: { not: null }, toldIn: null },
    orderBy: { doneAt: 'desc' },
  });
  return advice ? { kind: 'advice', advice: advice.text, how: advice.how ?? undefined } : undefined;
}
