import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
} from '@temporalio/workflow';
import { milliseconds } from '../domain/timing/duration.ts';
import type { DraftReference, JourneyInput } from '../domain/journey.ts';
import { closeJourney, draftMail, recordStage, sendMail, withdrawDraft } from './activities.ts';
import { sendOnceApproved, type Passage } from './journey/send-when-approved.ts';
import { growingPatience, isLongStory } from './journey/backoff.ts';
import { interrupted, openDesk, somethingNew, toState, type Desk } from './journey/inbox.ts';

export type Outcome = 'silent' | 'declined' | 'bounced' | 'opted_out' | 'stopped' | 'withdrawn';

/** What happens with one person, from the first mail to the end. Ids go in and out; the words are in PostgreSQL. */
export async function contactJourney({
  contactId,
  state,
}: JourneyInput): Promise<Outcome | 'nothing'> {
  const desk = openDesk(state);
  try {
    const outcome = await chapter(desk, contactId);
    if (outcome === 'answered' || outcome === 'go_on') return await nextChapter(desk, contactId);

    if (outcome !== 'nothing') {
      desk.state.chapter = 'closed';
      await closeJourney({ contactId, outcome, state: toState(desk) });
    }
    if (interrupted(desk) && !desk.ending) return await nextChapter(desk, contactId);
    await condition(allHandlersFinished);
    return outcome;
  } catch (error) {
    // The person was removed: there is nothing left to do, and nobody to do it for.
    if (isGone(error)) return 'withdrawn';
    throw error;
  }
}

type Turn = Outcome | 'answered' | 'go_on' | 'nothing';

async function chapter(desk: Desk, contactId: string): Promise<Turn> {
  if (desk.reopened) return 'go_on';
  if (desk.state.chapter === 'closed') return afterwards(desk);
  if (desk.state.chapter === 'conversation' || desk.answers.length > 0)
    return converse(desk, contactId);
  return reachOut(desk, contactId);
}

/** News, or a person, called a finished journey once more. */
async function afterwards(desk: Desk): Promise<Turn> {
  if (!interrupted(desk)) await somethingNew(desk, Date.now() + 60_000);
  return unless(desk) ?? 'nothing';
}

/** The first mail, a week of patience, one nudge, two more weeks. */
async function reachOut(desk: Desk, contactId: string): Promise<Turn> {
  const { state } = desk;

  if (state.chapter === 'outreach') {
    const outreach = await draftAndSend(desk, contactId, 'outreach');
    if (outreach.kind === 'bounced') return 'bounced';
    if (outreach.kind === 'skipped') return 'withdrawn';
    if (outreach.kind === 'long_story') return 'go_on';
    if (outreach.kind === 'overtaken') {
      if (interrupted(desk)) return unless(desk) ?? 'answered';
      if (state.quietSince === undefined) return 'go_on';
    }
    state.chapter = 'silence';
  }

  while (state.nudges < state.policy.maxNudges) {
    if (!(await silence(desk, contactId, 'nudgeAfter', 'a nudge is drafted if there is no answer')))
      return unless(desk) ?? 'answered';
    const nudge = await draftAndSend(desk, contactId, 'nudge');
    if (nudge.kind === 'bounced') return 'bounced';
    if (nudge.kind === 'skipped') state.quietSince = Date.now();
    if (nudge.kind === 'overtaken') continue;
    if (nudge.kind === 'long_story') return 'go_on';
    state.nudges += 1;
  }
  if (!(await silence(desk, contactId, 'giveUpAfter', 'the journey ends if there is no answer')))
    return unless(desk) ?? 'answered';
  return 'silent';
}

/** They have written: nothing goes out by itself until the user has said what it means. */
async function converse(desk: Desk, contactId: string): Promise<Turn> {
  desk.state.chapter = 'conversation';
  desk.state.draft = undefined;
  await recordStage({
    contactId,
    stage: 'in_conversation',
    next: undefined,
    waitingFor: 'you, to read and answer',
    state: toState(desk),
  });
  for (;;) {
    const judgement = desk.judgements.shift();
    if (desk.ending) return desk.ending;
    if (desk.reopened) return 'go_on';
    if (!judgement) {
      await somethingNew(desk, Infinity);
      continue;
    }
    desk.answers = desk.answers.filter((news) => news.messageId !== judgement.messageId);
    switch (judgement.judgement) {
      case 'declined':
        return 'declined';
      case 'opt_out':
        return 'opted_out';
      case 'not_a_reply':
        if (desk.answers.length > 0) break;
        desk.state.chapter = desk.state.quietSince === undefined ? 'outreach' : 'silence';
        return 'go_on';
      case 'interested':
      case 'proposes_time':
      case 'asks':
        break;
    }
  }
}

async function draftAndSend(
  desk: Desk,
  contactId: string,
  purpose: 'outreach' | 'nudge',
): Promise<Passage> {
  const { state } = desk;
  desk.overtaken = false;
  const patience = growingPatience();
  while (!state.draft) {
    const drafted = await draftMail({ contactId, purpose, state: toState(desk) });
    if (drafted.kind === 'drafted') state.draft = drafted.draft;
    if (desk.overtaken || interrupted(desk)) break;
    if (drafted.kind === 'held') await somethingNew(desk, patience.until(drafted.retryAt));
    if (desk.overtaken || interrupted(desk)) break;
    if (!state.draft && isLongStory()) return { kind: 'long_story' };
  }
  if (!state.draft) return { kind: 'overtaken' };
  const passage = await pass(desk, contactId, state.draft);
  if (passage.kind === 'long_story') return passage;
  state.draft = undefined;
  if (passage.kind === 'sent') state.quietSince = Math.max(state.quietSince ?? 0, passage.at);
  return passage;
}

/** News may overtake a mail that has left, or that an attempt died with: such a mail counts, it is not written anew. */
async function pass(desk: Desk, contactId: string, draft: DraftReference): Promise<Passage> {
  for (;;) {
    const passage = await sendOnceApproved(desk, { contactId, draft });
    if (passage.kind !== 'overtaken') return passage;
    const withdrawal = await withdrawDraft({ contactId, draftId: draft.draftId });
    if (withdrawal.kind === 'sent') {
      // The attempt that died may owe the copy in Sent; the send step sees to it, and sends nothing again.
      await sendMail({ contactId, draftId: draft.draftId });
      return withdrawal;
    }
    if (withdrawal.kind === 'withdrawn' || interrupted(desk)) return passage;
    desk.overtaken = false;
  }
}

/**
 * Waits until the policy's `patience` has passed since the last mail, they are back, and nobody paused
 * or snoozed. False when something came that the story has to deal with.
 */
async function silence(
  desk: Desk,
  contactId: string,
  patience: 'nudgeAfter' | 'giveUpAfter',
  then: string,
): Promise<boolean> {
  const { state } = desk;
  let shown: number | undefined;
  for (;;) {
    if (interrupted(desk)) return false;
    const until = Math.max(
      (state.quietSince ?? 0) + milliseconds(state.policy[patience]),
      state.awayUntil ?? 0,
      state.snoozedUntil ?? 0,
    );
    if (!state.paused && Date.now() >= until) return true;
    const next = state.paused ? undefined : until;
    if (shown === undefined || next !== shown) {
      const { version } = desk;
      shown = next ?? 0;
      await recordStage({
        contactId,
        stage: 'waiting',
        next: next === undefined ? undefined : { at: next, why: reason(state, next, then) },
        waitingFor: 'you, to resume',
        state: toState(desk),
      });
      if (desk.version !== version) continue;
    }
    await somethingNew(desk, next ?? Infinity);
  }
}

function reason(state: Desk['state'], next: number, then: string): string {
  if (next === state.awayUntil) return `they are away until then; afterwards ${then}`;
  if (next === state.snoozedUntil) return `you put it off until then; afterwards ${then}`;
  return then;
}

function unless(desk: Desk): Turn | undefined {
  if (desk.ending) return desk.ending;
  if (desk.reopened) return 'go_on';
  return desk.answers.length > 0 ? 'answered' : undefined;
}

/** Every chapter is a run of its own: histories stay short, and a new version of this code takes over at the seam. */
async function nextChapter(desk: Desk, contactId: string): Promise<never> {
  await condition(allHandlersFinished);
  const { state } = desk;
  if (desk.reopened)
    return continueAsNew<typeof contactJourney>({
      contactId,
      state: {
        ...toState(desk),
        chapter: 'outreach',
        nudges: 0,
        quietSince: undefined,
        awayUntil: undefined,
        draft: undefined,
        paused: false,
        snoozedUntil: undefined,
        unread: [],
        judgements: [],
      },
    });
  return continueAsNew<typeof contactJourney>({
    contactId,
    state: {
      ...toState(desk),
      chapter: desk.answers.length > 0 ? 'conversation' : state.chapter,
    },
  });
}

function isGone(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof ApplicationFailure && cause.type === 'ContactGone';
}
