import { createHash, randomUUID } from 'node:crypto';
import type { ContactFacts } from '../domain/contact.ts';
import { letterId } from '../domain/journey.ts';
import { approvedParts, type Invitation } from '../domain/meeting/invitation.ts';
import type { Finding } from '../domain/compose/finding.ts';
import { messageIdFor } from '../domain/message-id.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { Transaction } from './client.ts';
import type { Approval, Contact, Draft, User } from './generated/client.ts';
import { invitationJson, storedInvitation } from './invitation.ts';
import { enqueueEnds } from './outbox.ts';
import { note } from './timeline.ts';

/** Draft states in which nothing has left yet and a person, or a mail, can still stop it. */
export const unsentStates = ['awaiting_approval', 'held', 'approved'];

/** Whom a draft is written to, and for whom. */
export type Addressee = Pick<Contact, keyof ContactFacts> &
  Pick<Contact, 'id' | 'stoppedAt' | 'earlierMails' | 'earlierLatest'> & {
    readonly profile: User['profile'];
    /** The mailbox's address. */
    readonly from: string;
  };

/**
 * Everything that a draft is written from, in one statement, with everybody else kept from deciding
 * about the contact until the transaction ends. Undefined when the contact is gone.
 */
export async function lockAddressee(
  tx: Transaction,
  contactId: string,
): Promise<Addressee | undefined> {
  const [addressee] = await tx.$queryRaw<Addressee[]>`
    SELECT contact.id, contact.email, contact.name, contact.topics, contact.company, contact.role,
      contact.path, contact.found_through AS "foundThrough",
      contact.shared_affiliation AS "sharedAffiliation", contact.referred_by AS "referredBy",
      contact.admire, contact.wrote, contact.language, contact.time_zone AS "timeZone",
      contact.address_as AS "addressAs", contact.formality,
      contact.accepted_findings AS "accepted", contact.pinned_notes AS "pinned",
      contact.stopped_at AS "stoppedAt", contact.earlier_mails AS "earlierMails",
      contact.earlier_latest AS "earlierLatest", user_account.profile, mailbox.address AS "from"
    FROM contact
    JOIN user_account ON user_account.id = contact.user_id
    JOIN mailbox ON mailbox.id = contact.mailbox_id
    WHERE contact.id = ${contactId}::uuid
    FOR UPDATE OF contact`;
  return addressee;
}

export async function createDraft(
  tx: Transaction,
  draft: {
    readonly contactId: string;
    readonly purpose: Purpose;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly findings: readonly Finding[];
    readonly template: string;
    /** The mailbox's address: its domain ends the Message-ID, which is fixed here. */
    readonly from: string;
    readonly inReplyTo?: string | undefined;
    readonly references?: readonly string[];
    readonly meetingId?: string;
    readonly calendar?: Invitation | undefined;
  },
): Promise<Draft> {
  const { from, calendar, ...data } = draft;
  return tx.draft.create({
    data: {
      ...data,
      messageId: messageIdFor(randomUUID(), from),
      inReplyTo: draft.inReplyTo ?? null,
      references: [...(draft.references ?? [])],
      findings: draft.findings.map((finding) => ({ ...finding })),
      state: stateBy(draft.findings),
      ...(calendar && { calendar: invitationJson(calendar) }),
    },
  });
}

/**
 * A new text is a new revision: whatever was approved before is void. What was found out about the person, and not in
 * the text, stays true of it. The caller holds the contact's lock.
 */
export async function reviseDraft(
  tx: Transaction,
  draft: Pick<Draft, 'id' | 'revision' | 'findings'>,
  change: {
    readonly to?: string;
    readonly subject: string;
    readonly text: string;
    readonly findings: readonly Finding[];
    readonly edited: boolean;
  },
): Promise<Draft> {
  await voidApprovals(tx, [draft.id], 'the text was changed');
  await tx.send.deleteMany({ where: { draftId: draft.id, state: 'PENDING' } });
  const findings = [
    ...change.findings,
    ...findingsOf(draft).filter(({ rule }) => rule === earlier),
  ];
  return tx.draft.update({
    where: { id: draft.id },
    data: {
      ...change,
      findings: findings.map((finding) => ({ ...finding })),
      revision: draft.revision + 1,
      state: stateBy(findings),
      stateWhy: null,
    },
  });
}

/**
 * Withdraws what waits to go to a contact, unless an attempt already holds it. The caller holds the
 * contact's lock. Returns how many drafts it took back.
 */
export async function withdrawUnsent(
  tx: Transaction,
  contactId: string,
  options: { readonly why: string; readonly purposes?: readonly Purpose[] },
): Promise<number> {
  const drafts = await tx.draft.findMany({
    where: {
      contactId,
      state: { in: unsentStates },
      ...(options.purposes ? { purpose: { in: [...options.purposes] } } : {}),
      OR: [{ send: null }, { send: { state: { in: ['PENDING', 'REJECTED'] } } }],
    },
    select: { id: true, purpose: true },
  });
  const ids = drafts.map((draft) => draft.id);
  if (ids.length === 0) return 0;
  const letters = drafts.filter(({ purpose }) => purpose !== 'outreach' && purpose !== 'nudge');
  await enqueueEnds(
    tx,
    letters.map(({ id }) => letterId(id)),
    contactId,
  );
  await voidApprovals(tx, ids, options.why);
  await tx.send.deleteMany({ where: { draftId: { in: ids }, state: 'PENDING' } });
  await tx.draft.updateMany({
    where: { id: { in: ids } },
    data: { state: 'withdrawn', stateWhy: options.why },
  });
  await note(tx, contactId, `A draft was withdrawn: ${options.why}.`);
  return ids.length;
}

export async function voidApprovals(
  tx: Transaction,
  draftIds: readonly string[],
  why: string,
): Promise<void> {
  await tx.approval.updateMany({
    where: { draftId: { in: [...draftIds] }, voidedAt: null },
    data: { voidedAt: new Date(), voidedWhy: why },
  });
}

/**
 * The approval that covers exactly this text, if there is one: made for its revision, for these
 * words, not taken back, and after the contact last wrote.
 */
export async function validApproval(
  tx: Transaction,
  draft: Draft,
  contact: { readonly lastNewsAt: Date | null },
): Promise<Approval | undefined> {
  const approval = await tx.approval.findFirst({
    where: { draftId: draft.id, revision: draft.revision, voidedAt: null },
    orderBy: { approvedAt: 'desc' },
  });
  if (!approval || approval.digest !== digestOf(draft)) return undefined;
  if (contact.lastNewsAt && contact.lastNewsAt > approval.approvedAt) return undefined;
  return approval;
}

/** SHA-256 over everything of a draft that the reader of the mail will see, its calendar part included. */
export function digestOf(draft: Pick<Draft, 'to' | 'subject' | 'text' | 'calendar'>): string {
  const invitation = storedInvitation(draft.calendar);
  return createHash('sha256')
    .update(
      JSON.stringify([
        draft.to,
        draft.subject,
        draft.text,
        ...(invitation === undefined ? [] : [approvedParts(invitation)]),
      ]),
    )
    .digest('hex');
}

const earlier = 'earlier_correspondence';

/** Only what the lint and the look-back found is ever stored there. */
function findingsOf({ findings }: Pick<Draft, 'findings'>): readonly Finding[] {
  return findings as unknown as readonly Finding[];
}

function stateBy(findings: readonly Finding[]): 'held' | 'awaiting_approval' {
  return findings.some((finding) => finding.severity === 'error') ? 'held' : 'awaiting_approval';
}
