import { z } from 'zod';
import type { Prisma } from '../db/generated/client.ts';
import type { Contact, Mailbox, Meeting, Message } from '../db/generated/client.ts';
import {
  draftView,
  findingView,
  leftOutView,
  mailboxView,
  messageView,
  outcome,
  stage,
  type ContactSummary,
  type DraftView,
  type MailboxView,
  type MessageView,
} from './views.ts';

/** What a draft must be loaded with (`include`) to be presented. */
export const draftParts = {
  contact: { select: { name: true } },
  approvals: { where: { voidedAt: null }, orderBy: { approvedAt: 'desc' }, take: 1 },
  send: true,
  slots: { orderBy: { position: 'asc' } },
} as const satisfies Prisma.DraftInclude;

export type DraftRow = Prisma.DraftGetPayload<{ include: typeof draftParts }>;

export function presentDraft(row: DraftRow): DraftView {
  return {
    draftId: row.id,
    revision: row.revision,
    contactId: row.contactId,
    purpose: row.purpose,
    to: row.to,
    subject: row.subject,
    text: row.text,
    findings: z.array(findingView).parse(row.findings),
    state: draftView.shape.state.parse(row.state),
    slots: row.slots.map(({ at, minutes }) => ({ at: at.toISOString(), minutes })),
    leftOut: z.array(leftOutView).parse(row.leftOut),
    edited: row.edited,
    outdated: row.sourceHash !== null,
    stateWhy: row.stateWhy,
    contactName: row.contact.name,
    createdAt: row.createdAt.toISOString(),
    planned: plannedOf(row),
  };
}

function plannedOf({ state, send, approvals }: DraftRow): DraftView['planned'] {
  if (state !== 'approved') return null;
  if (send?.state === 'PENDING' || send?.state === 'CLAIMED')
    return { at: send.slotAt.toISOString(), why: send.slotWhy };
  const notBefore = send ? undefined : approvals[0]?.sendAfter;
  return notBefore ? { at: notBefore.toISOString(), why: 'not before the time you chose' } : null;
}

/** What a contact must be loaded with (`include`) for its next thing to be the earliest of all. */
export const comingParts = {
  meetings: {
    where: { state: 'confirmed', nextAt: { not: null } },
    orderBy: { nextAt: 'asc' },
    take: 1,
  },
} as const satisfies Prisma.ContactInclude;

type Coming = { readonly meetings?: readonly Pick<Meeting, 'nextAt' | 'nextWhy'>[] };

/** What a contact must be loaded with to be listed. */
type SummaryRow = Omit<Contact, 'policy' | 'journey' | 'notes'> & Coming;

export function presentContactSummary(row: SummaryRow, now = new Date()): ContactSummary {
  return {
    contactId: row.id,
    email: row.email,
    name: row.name,
    company: row.company,
    outcome: outcome.nullable().parse(row.outcome),
    ...whereItStands(row, now),
  };
}

/** A held journey keeps its stage for later; until then it is shown as paused. */
function whereItStands(
  row: SummaryRow,
  now: Date,
): Pick<ContactSummary, 'stage' | 'next' | 'waitingFor'> {
  if (row.stage !== 'closed' && row.pausedAt)
    return { stage: 'paused', next: null, waitingFor: 'you, to resume' };
  if (row.stage !== 'closed' && row.snoozedUntil && row.snoozedUntil > now)
    return {
      stage: 'paused',
      next: { at: row.snoozedUntil.toISOString(), why: 'you put it off until then' },
      waitingFor: null,
    };
  const next = earliest(row);
  return {
    stage: stage.parse(row.stage),
    next: next ? { at: next.nextAt.toISOString(), why: next.nextWhy ?? '' } : null,
    waitingFor: row.nextAt ? null : row.nextWhy,
  };
}

/** Of the journey's own timer and that of an agreed conversation. */
function earliest(row: SummaryRow) {
  const timers = [row, ...(row.stage === 'closed' ? [] : (row.meetings ?? []))];
  return timers
    .flatMap(({ nextAt, nextWhy }) => (nextAt === null ? [] : [{ nextAt, nextWhy }]))
    .toSorted((one, other) => one.nextAt.getTime() - other.nextAt.getTime())[0];
}

/** Mail that came in, or that the user wrote from their own mail client. */
export function presentMessage(row: Message): MessageView {
  return {
    direction: messageView.shape.direction.parse(row.direction),
    kind: row.kind,
    purpose: row.purpose,
    messageId: row.messageId,
    subject: row.subject,
    at: row.at.toISOString(),
    state: messageView.shape.state.parse(row.state),
    id: row.id,
    draftId: null,
    subkind: row.subkind,
    reasons: row.reasons,
    from: row.fromAddress,
    text: row.text,
    visibleText: row.visibleText,
    returnDate: row.returnDate,
    judgement: row.judgement,
    byHand: row.byHand,
    matchRule: row.matchRule,
  };
}

/** A mail of ours that is approved or further; undefined for a draft that never got that far. */
export function presentSentDraft(row: DraftRow, from: string): MessageView | undefined {
  const state = mailState(row);
  if (state === undefined) return undefined;
  const { send } = row;
  const at = send?.acceptedAt ?? send?.slotAt ?? row.approvals[0]?.approvedAt ?? row.updatedAt;
  return {
    direction: 'out',
    kind: 'mail',
    purpose: row.purpose,
    messageId: row.messageId,
    subject: row.subject,
    at: at.toISOString(),
    state,
    id: null,
    draftId: row.id,
    subkind: null,
    reasons: [],
    from,
    text: row.text,
    visibleText: row.text,
    returnDate: null,
    judgement: null,
    byHand: false,
    matchRule: null,
  };
}

function mailState({ state, send }: DraftRow): MessageView['state'] | undefined {
  switch (send?.state as SendState | undefined) {
    case 'ACCEPTED':
      return 'sent';
    case 'REJECTED':
      return 'refused';
    case 'AMBIGUOUS':
      return 'ambiguous';
    case 'CLAIMED':
      return 'scheduled';
    case 'PENDING':
      return state === 'approved' ? 'scheduled' : undefined;
    case undefined:
      return state === 'approved' ? 'approved' : state === 'sent' ? 'sent' : undefined;
  }
}

/** The values of `Send.state` (domain/ledger.ts). */
type SendState = 'PENDING' | 'CLAIMED' | 'ACCEPTED' | 'REJECTED' | 'AMBIGUOUS';

export function presentMailbox(row: Mailbox): MailboxView {
  return {
    mailboxId: row.id,
    address: row.address,
    state: row.state,
    lastLookedAt: row.lastLookedAt?.toISOString() ?? null,
    detail: row.stateDetail,
    practice: row.practice,
    fromName: row.fromName,
    fromAddress: row.fromAddress,
    aliases: row.aliases,
    junkFolder: row.junkFolder,
    sentFolder: row.sentFolder,
    oauth: mailboxView.shape.oauth.parse(row.oauthProvider),
    sendingStopped: row.sendingStoppedAt
      ? (row.sendingStoppedWhy ?? 'Sending from this mailbox is stopped.')
      : null,
  };
}
