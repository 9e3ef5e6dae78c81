import { allHandlersFinished, ApplicationFailure, condition } from '@temporalio/workflow';
import type { Chapter, JourneyInput, Outcome } from '../domain/journey.ts';
import { closed as asClosed, entered } from '../domain/journey/enter-chapter.ts';
import { withdrawDraft } from './activities.ts';
import { agreeing } from './journey/agreeing.ts';
import type { ChapterResult, ChapterStory } from './journey/chapter.ts';
import { closed } from './journey/closed.ts';
import { Interrupted, openInbox, recordNews, type JourneyInbox } from './journey/inbox.ts';
import { keepingInTouch } from './journey/keeping-in-touch.ts';
import { meeting } from './journey/meeting.ts';
import { nextRun } from './journey/next-run.ts';
import { outreach } from './journey/outreach.ts';
import { silence } from './journey/silence.ts';
import { thanks } from './journey/thanks.ts';
import { unreadMail } from './journey/unread-mail.ts';

const chapters: Readonly<Record<Chapter, ChapterStory>> = {
  outreach,
  silence,
  agreeing,
  meeting,
  thanks,
  keeping_in_touch: keepingInTouch,
  closed,
};

/**
 * What happens with one person, from the first mail to the end: a chapter a run. Ids go in and out; the words are in
 * PostgreSQL.
 */
export async function contactJourney(input: JourneyInput): Promise<Outcome> {
  const inbox = openInbox(input);
  try {
    const result = await chapter(inbox);
    await condition(allHandlersFinished);
    if (result === 'over') return inbox.state.outcome ?? 'stopped';
    recordNews(inbox);
    const { contactId } = input;
    return await nextRun({ contactId, state: inbox.state, localStages: true });
  } catch (error) {
    // The person was removed: nothing is left to do.
    if (isGone(error)) return 'withdrawn';
    throw error;
  }
}

/** Whatever interrupts a chapter is dealt with here: unread mail, a decision that leads elsewhere, a run that grew long. */
async function chapter(inbox: JourneyInbox): Promise<ChapterResult> {
  const { chapter: now } = inbox.state;
  try {
    await withdrawLeftDrafts(inbox);
    if (now !== 'closed' && inbox.state.unread.length > 0) {
      await unreadMail(inbox);
      return { next: now };
    }
    const result = await chapters[now](inbox);
    recordNews(inbox);
    // What came in the last moment leads elsewhere.
    if (result === 'over' || inbox.state.moves !== inbox.moves) return result;
    if ('end' in result) inbox.state = asClosed(inbox.state, result.end);
    else if (result.next !== now) inbox.state = entered(inbox.state, result.next);
    return result;
  } catch (error) {
    if (error instanceof Interrupted) return { next: inbox.state.chapter };
    throw error;
  }
}

async function withdrawLeftDrafts(inbox: JourneyInbox): Promise<void> {
  const { contactId } = inbox;
  for (const draftId of inbox.state.left) await withdrawDraft({ contactId, draftId });
  inbox.state = { ...inbox.state, left: [] };
}

function isGone(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof ApplicationFailure && cause.type === 'ContactGone';
}
