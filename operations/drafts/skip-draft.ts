import { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { takeApprovalBack } from '../../db/drafts.ts';
import type { Contact, Draft } from '../../db/generated/client.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import { changeDraft, refuseUnlessUnsent } from './change-draft.ts';
import { tellSettled } from '../../db/tell-journey.ts';
import { defineOperation } from '../operation.ts';
import { draftView } from '../views.ts';

export const skipDraft = defineOperation({
  name: 'skipDraft',
  summary:
    'Do not send this mail; a skipped first mail withdraws the journey, a skipped nudge only the nudge',
  input: z.object({ draftId: z.string() }),
  output: draftView,
  async run(context, { draftId }) {
    return changeDraft(context, draftId, async (tx, draft, contact) => {
      if (draft.state === 'skipped') return;
      refuseUnlessUnsent(draft, 'skipped');
      await takeApprovalBack(tx, draft, 'the mail was skipped');
      await tx.draft.update({ where: { id: draftId }, data: { state: 'skipped' } });
      await leaveUntold(tx, draft, contact);
      await addTimelineEvent(tx, contact.id, 'You skipped a mail.');
      await tellSettled(tx, draft, { how: 'skipped', at: context.now() });
    });
  },
});

/** A conversation stands or is off all the same: whether they hear of it is now the user's business. */
async function leaveUntold(
  tx: Transaction,
  { purpose, meetingId }: Draft,
  contact: Pick<Contact, 'id' | 'name'>,
): Promise<void> {
  if (meetingId === null) return;
  if (purpose === 'confirmation')
    await tx.meeting.update({ where: { id: meetingId }, data: { noMail: true } });
  if (purpose !== 'cancellation') return;
  const { revision } = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId } });
  const item = { meetingId, kind: 'not_told', revision };
  await tx.meetingItem.upsert({
    where: { meetingId_kind_revision: item },
    create: {
      ...item,
      contactId: contact.id,
      text: `${contact.name} does not know that the conversation is cancelled. Tell them yourself, then mark this as read.`,
    },
    update: { resolvedAt: null },
  });
}
