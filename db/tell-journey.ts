import type { Transaction } from './client.ts';
import type { Draft } from './generated/client.ts';
import { enqueue } from './outbox.ts';
import { resolveProblems } from './problems.ts';
import { journeyId, mailId, meetingId } from '../domain/journey.ts';
import type {
  JourneyMessageName,
  JourneyPayloads,
  MailSettled,
} from '../domain/journey-messages.ts';
import type { Purpose } from '../domain/purpose.ts';

/** Notes what a contact's journey has to be told. News of a mail carries the mail's id, commands that of their entry. */
export async function tellJourney<Name extends JourneyMessageName>(
  tx: Transaction,
  contactId: string,
  name: Name,
  payload: JourneyPayloads[Name] & { readonly id?: string },
): Promise<void> {
  await enqueue(tx, { contactId, target: journeyId(contactId), kind: name, payload });
}

/** Notes that a mail on its way has to look again at what is decided about it; begins its run where none is. */
export async function tellMail(
  tx: Transaction,
  draft: Pick<Draft, 'id' | 'contactId'>,
): Promise<void> {
  await enqueue(tx, {
    contactId: draft.contactId,
    target: mailId(draft.id),
    kind: 'lookAgain',
    payload: {},
  });
}

/** Notes that the clock of a meeting has to look at the meeting again; begins it where none runs. */
export async function tellMeetingClock(
  tx: Transaction,
  meeting: { readonly id: string; readonly contactId: string },
): Promise<void> {
  await enqueue(tx, {
    contactId: meeting.contactId,
    target: meetingId(meeting.id),
    kind: 'lookAgain',
    payload: {},
  });
}

/** Notes how a mail ended. Whoever settles one does so in the same transaction: the ledger, a person, or a mail of theirs. */
export async function tellSettled(
  tx: Transaction,
  draft: Pick<Draft, 'id' | 'contactId' | 'purpose'>,
  settled: Pick<MailSettled, 'how'> & { readonly at: Date },
): Promise<void> {
  // What was late is no longer waited for.
  if (settled.how === 'sent' || settled.how === 'skipped' || settled.how === 'withdrawn')
    await resolveProblems(tx, { kind: 'overdue', draftId: draft.id });
  const [first] =
    settled.how === 'sent'
      ? await tx.slotOffer.findMany({
          where: { draftId: draft.id },
          orderBy: { at: 'asc' },
          take: 1,
        })
      : [];
  await tellJourney(tx, draft.contactId, 'mailSettled', {
    draftId: draft.id,
    // The column holds nothing else: createDraft takes a Purpose.
    purpose: draft.purpose as Purpose,
    how: settled.how,
    at: settled.at.getTime(),
    ...(first ? { firstSlot: first.at.getTime() } : {}),
  });
}
