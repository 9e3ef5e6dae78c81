import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { findingView, needsYouView, type NeedsYouView } from '../views.ts';
import type { Database } from '../../db/client.ts';
import { unsentStates } from '../../db/drafts.ts';

export const listNeedsYou = defineOperation({
  name: 'listNeedsYou',
  method: 'get',
  path: '/needs-you',
  summary:
    'What waits for a person: drafts to approve, replies to judge, problems; the oldest first',
  input: z.object({}),
  output: z.array(needsYouView),
  async run({ db, userId }) {
    const items = await Promise.all([
      waitingDrafts(db, userId),
      openReplies(db, userId),
      answersOwed(db, userId),
      openProblems(db, userId),
    ]);
    return items.flat().toSorted((one, other) => (one.since < other.since ? -1 : 1));
  },
});

async function waitingDrafts(db: Database, userId: string): Promise<readonly NeedsYouView[]> {
  const rows = await db.draft.findMany({
    where: {
      contact: { userId, removedAt: null },
      state: { in: ['awaiting_approval', 'held'] },
    },
    select: {
      id: true,
      purpose: true,
      state: true,
      findings: true,
      stateWhy: true,
      createdAt: true,
      contactId: true,
      contact: { select: { name: true } },
    },
  });
  return rows.map((row) => ({
    id: `draft:${row.id}`,
    type: 'draft',
    contactId: row.contactId,
    why: row.state === 'held' ? heldWhy(row.findings) : approvalWhy(row),
    since: row.createdAt.toISOString(),
    contactName: row.contact.name,
    draftId: row.id,
    messageId: null,
  }));
}

function approvalWhy(row: {
  readonly purpose: string;
  readonly stateWhy: string | null;
  readonly contact: { readonly name: string };
}): string {
  const waits = `The ${row.purpose.replaceAll('_', ' ')} to ${row.contact.name} waits for your approval.`;
  return row.stateWhy ? `${waits} ${row.stateWhy}` : waits;
}

function heldWhy(findings: unknown): string {
  const errors = z
    .array(findingView)
    .parse(findings)
    .filter(({ severity }) => severity === 'error');
  return ['This draft is held.', ...errors.map(({ message }) => message)].join(' ');
}

async function openReplies(db: Database, userId: string): Promise<readonly NeedsYouView[]> {
  const rows = await db.message.findMany({
    where: {
      contact: { userId, removedAt: null },
      direction: 'in',
      state: 'needs_you',
    },
    select: {
      id: true,
      kind: true,
      at: true,
      reasons: true,
      certain: true,
      contactId: true,
      contact: { select: { name: true } },
    },
  });
  return rows.map((row) => ({
    id: `reply:${row.id}`,
    type: 'reply',
    contactId: row.contactId,
    why: replyWhy(row),
    since: row.at.toISOString(),
    contactName: row.contact.name,
    draftId: null,
    messageId: row.id,
  }));
}

/** They were judged to want an answer, and no mail to them waits or has left since. */
async function answersOwed(db: Database, userId: string): Promise<readonly NeedsYouView[]> {
  const contacts = await db.contact.findMany({
    where: {
      userId,
      removedAt: null,
      stage: { not: 'closed' },
      answerOwedTo: { not: null },
      drafts: { none: { state: { in: unsentStates } } },
    },
    select: { id: true, name: true, answerOwedTo: true },
  });
  const messages = await db.message.findMany({
    where: {
      id: { in: contacts.flatMap(({ answerOwedTo }) => answerOwedTo ?? []) },
      state: 'handled',
    },
    select: { id: true, at: true, contactId: true },
  });
  return messages.map(({ id, at, contactId }) => {
    const name = contacts.find((contact) => contact.id === contactId)?.name ?? '';
    return {
      id: `answer:${contactId}`,
      type: 'reply',
      contactId,
      why: `${name} waits for your answer.`,
      since: at.toISOString(),
      contactName: name,
      draftId: null,
      messageId: id,
    };
  });
}

function replyWhy(row: {
  readonly kind: string;
  readonly certain: boolean;
  readonly reasons: readonly string[];
  readonly contact: { readonly name: string };
}): string {
  const { name } = row.contact;
  if (row.kind === 'human_reply' && row.certain) return `${name} answered.`;
  const reasons = row.reasons.length > 0 ? ` (${row.reasons.join('; ')})` : '';
  return `A mail about ${name} came that Rapport is not sure about${reasons}. Say what it is.`;
}

async function openProblems(db: Database, userId: string): Promise<readonly NeedsYouView[]> {
  const rows = await db.problem.findMany({
    where: { userId, resolvedAt: null },
    include: { contact: { select: { name: true } } },
  });
  return rows.map((row) => ({
    id: `problem:${row.id}`,
    type: 'problem',
    contactId: row.contactId,
    why: row.text,
    since: row.createdAt.toISOString(),
    contactName: row.contact?.name ?? null,
    draftId: row.draftId,
    messageId: null,
  }));
}
