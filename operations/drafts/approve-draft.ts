import { z } from 'zod';
import { digestOf, validApproval } from '../../db/drafts.ts';
import type { Transaction } from '../../db/client.ts';
import type { Contact, Draft } from '../../db/generated/client.ts';
import { isSuppressed } from '../../db/ledger.ts';
import { resolveProblems } from '../../db/problems.ts';
import { Conflict, InvalidInput } from '../../domain/errors.ts';
import type { Finding } from '../../domain/compose/finding.ts';
import type { OperationContext } from '../context.ts';
import { findDraft } from '../find-contact.ts';
import { lostSlots, type OfferedSlots, readOffer, tellLost } from '../meetings/offered-slots.ts';
import { renewOffer } from '../meetings/renew-offer.ts';
import { changeDraft, refuseIfLeaving, refuseIfStopped } from './change-draft.ts';
import { tellMail } from '../../db/tell-journey.ts';
import { stageFollows } from '../../domain/purpose.ts';
import { defineOperation } from '../operation.ts';
import { draftView, time } from '../views.ts';

export const approveDraft = defineOperation({
  name: 'approveDraft',
  summary:
    'Say yes to this exact text; it is sent in the contact’s working hours, or not before `at`',
  input: z.object({
    draftId: z.string(),
    revision: z.number().int().positive().optional(),
    at: time.optional(),
  }),
  output: draftView,
  async run(context, { draftId, revision, at }) {
    const { now } = context;
    const offer = await offerOf(context, draftId);
    return changeDraft(context, draftId, async (tx, draft, contact) => {
      if (revision !== undefined && revision !== draft.revision)
        throw new Conflict(
          `Draft ${draftId} was changed since: revision ${revision} is not its newest, ${draft.revision} is. Read it again and approve that one.`,
        );
      const sendAfter = at === undefined ? null : new Date(at);
      const standing = await validApproval(tx, draft, contact);
      if (draft.state === 'sent' && (await wasApproved(tx, draft))) return;
      if (draft.state === 'approved' && standing) {
        if (sendAfter === null || standing.sendAfter?.getTime() === sendAfter.getTime()) return;
        refuseIfLeaving(draft.send);
        await tx.approval.update({
          where: { id: standing.id },
          data: { voidedAt: now(), voidedWhy: 'scheduled for another time' },
        });
        await tx.send.deleteMany({ where: { draftId, state: 'PENDING' } });
      } else {
        refuseUnlessWaiting(draft);
        refuseIfLeaving(draft.send);
      }
      if (sendAfter !== null) refuseIfOver(sendAfter, now());
      if (revision === undefined) await refuseIfUnread(tx, contact);
      refuseIfStopped(contact);
      if (await isSuppressed(tx, contact.userId, draft.to))
        throw new Conflict(
          `${draft.to} asked not to be written to, so nothing will be sent there.`,
        );
      if (offer) await refuseIfLost(tx, offer, { contact, now: now() });
      await tx.approval.create({
        data: {
          draftId,
          revision: draft.revision,
          digest: digestOf(draft),
          approvedAt: now(),
          newsSeq: contact.newsSeq,
          sendAfter,
        },
      });
      await tx.draft.update({
        where: { id: draftId },
        data: { state: 'approved', stateWhy: null },
      });
      if (stageFollows(draft.purpose) && contact.stage === 'awaiting_approval')
        await tx.contact.update({
          where: { id: contact.id },
          data: { stage: 'scheduled', nextAt: sendAfter, nextWhy: 'a time to send your mail' },
        });
      await resolveProblems(tx, { kind: 'refused', draftId });
      await tellMail(tx, draft);
    }).catch(async (error: unknown) => {
      if (!(error instanceof TimesLost)) throw error;
      const found = await findDraft(context, draftId);
      const told = (await renewOffer(context, found)) ?? 'Read it, and approve it again.';
      context.deliverSoon();
      throw new Conflict(`Draft ${draftId} cannot be approved. ${told}`);
    });
  },
});

/** A time that is offered is past or taken: the draft is dealt with once nothing of the approval is left. */
class TimesLost extends Conflict {}

async function refuseIfLost(
  tx: Transaction,
  offer: OfferedSlots,
  { contact, now }: { readonly contact: Pick<Contact, 'id' | 'userId'>; readonly now: Date },
): Promise<void> {
  const who = { userId: contact.userId, contactId: contact.id, now };
  const lost = await lostSlots(tx, offer, who);
  if (lost.length > 0) throw new TimesLost(tellLost(lost));
}

/** A minute of grace for clocks that differ. Throws InvalidInput. */
function refuseIfOver(at: Date, now: Date): void {
  if (at.getTime() < now.getTime() - 60_000)
    throw new InvalidInput(
      'The time that you chose is over. Choose a later one, or none: then the mail leaves in their next working hours.',
      'at',
    );
}

/** Without a revision nobody can tell whether the page showed the mail that came since. */
async function refuseIfUnread(
  tx: Transaction,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  const unread = await tx.message.count({
    where: { contactId: id, direction: 'in', state: 'needs_you' },
  });
  if (unread > 0)
    throw new Conflict(
      `${name} has written, and nobody has read it yet. Read it first; to send this all the same, open the draft and approve what you have read.`,
      'approve_revision',
    );
}

/** Calendars are other servers: they are read before the transaction. */
async function offerOf(
  context: OperationContext,
  draftId: string,
): Promise<OfferedSlots | undefined> {
  return readOffer(context, await findDraft(context, draftId));
}

async function wasApproved(tx: Transaction, draft: Draft): Promise<boolean> {
  const count = await tx.approval.count({
    where: { draftId: draft.id, revision: draft.revision, voidedAt: null },
  });
  return count > 0;
}

function refuseUnlessWaiting(draft: Draft): void {
  if (draft.state === 'awaiting_approval' || draft.state === 'approved') return;
  if (draft.state === 'held') {
    const errors = (draft.findings as unknown as readonly Finding[])
      .filter((finding) => finding.severity === 'error')
      .map((finding) => finding.message);
    throw new Conflict(`Draft ${draft.id} is held: ${errors.join(' ')}`);
  }
  const why = draft.stateWhy ? `: ${draft.stateWhy}` : '';
  throw new Conflict(`Draft ${draft.id} cannot be approved, because it is ${draft.state}${why}.`);
}
