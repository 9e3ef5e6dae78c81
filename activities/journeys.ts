import { wakeCompany } from '../db/company-queue.ts';
import { withdrawUnsent } from '../db/drafts.ts';
import { stateToJson } from '../db/journey-state.ts';
import { lockContact } from '../db/locks.ts';
import { note } from '../db/timeline.ts';
import type { JourneyState } from '../domain/journey.ts';
import type { Dependencies } from './dependencies.ts';
import { contactGone } from './failures.ts';
import type { Withdrawal } from './results.ts';

/** Writes where a journey stands to where the board reads it. */
export function createJourneyActivities({
  db,
  now,
  deliverSoon,
}: Pick<Dependencies, 'db' | 'now' | 'deliverSoon'>) {
  return { recordStage, closeJourney, withdrawDraft };

  /** `next.at` is epoch milliseconds; without a next timer, `waitingFor` says what is waited for. */
  async function recordStage(input: {
    readonly contactId: string;
    readonly stage: 'waiting' | 'in_conversation';
    readonly next: { readonly at: number; readonly why: string } | undefined;
    readonly waitingFor: string;
    readonly state: JourneyState;
  }): Promise<void> {
    const { contactId, stage, next, waitingFor, state } = input;
    const { count } = await db.contact.updateMany({
      where: { id: contactId, stoppedAt: null },
      data: {
        stage,
        outcome: null,
        nextAt: next ? new Date(next.at) : null,
        nextWhy: next?.why ?? waitingFor,
        journey: stateToJson(state),
      },
    });
    if (count === 0 && !(await exists(contactId))) throw contactGone(contactId);
    if (stage === 'in_conversation') await makeWay(contactId);
  }

  async function closeJourney(input: {
    readonly contactId: string;
    readonly outcome: string;
    readonly state: JourneyState;
  }): Promise<void> {
    const { contactId, outcome, state } = input;
    await db.$transaction(async (tx) => {
      if (!(await lockContact(tx, contactId))) throw contactGone(contactId);
      await withdrawUnsent(tx, contactId, {
        why: 'the journey ended',
        purposes: ['outreach', 'nudge'],
      });
      await tx.contact.update({
        where: { id: contactId },
        data: {
          stage: 'closed',
          outcome,
          nextAt: null,
          nextWhy: null,
          journey: stateToJson(state),
        },
      });
      await note(tx, contactId, ended(outcome));
    });
    await makeWay(contactId);
  }

  async function makeWay(contactId: string): Promise<void> {
    await wakeCompany(db, contactId);
    deliverSoon();
  }

  /** The story has moved on from a draft: it is taken back if it still waits. */
  async function withdrawDraft(input: {
    readonly contactId: string;
    readonly draftId: string;
  }): Promise<Withdrawal> {
    return db.$transaction(async (tx): Promise<Withdrawal> => {
      if (!(await lockContact(tx, input.contactId))) throw contactGone(input.contactId);
      const draft = await tx.draft.findUnique({
        where: { id: input.draftId },
        include: { send: true },
      });
      const send = draft?.send;
      if (send?.state === 'ACCEPTED')
        return { kind: 'sent', at: (send.acceptedAt ?? now()).getTime() };
      if (send?.state === 'CLAIMED' || send?.state === 'AMBIGUOUS') return { kind: 'undecided' };
      const waits = draft && ['awaiting_approval', 'held', 'approved'].includes(draft.state);
      if (!waits || (send && send.state !== 'PENDING')) return { kind: 'withdrawn' };
      await tx.approval.updateMany({
        where: { draftId: draft.id, voidedAt: null },
        data: { voidedAt: now(), voidedWhy: 'something came in' },
      });
      await tx.send.deleteMany({ where: { draftId: draft.id, state: 'PENDING' } });
      await tx.draft.update({
        where: { id: draft.id },
        data: { state: 'withdrawn', stateWhy: 'something came in since' },
      });
      return { kind: 'withdrawn' };
    });
  }

  async function exists(contactId: string): Promise<boolean> {
    return (await db.contact.count({ where: { id: contactId } })) > 0;
  }
}

function ended(outcome: string): string {
  switch (outcome) {
    case 'silent':
      return 'No answer came. The journey ended.';
    case 'declined':
      return 'They declined. The journey ended.';
    case 'bounced':
      return 'The address does not work. The journey ended.';
    case 'opted_out':
      return 'They asked not to be written to. The journey ended.';
    case 'stopped':
      return 'The journey was stopped.';
    default:
      return 'The journey ended.';
  }
}
