import type { z } from 'zod';
import { approveDraft } from '../../operations/drafts/approve-draft.ts';
import { judgeReply } from '../../operations/replies/judge-reply.ts';
import { listDrafts } from '../../operations/drafts/list-drafts.ts';
import { listNeedsYou } from '../../operations/needs-you/list-needs-you.ts';
import type { Operation } from '../../operations/operation.ts';
import type { DraftView } from '../../operations/views.ts';
import { Conflict } from '../../domain/errors.ts';
import type { Behaviour } from '../../practice/people/people.ts';

/** Does a operation as the user: in this process, or over HTTP. Throws Conflict where the program declines. */
export type Do = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>;

export type UserStory = {
  readonly approved: (draft: DraftView) => void;
  readonly judged: (contactId: string) => void;
};

/**
 * What a diligent user does when they look at their queue: approves every draft and judges
 * every refusal. Knows nothing from one time to the next, so a killed user goes on like any other.
 */
export async function tendQueue(
  act: Do,
  behaviourOf: (contactId: string) => Behaviour | undefined,
  story: UserStory,
): Promise<void> {
  for (const draft of await act(listDrafts, {})) {
    if (draft.state !== 'awaiting_approval' || !behaviourOf(draft.contactId)) continue;
    const { draftId, revision } = draft;
    if (await unlessOvertaken(() => act(approveDraft, { draftId, revision })))
      story.approved(draft);
  }
  for (const { type, messageId, contactId } of await act(listNeedsYou, {})) {
    const behaviour = contactId === null ? undefined : behaviourOf(contactId);
    if (type !== 'reply' || messageId === null || contactId === null || !behaviour) continue;
    // A yes is left unread: agreeing on a time is not rehearsed yet.
    if (behaviour !== 'declines') continue;
    if (await unlessOvertaken(() => act(judgeReply, { messageId, judgement: 'declined' })))
      story.judged(contactId);
  }
}

/** A reply may take a draft back between looking and approving; the next look shows what is left. */
async function unlessOvertaken(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
