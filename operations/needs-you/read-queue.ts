import { unanswered } from '../../db/questions.ts';
import type { OperationContext } from '../context.ts';
import { listNeedsYou } from './list-needs-you.ts';
import { draftParts, presentContactSummary, presentDraft, presentMessage } from '../present.ts';
import type { ContactSummary, DraftView, MessageView, NeedsYouView } from '../views.ts';

/** What waits for a person, with what the page needs to show of it. */
export type QueueItem = {
  readonly item: NeedsYouView;
  readonly draft: DraftView | undefined;
  readonly message: MessageView | undefined;
  /** The contact's time zone, when it is known. */
  readonly zone: string | undefined;
  /** Only a look into the Sent folder by a person tells whether this mail was sent. */
  readonly ambiguous: boolean;
};

export type Queue = {
  readonly items: readonly QueueItem[];
  readonly total: number;
  /** Whose timers run out next. */
  readonly upcoming: readonly ContactSummary[];
  /** 0 when nobody was ever added. */
  readonly contacts: number;
};

/** The first `limit` things that wait for a person, the oldest first. */
export async function readQueue(context: OperationContext, limit: number): Promise<Queue> {
  const { db, userId } = context;
  const [waiting, upcoming, contacts] = await Promise.all([
    listNeedsYou.run(context, {}),
    readUpcoming(context),
    db.contact.count({ where: { userId, removedAt: null } }),
  ]);
  const shown = waiting.slice(0, limit);
  const [drafts, messages, ambiguous, zones] = await Promise.all([
    draftsOf(context, shown),
    messagesOf(context, shown),
    ambiguousDrafts(context, shown),
    zonesOf(context, shown),
  ]);
  return {
    items: shown.map((item) => ({
      item,
      draft: isDraft(item) ? drafts.get(item.draftId ?? '') : undefined,
      message: messages.get(item.messageId ?? ''),
      zone: zones.get(item.contactId ?? ''),
      ambiguous: item.type === 'problem' && ambiguous.has(item.draftId ?? ''),
    })),
    total: waiting.length,
    upcoming,
    contacts,
  };
}

function isDraft({ type }: NeedsYouView): boolean {
  return type === 'draft' || type === 'thank_you';
}

/** How much waits for a person, without reading it. */
export async function countNeedsYou({ db, userId }: OperationContext): Promise<number> {
  const contact = { userId, removedAt: null };
  const counts = await Promise.all([
    db.draft.count({ where: { contact, state: { in: ['awaiting_approval', 'held'] } } }),
    db.message.count({ where: { contact, direction: 'in', state: 'needs_you' } }),
    db.problem.count({ where: { userId, resolvedAt: null } }),
    db.meetingItem.count({ where: { contact, resolvedAt: null } }),
    db.question.count({ where: { userId, ...unanswered } }),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

async function readUpcoming({ db, userId }: OperationContext): Promise<readonly ContactSummary[]> {
  const rows = await db.contact.findMany({
    where: { userId, removedAt: null, nextAt: { not: null }, stage: { notIn: ['closed'] } },
    orderBy: { nextAt: 'asc' },
    take: 6,
  });
  return rows.map((row) => presentContactSummary(row));
}

async function draftsOf(
  { db, userId }: OperationContext,
  items: readonly NeedsYouView[],
): Promise<ReadonlyMap<string, DraftView>> {
  const rows = await db.draft.findMany({
    where: { id: { in: ids(items, 'draftId') }, contact: { userId } },
    include: draftParts,
  });
  return new Map(rows.map((row) => [row.id, presentDraft(row)]));
}

async function messagesOf(
  { db, userId }: OperationContext,
  items: readonly NeedsYouView[],
): Promise<ReadonlyMap<string, MessageView>> {
  const rows = await db.message.findMany({
    where: { id: { in: ids(items, 'messageId') }, contact: { userId } },
  });
  return new Map(rows.map((row) => [row.id, presentMessage(row)]));
}

async function zonesOf(
  { db, userId }: OperationContext,
  items: readonly NeedsYouView[],
): Promise<ReadonlyMap<string, string>> {
  const contactIds = items.flatMap(({ type, contactId }) =>
    type === 'time' ? (contactId ?? []) : [],
  );
  const rows = await db.contact.findMany({
    where: { id: { in: contactIds }, userId },
    select: { id: true, timeZone: true },
  });
  return new Map(rows.flatMap(({ id, timeZone }) => (timeZone === null ? [] : [[id, timeZone]])));
}

async function ambiguousDrafts(
  { db, userId }: OperationContext,
  items: readonly NeedsYouView[],
): Promise<ReadonlySet<string>> {
  const rows = await db.send.findMany({
    where: {
      draftId: { in: ids(items, 'draftId') },
      state: 'AMBIGUOUS',
      draft: { contact: { userId } },
    },
    select: { draftId: true },
  });
  return new Set(rows.map(({ draftId }) => draftId));
}

function ids(items: readonly NeedsYouView[], key: 'draftId' | 'messageId'): string[] {
  return items.flatMap((item) => item[key] ?? []);
}
