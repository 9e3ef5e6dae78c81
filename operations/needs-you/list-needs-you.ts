import { notToldYet, untoldMeetings } from '../../db/meetings.ts';
import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { findingView, needsYouView, type NeedsYouView } from '../views.ts';
import type { Database } from '../../db/client.ts';
import { choicesOf, unanswered } from '../../db/questions.ts';
import { dueOf } from '../../db/thank-you.ts';
import { undecidedStates, unsentStates } from '../../domain/draft-state.ts';
import { purposeWords } from '../../domain/purpose.ts';
import { calendarWords } from '../../domain/meeting/calendar-words.ts';
import { dueInWords } from '../../domain/meeting/thank-you-due.ts';
import type { OperationContext } from '../context.ts';
import { readTimeItems, type ReadMail } from '../meetings/time-items.ts';

export const listNeedsYou = defineOperation({
  name: 'listNeedsYou',
  summary:
    'What waits for a person: drafts to approve, replies to judge, problems; the oldest first',
  input: z.object({}),
  output: z.array(needsYouView),
  run: (context) => readNeedsYou(context),
});

/** The whole list, or of it what has one of these ids (of an answer that is owed: the contact's). */
export async function readNeedsYou(
  context: OperationContext,
  ids?: readonly string[],
): Promise<NeedsYouView[]> {
  const { db, userId } = context;
  const only: Only = ids === undefined ? {} : { id: { in: [...ids] } };
  const items = await Promise.all([
    waitingDrafts(context, only),
    openReplies(context, only),
    answersOwed(db, userId, only),
    openMeetingItems(db, userId, only),
    openQuestions(db, userId, only),
    openProblems(db, userId, only),
  ]);
  return items.flat().toSorted((one, other) => (one.since < other.since ? -1 : 1));
}

type Only = { readonly id?: { readonly in: string[] } };

async function waitingDrafts(
  { db, userId, now }: OperationContext,
  only: Only,
): Promise<readonly NeedsYouView[]> {
  const rows = await db.draft.findMany({
    where: {
      ...only,
      contact: { userId, removedAt: null },
      state: { in: undecidedStates },
    },
    select: {
      id: true,
      purpose: true,
      state: true,
      findings: true,
      stateWhy: true,
      createdAt: true,
      contactId: true,
      meeting: true,
      contact: { select: { name: true, policy: true } },
    },
  });
  return rows.map((row) => {
    const type = row.purpose === 'thank_you' && isOwed(row, now()) ? 'thank_you' : 'draft';
    const why = row.state === 'held' ? heldWhy(row.findings) : approvalWhy(row);
    return {
      id: `${type}:${row.id}`,
      type,
      contactId: row.contactId,
      why: type === 'thank_you' ? `${owedWhy(row, now())} ${why}` : why,
      since: row.createdAt.toISOString(),
      contactName: row.contact.name,
      draftId: row.id,
      messageId: null,
    };
  });
}

/** From half of its time on a thank-you is a debt, and no draft among others. */
function isOwed(row: Parameters<typeof dueOf>[0], now: Date): boolean {
  return now.getTime() >= dueOf(row).half;
}

function owedWhy(
  row: Parameters<typeof dueOf>[0] & { readonly contact: { readonly name: string } },
  now: Date,
): string {
  return `The thank-you to ${row.contact.name} ${dueInWords(dueOf(row), now)}.`;
}

function approvalWhy(row: {
  readonly purpose: string;
  readonly stateWhy: string | null;
  readonly contact: { readonly name: string };
}): string {
  const purpose = purposeWords(row.purpose).toLowerCase();
  const waits = `A mail to ${row.contact.name} waits for your approval (${purpose}).`;
  return row.stateWhy ? `${waits} ${row.stateWhy}` : waits;
}

function heldWhy(findings: unknown): string {
  const errors = z
    .array(findingView)
    .parse(findings)
    .filter(({ severity }) => severity === 'error');
  return ['This draft is held.', ...errors.map(({ message }) => message)].join(' ');
}

async function openReplies(
  context: OperationContext,
  only: Only,
): Promise<readonly NeedsYouView[]> {
  const { db, userId } = context;
  const rows = await db.message.findMany({
    where: {
      ...only,
      contact: { userId, removedAt: null },
      direction: 'in',
      state: 'needs_you',
    },
    include: { contact: { omit: { journey: true, notes: true }, include: { user: true } } },
  });
  const timeItems = await readTimeItems(context, rows);
  return rows.map((row) => {
    const named = timeItems.get(row.id);
    return {
      id: `${named ? 'time' : 'reply'}:${row.id}`,
      type: named ? ('time' as const) : ('reply' as const),
      contactId: row.contactId,
      why: named ? timeWhy(row, named) : replyWhy(row),
      since: row.at.toISOString(),
      contactName: row.contact.name,
      draftId: null,
      messageId: row.id,
      ...named?.item,
    };
  });
}

function timeWhy(
  row: { readonly contact: { readonly name: string } },
  { item, calendar, known, isOld }: ReadMail,
): string {
  const { name } = row.contact;
  const [first] = item.times;
  if (isOld)
    return `${name} wrote about the time that your conversation had before you moved it. Perhaps your mail was not read yet.`;
  if (item.window !== null)
    return first === undefined
      ? `${name} wrote when it would suit them, and none of your free times is in it.`
      : `${name} wrote when it would suit them. Say which time, or offer these.`;
  if (first === undefined && item.link !== null)
    return `${name} sent a page to book a time. Open it yourself, then tell Rapport the time.`;
  if (first === undefined)
    return calendar === undefined
      ? `${name} answered about the time.`
      : calendarWords(calendar, { name, known });
  if (first.clash !== null) return `${name} named a time that is not free: ${first.clash}.`;
  return first.certain ? `${name} named a time.` : `${name} wrote about a time. Say which.`;
}

async function openMeetingItems(
  db: Database,
  userId: string,
  only: Only,
): Promise<readonly NeedsYouView[]> {
  const rows = await db.meetingItem.findMany({
    where: { ...only, contact: { userId, removedAt: null }, resolvedAt: null },
    include: { contact: { select: { name: true } } },
  });
  const announced = rows.filter(({ kind }) => kind === 'brief_ready' || kind === 'reminder');
  const untold = await untoldMeetings(
    db,
    announced.map(({ meetingId }) => meetingId),
  );
  return rows.map((row) => ({
    id: `meeting:${row.id}`,
    type: 'meeting',
    contactId: row.contactId,
    why:
      announced.includes(row) && untold.has(row.meetingId)
        ? notToldYet(row.contact.name)
        : row.text,
    since: row.createdAt.toISOString(),
    contactName: row.contact.name,
    draftId: null,
    messageId: null,
  }));
}

async function openQuestions(
  db: Database,
  userId: string,
  only: Only,
): Promise<readonly NeedsYouView[]> {
  const rows = await db.question.findMany({
    where: {
      ...only,
      userId,
      ...unanswered,
      OR: [{ contactId: null }, { contact: { removedAt: null } }],
    },
    include: { contact: { select: { name: true } } },
  });
  return rows.map((row) => ({
    id: `question:${row.id}`,
    type: 'question',
    contactId: row.contactId,
    why: row.text,
    since: row.createdAt.toISOString(),
    contactName: row.contact?.name ?? null,
    draftId: null,
    messageId: row.messageId,
    choices: choicesOf(row).map((choice) => ({ ...choice })),
  }));
}

/** They were judged to want an answer, and no mail to them waits or has left since. */
async function answersOwed(
  db: Database,
  userId: string,
  only: Only,
): Promise<readonly NeedsYouView[]> {
  const contacts = await db.contact.findMany({
    where: {
      ...only,
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

async function openProblems(
  db: Database,
  userId: string,
  only: Only,
): Promise<readonly NeedsYouView[]> {
  const rows = await db.problem.findMany({
    where: { ...only, userId, resolvedAt: null },
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
