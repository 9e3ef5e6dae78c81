import type { Transaction } from '../../db/client.ts';
import type { Draft, Send } from '../../db/generated/client.ts';
import { isUnsent } from '../../domain/draft-state.ts';
import { Conflict } from '../../domain/errors.ts';
import type { OperationContext } from '../context.ts';
import { findDraft, lockedContact } from '../find-contact.ts';
import { draftParts, presentDraft } from '../present.ts';
import type { DraftView } from '../views.ts';

type DraftWithSend = Draft & { readonly send: Send | null };
type LockedContact = Awaited<ReturnType<typeof lockedContact>>;
type Change = (tx: Transaction, draft: DraftWithSend, contact: LockedContact) => Promise<void>;

/**
 * Lets `change` decide about a draft of this user while nobody else decides about its contact, and answers with
 * the draft as it is afterwards. Throws Conflict when there is none.
 */
export async function changeDraft(
  context: OperationContext,
  draftId: string,
  change: Change,
): Promise<DraftView> {
  const { db } = context;
  const { contactId } = await findDraft(context, draftId);
  await db.$transaction(async (tx) => {
    const contact = await lockedContact(tx, contactId);
    const include = { send: true };
    const draft = await tx.draft.findUniqueOrThrow({ where: { id: draftId }, include });
    await change(tx, draft, contact);
  });
  context.deliverSoon();
  return presentDraft(
    await db.draft.findUniqueOrThrow({ where: { id: draftId }, include: draftParts }),
  );
}

/** Throws Conflict for a draft that left, was skipped or was withdrawn. `done` completes “cannot be …”. */
export function refuseUnlessUnsent(draft: DraftWithSend, done: string): void {
  if (!isUnsent(draft))
    throw new Conflict(`Draft ${draft.id} cannot be ${done}, because it is ${draft.state}.`);
  refuseIfLeaving(draft.send);
}

/** After an attempt has the mail in hand nobody may change their mind about it. */
export function refuseIfLeaving(send: Send | null): void {
  if (send?.state === 'CLAIMED')
    throw new Conflict('This mail is being sent at this moment; it is too late to change that.');
  if (send?.state === 'ACCEPTED') throw new Conflict('This mail has been sent already.');
  if (send?.state === 'AMBIGUOUS')
    throw new Conflict(
      'It is not known whether this mail went out. Look into your Sent folder and say first whether it was sent.',
      'settle_mail',
    );
}

/** Throws Conflict: to somebody whose journey was stopped nothing ever leaves. */
export function refuseIfStopped({
  name,
  stoppedAt,
}: Pick<LockedContact, 'name' | 'stoppedAt'>): void {
  if (stoppedAt)
    throw new Conflict(
      `You stopped the journey with ${name}, so nothing is sent there. Reopen it first.`,
    );
}
