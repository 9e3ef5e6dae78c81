import type { Transaction } from '../../db/client.ts';
import { callOff, comingMeeting, invitationLeft } from '../../db/meetings.ts';
import { withdrawUnsent } from '../../db/drafts.ts';
import { tellMeetingClock } from '../../db/tell-journey.ts';
import type { ReplyJudgement } from '../../domain/journey.ts';
import { judgementEffects, type JudgementEffects } from '../../domain/journey/judgement-effects.ts';
import { endOf } from '../../domain/meeting/interval.ts';
import { type LockedContact, writeCancellation } from '../meetings/write-draft.ts';
import { judgementWords } from './judgement-words.ts';

/** Calls off what is agreed, where a mail of theirs is judged to; the journey hears of it with the judgement. */
export async function changeMeeting(
  tx: Transaction,
  contact: LockedContact,
  what: {
    readonly judgement: ReplyJudgement;
    readonly effect: JudgementEffects['meeting'];
    readonly now: Date;
  },
): Promise<void> {
  const { judgement, effect, now } = what;
  if (effect === 'stays') return;
  const agreed = await comingMeeting(tx, contact.id, now);
  if (!agreed) return;
  const { meeting, told } = await callOff(tx, agreed, {
    by: effect === 'cancel' ? 'us' : 'them',
    why: whyOf(judgement),
    now,
  });
  if (effect === 'cancel' && told)
    await writeCancellation(tx, contact, { agreed, meeting, why: undefined });
  await tellMeetingClock(tx, meeting);
}

/** A corrected judgement lets the conversation stand that the first one called off, unless they were told. */
export async function restoreMeeting(
  tx: Transaction,
  contactId: string,
  { judgement, now }: { readonly judgement: ReplyJudgement; readonly now: Date },
): Promise<void> {
  const last = await tx.meeting.findFirst({
    where: { contactId, state: 'cancelled', why: whyOf(judgement) },
    orderBy: { updatedAt: 'desc' },
  });
  if (!last || endOf(last) <= now) return;
  await withdrawUnsent(tx, contactId, {
    why: 'you judged their mail anew',
    purposes: ['cancellation'],
  });
  const cancellations = { meetingId: last.id, purpose: 'cancellation', send: { isNot: null } };
  if ((await tx.draft.count({ where: cancellations })) > 0) return;
  const { meeting: effect } = judgementEffects(whileAgreed, judgement);
  const raised =
    effect === 'cancel' && last.organizer === 'us' && (await invitationLeft(tx, last.id));
  const meeting = await tx.meeting.update({
    where: { id: last.id },
    data: {
      state: 'confirmed',
      why: null,
      // Nothing of the higher number has left.
      sequence: last.sequence - (raised ? 1 : 0),
      revision: { increment: 1 },
    },
  });
  await tellMeetingClock(tx, meeting);
}

const whileAgreed = { chapter: 'meeting', outcome: undefined, met: false } as const;

function whyOf(judgement: ReplyJudgement): string {
  return `you judged their mail: ${judgementWords(judgement)}`;
}
