import { createHash, randomUUID } from 'node:crypto';
import { approvalCounts } from '../domain/send-permission.ts';
import { unsentStates } from '../domain/draft-state.ts';
import type { ContactFacts } from '../domain/contact.ts';
import { approvedParts, type Invitation } from '../domain/meeting/invitation.ts';
import type { Finding } from '../domain/compose/finding.ts';
import type { Occasion } from '../domain/compose/occasion.ts';
import type { LeftOut } from '../domain/compose/sentence.ts';
import { messageIdFor } from '../domain/message-id.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { Transaction } from './client.ts';
import type { Approval, Contact, Draft, Prisma, User } from './generated/client.ts';
import { invitationJson, storedInvitation } from './invitation.ts';
import { tellMail, tellSettled } from './tell-journey.ts';
import { occasionJson } from './occasion.ts';
import { addTimelineEvent } from './timeline.ts';

/** Whom a draft is written to, and for whom. */
export type Addressee = Pick<Contact, keyof ContactFacts> &
  Pick<
    Contact,
    'id' | 'userId' | 'policy' | 'stoppedAt' | 'generation' | 'earlierMails' | 'earlierLatest'
  > & {
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
    SELECT contact.id, contact.user_id AS "userId", contact.policy, contact.email, contact.name, contact.topics, contact.company, contact.role,
      contact.path, contact.found_through AS "foundThrough",
      contact.shared_affiliation AS "sharedAffiliation", contact.referred_by AS "referredBy",
      contact.admire, contact.wrote, contact.language, contact.time_zone AS "timeZone",
      contact.address_as AS "addressAs", contact.formality,
      contact.accepted_findings AS "accepted", contact.pinned_notes AS "pinned",
      contact.stopped_at AS "stoppedAt", contact.generation, contact.earlier_mails AS "earlierMails",
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
    readonly edited?: boolean;
    /** The mailbox's address: its domain ends the Message-ID, which is fixed here. */
    readonly from: string;
    readonly inReplyTo?: string | undefined;
    readonly references?: readonly string[];
    readonly meetingId?: string;
    readonly landingId?: string;
    readonly calendar?: Invitation | undefined;
    /** Which draft of its journey it is; absent for what the user wrote. */
    readonly key?: { readonly generation: number; readonly step: number };
    /** Notes that are not in the letter. */
    readonly leftOut?: readonly LeftOut[];
    /** What it is written for, so that it can be written anew when notes change. */
    readonly occasion?: Occasion;
  },
): Promise<Draft> {
  const { from, calendar, key, leftOut, occasion, ...data } = draft;
  return tx.draft.create({
    data: {
      ...data,
      ...key,
      messageId: messageIdFor(randomUUID(), from),
      inReplyTo: draft.inReplyTo ?? null,
      references: [...(draft.references ?? [])],
      findings: draft.findings.map((finding) => ({ ...finding })),
      state: stateBy(draft.findings),
      ...(calendar && { calendar: invitationJson(calendar) }),
      leftOut: (leftOut ?? []).map((note) => ({ ...note })),
      ...(occasion && { occasion: occasionJson(occasion) }),
    },
  });
}

/**
 * A new text is a new revision: whatever was approved before is void. What was found out about the person, and not in
 * the text, stays true of it. The caller holds the contact's lock.
 */
export async function reviseDraft(
  tx: Transaction,
  draft: Pick<Draft, 'id' | 'contactId' | 'state' | 'revision' | 'findings'>,
  change: {
    readonly to?: string;
    readonly subject: string;
    readonly text: string;
    readonly findings: readonly Finding[];
    readonly edited: boolean;
  },
): Promise<Draft> {
  await takeApprovalBack(tx, draft, 'the text was changed');
  const stillTrue = findingsOf(draft).filter(
    ({ rule }) => foundOut.has(rule) && !change.findings.some((finding) => finding.rule === rule),
  );
  const findings = [...change.findings, ...stillTrue];
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

/** Something that was found out about a waiting draft, in the place of what was known by the same rule; its text stays. */
export async function addFoundOut(
  tx: Transaction,
  draft: Pick<Draft, 'id' | 'findings'>,
  finding: Finding & { readonly severity: 'warning' | 'notice' },
): Promise<void> {
  const others = findingsOf(draft).filter(({ rule }) => rule !== finding.rule);
  await tx.draft.update({
    where: { id: draft.id },
    data: { findings: [...others, finding].map((each) => ({ ...each })) },
  });
}

/** The approval no longer counts, and what was planned by it is not sent; the run that carries the mail ends by itself. */
export async function takeApprovalBack(
  tx: Transaction,
  draft: Pick<Draft, 'id' | 'contactId' | 'state'>,
  why: string,
): Promise<void> {
  await voidApprovals(tx, [draft.id], why);
  await tx.send.deleteMany({ where: { draftId: draft.id, state: 'PENDING' } });
  if (draft.state === 'approved') await tellMail(tx, draft);
}

const notLeaving = {
  state: { in: unsentStates },
  OR: [{ send: null }, { send: { state: { in: ['PENDING', 'REJECTED'] } } }],
} satisfies Prisma.DraftWhereInput;

/**
 * Withdraws what waits to go to a contact, unless an attempt already holds it. The caller holds the
 * contact's lock. Returns how many drafts it took back.
 */
export async function withdrawUnsent(
  tx: Transaction,
  contactId: string,
  options: {
    readonly why: string;
    readonly purposes?: readonly Purpose[];
    /** Only this one. */
    readonly draftId?: string;
  },
): Promise<number> {
  const { why, purposes, draftId } = options;
  const drafts = await tx.draft.findMany({
    where: {
      contactId,
      ...notLeaving,
      ...(purposes ? { purpose: { in: [...purposes] } } : {}),
      ...(draftId === undefined ? {} : { id: draftId }),
    },
    select: { id: true, contactId: true, purpose: true, state: true },
  });
  if (drafts.length === 0) return 0;
  for (const draft of drafts) {
    await takeApprovalBack(tx, draft, why);
    await tellSettled(tx, draft, { how: 'withdrawn', at: new Date() });
  }
  await tx.draft.updateMany({
    where: { id: { in: drafts.map(({ id }) => id) } },
    data: { state: 'withdrawn', stateWhy: why },
  });
  await addTimelineEvent(tx, contactId, `A draft was withdrawn: ${why}.`);
  return drafts.length;
}

/** What waits goes to the new address, once it is approved for it. The caller holds the contact's lock. */
export async function readdressUnsent(
  tx: Transaction,
  contactId: string,
  to: string,
): Promise<void> {
  await askForNewApprovals(tx, contactId, 'the address was changed');
  await tx.draft.updateMany({ where: { contactId, ...notLeaving }, data: { to } });
}

/**
 * News came: no approval of before counts, and a page of before approves nothing, since every draft that still waits
 * has a new revision of the same text. The caller holds the contact's lock.
 */
export async function askForNewApprovals(
  tx: Transaction,
  contactId: string,
  why: string,
): Promise<void> {
  const drafts = await tx.draft.findMany({
    where: { contactId, ...notLeaving },
    select: { id: true, contactId: true, purpose: true, state: true },
  });
  for (const draft of drafts) {
    await takeApprovalBack(tx, draft, why);
    const approved = draft.state === 'approved';
    if (approved) await tellSettled(tx, draft, { how: 'taken_back', at: new Date() });
    await tx.draft.update({
      where: { id: draft.id },
      data: {
        revision: { increment: 1 },
        ...(approved
          ? { state: 'awaiting_approval', stateWhy: `the approval no longer counts: ${why}` }
          : {}),
      },
    });
  }
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

/** The approval that counts for this draft, if there is one (domain/send-permission.ts). */
export async function validApproval(
  tx: Transaction,
  draft: Draft,
  contact: Pick<Contact, 'newsSeq'>,
): Promise<Approval | undefined> {
  const approval = await tx.approval.findFirst({
    where: { draftId: draft.id, revision: draft.revision, voidedAt: null },
    orderBy: { approvedAt: 'desc' },
  });
  const { revision } = draft;
  const { newsSeq } = contact;
  const counts =
    approval && approvalCounts(approval, { revision, digest: digestOf(draft), newsSeq });
  return counts ? approval : undefined;
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

/** Rules that read the mailbox or the calendars, and not the text. */
const foundOut: ReadonlySet<string> = new Set([
  'earlier_correspondence',
  'time_taken',
  'calendar_not_read',
  'no_free_times',
  'thank_you_late',
]);

/** Only what the lint and the look-back found is ever stored there. */
function findingsOf({ findings }: Pick<Draft, 'findings'>): readonly Finding[] {
  return findings as unknown as readonly Finding[];
}

function stateBy(findings: readonly Finding[]): 'held' | 'awaiting_approval' {
  return findings.some((finding) => finding.severity === 'error') ? 'held' : 'awaiting_approval';
}
