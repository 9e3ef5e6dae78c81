import { wakeCompany } from '../db/company-queue.ts';
import { withdrawUnsent } from '../db/drafts.ts';
import { saveState } from '../db/journey-state.ts';
import { lockContact } from '../db/postgres/locks.ts';
import { addTimelineEvent } from '../db/timeline.ts';
import type { JourneyStage, JourneyState, Outcome } from '../domain/journey.ts';
import { takenBackAtEnd } from '../domain/purpose.ts';
import type { Dependencies } from './dependencies.ts';
import { contactGone } from './failures.ts';

/** Writes where a journey stands to where the board reads it. */
export function createJourneyActivities({
  db,
  deliverSoon,
}: Pick<Dependencies, 'db' | 'deliverSoon'>) {
  return { recordStage, closeJourney, withdrawDraft };

  /** `next.at` is epoch milliseconds; without a next timer, `waitingFor` says what is waited for. */
  async function recordStage(input: {
    readonly contactId: string;
    readonly stage: JourneyStage;
    readonly next: { readonly at: number; readonly why: string } | undefined;
    readonly waitingFor: string;
    readonly state: JourneyState;
  }): Promise<void> {
    const { contactId, stage, next, waitingFor, state } = input;
    await db.$transaction(async (tx) => {
      const saved = await saveState(tx, contactId, state);
      if (saved === 'gone') throw contactGone(contactId);
      if (saved === 'outdated') return;
      await tx.contact.updateMany({
        where: { id: contactId, stoppedAt: null },
        data: {
          stage,
          outcome: null,
          nextAt: next ? new Date(next.at) : null,
          nextWhy: next?.why ?? waitingFor,
        },
      });
    });
    if (stage === 'in_conversation') await wakeNextAtCompany(contactId);
  }

  async function closeJourney(input: {
    readonly contactId: string;
    readonly outcome: Outcome;
    readonly state: JourneyState;
  }): Promise<void> {
    const { contactId, outcome, state } = input;
    await db.$transaction(async (tx) => {
      if (!(await lockContact(tx, contactId))) throw contactGone(contactId);
      if ((await saveState(tx, contactId, state)) !== 'saved') return;
      const before = await tx.contact.findUniqueOrThrow({ where: { id: contactId } });
      if (before.stage === 'closed' && before.outcome === outcome) return;
      await withdrawUnsent(tx, contactId, {
        why: 'the journey ended',
        purposes: takenBackAtEnd,
      });
      await tx.contact.update({
        where: { id: contactId },
        data: { stage: 'closed', outcome, nextAt: null, nextWhy: null, answerOwedTo: null },
      });
      await addTimelineEvent(tx, contactId, ended(outcome));
    });
    await wakeNextAtCompany(contactId);
  }

  async function wakeNextAtCompany(contactId: string): Promise<void> {
    await wakeCompany(db, contactId);
    deliverSoon();
  }

  /** The journey has moved on from a draft: it is taken back, unless an attempt holds it. The ledger tells what then came of it. */
  async function withdrawDraft(input: {
    readonly contactId: string;
    readonly draftId: string;
  }): Promise<void> {
    const { contactId, draftId } = input;
    await db.$transaction(async (tx) => {
      if (!(await lockContact(tx, contactId))) throw contactGone(contactId);
      await withdrawUnsent(tx, contactId, { why: 'something came in since', draftId });
    });
  }
}

function ended(outcome: Outcome): string {
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
    case 'referred':
      return 'They pointed you to others. The journey ended.';
    case 'met':
      return 'You met, and no check-ins follow. The journey ended.';
    case 'withdrawn':
      return 'The first mail was skipped. The journey ended.';
  }
}
