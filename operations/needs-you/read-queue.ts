import { unanswered } from '../../db/questions.ts';
import type { OperationContext } from '../context.ts';
import { showContact } from '../contacts/show-contact.ts';
import {
  comingParts,
  draftParts,
  presentContactSummary,
  presentDraft,
  presentMessage,
} from '../present.ts';
import type {
  ContactSummary,
  ContactView,
  DraftView,
  MessageView,
  NeedsYouView,
  Stage,
} from '../views.ts';
import { listNeedsYou } from './list-needs-you.ts';
import { queueGroupOf, queueGroups, type QueueGroup } from './queue-groups.ts';

/** One line of the list. */
export type QueueEntry = {
  readonly item: NeedsYouView;
  readonly group: QueueGroup;
  /** Of a draft. */
  readonly purpose: string | null;
  readonly subject: string;
  readonly company: string | null;
  readonly stage: Stage | null;
};

/** The one that is open, with everything that deciding about it takes. */
export type QueueItem = QueueEntry & {
  readonly contact: ContactView | undefined;
  readonly draft: DraftView | undefined;
  readonly message: MessageView | undefined;
  /** The mail that it answers or follows. */
  readonly follows: MessageView | undefined;
  /** The contact's time zone, when it is known. */
  readonly zone: string | undefined;
  /** Only a look into the Sent folder by a person tells whether this mail was sent. */
  readonly ambiguous: boolean;
  /** What to open afterwards, in the order of the list. */
  readonly nextId: string | undefined;
  readonly previousId: string | undefined;
};

export type QueueFilter = {
  readonly text?: string | undefined;
  readonly group?: QueueGroup | undefined;
  readonly company?: string | undefined;
  readonly stage?: Stage | undefined;
};

export type Queue = {
  /** Of this page, by urgency; within a group the oldest first. */
  readonly entries: readonly QueueEntry[];
  /** How many of each group the filter lets through, on all pages. */
  readonly counts: ReadonlyMap<QueueGroup, number>;
  readonly total: number;
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly companies: readonly string[];
  readonly stages: readonly Stage[];
  readonly open: QueueItem | undefined;
  /** The item that was asked for waits no longer. */
  readonly gone: boolean;
  /** Whose timers run out next. */
  readonly upcoming: readonly ContactSummary[];
  /** 0 when nobody was ever added. */
  readonly contacts: number;
};

/** One page of what waits for a person, and the item that is open: the one asked for, else the first. */
export async function readQueue(
  context: OperationContext,
  wanted: {
    readonly filter: QueueFilter;
    /** From 1. */
    readonly page: number;
    readonly perPage: number;
    readonly itemId?: string | undefined;
  },
): Promise<Queue> {
  const { db, userId } = context;
  const [waiting, upcoming, contacts] = await Promise.all([
    listNeedsYou.run(context, {}),
    readUpcoming(context),
    db.contact.count({ where: { userId, removedAt: null } }),
  ]);
  const all = byUrgency(await asEntries(context, waiting));
  const found = all.filter((entry) => isFound(entry, wanted.filter));
  const pages = Math.max(1, Math.ceil(found.length / wanted.perPage));
  const page = Math.min(wanted.page, pages);
  const entries = found.slice((page - 1) * wanted.perPage, page * wanted.perPage);
  const asked = all.find(({ item }) => item.id === wanted.itemId);
  const entry = wanted.itemId === undefined ? entries[0] : asked;
  return {
    entries,
    counts: counted(found),
    total: all.length,
    found: found.length,
    page,
    pages,
    companies: distinct(all.map(({ company }) => company)),
    stages: distinct(all.map(({ stage }) => stage)),
    open: entry && (await openItem(context, entry, found)),
    gone: wanted.itemId !== undefined && asked === undefined,
    upcoming,
    contacts,
  };
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

async function asEntries(
  { db, userId, now }: OperationContext,
  items: readonly NeedsYouView[],
): Promise<readonly QueueEntry[]> {
  const [contacts, drafts] = await Promise.all([
    db.contact.findMany({
      where: { id: { in: ids(items, 'contactId') }, userId },
      omit: { policy: true, journey: true, notes: true },
      include: comingParts,
    }),
    db.draft.findMany({
      where: { id: { in: ids(items, 'draftId') }, contact: { userId } },
      select: { id: true, purpose: true, subject: true },
    }),
  ]);
  const contactOf = new Map(contacts.map((row) => [row.id, presentContactSummary(row, now())]));
  const draftOf = new Map(drafts.map((row) => [row.id, row]));
  return items.map((item) => {
    const contact = contactOf.get(item.contactId ?? '');
    const draft = draftOf.get(item.draftId ?? '');
    const purpose = draft?.purpose ?? null;
    return {
      item,
      group: queueGroupOf(item.type, purpose),
      purpose,
      subject: draft?.subject ?? '',
      company: contact?.company ?? null,
      stage: contact?.stage ?? null,
    };
  });
}

function byUrgency(entries: readonly QueueEntry[]): readonly QueueEntry[] {
  const rank = ({ group }: QueueEntry): number => queueGroups.indexOf(group);
  // The list comes with the oldest first, and sorting keeps that order within a group.
  return entries.toSorted((one, other) => rank(one) - rank(other));
}

function isFound(entry: QueueEntry, { text, group, company, stage }: QueueFilter): boolean {
  if (group !== undefined && entry.group !== group) return false;
  if (company !== undefined && entry.company !== company) return false;
  if (stage !== undefined && entry.stage !== stage) return false;
  if (text === undefined) return true;
  const { item, subject } = entry;
  const searched = folded(
    [item.contactName ?? '', entry.company ?? '', subject, item.why].join(' '),
  );
  return folded(text)
    .split(/\s+/)
    .every((word) => searched.includes(word));
}

/** Without accents and in lower case: "Jose" finds José. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function counted(entries: readonly QueueEntry[]): ReadonlyMap<QueueGroup, number> {
  const counts = new Map<QueueGroup, number>();
  for (const { group } of entries) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}

function distinct<Value extends string>(values: readonly (Value | null)[]): readonly Value[] {
  return [...new Set(values.flatMap((value) => value ?? []))].toSorted((one, other) =>
    one.localeCompare(other),
  );
}

async function openItem(
  context: OperationContext,
  entry: QueueEntry,
  found: readonly QueueEntry[],
): Promise<QueueItem> {
  const { item } = entry;
  const [contact, draft, message, ambiguous] = await Promise.all([
    item.contactId === null ? undefined : showContact.run(context, { ref: item.contactId }),
    draftOf(context, item),
    messageOf(context, item),
    isAmbiguous(context, item),
  ]);
  const at = found.findIndex((other) => other.item.id === item.id);
  return {
    ...entry,
    contact,
    draft,
    message,
    follows: contact && mailBefore(contact.messages, message),
    zone: textOf(contact?.facts['timeZone']),
    ambiguous,
    nextId: (found[at + 1] ?? found[at - 1])?.item.id,
    previousId: found[at - 1]?.item.id,
  };
}

/** What we wrote before this mail of theirs; beside a draft, the last mail of all. */
function mailBefore(
  messages: readonly MessageView[],
  message: MessageView | undefined,
): MessageView | undefined {
  if (message === undefined)
    return messages.findLast(({ direction, state }) => direction === 'in' || state === 'sent');
  const at = messages.findIndex(({ id }) => id === message.id);
  return messages.slice(0, Math.max(at, 0)).findLast(({ direction }) => direction === 'out');
}

async function draftOf(
  { db, userId }: OperationContext,
  { draftId, type }: NeedsYouView,
): Promise<DraftView | undefined> {
  if (draftId === null || type === 'problem') return undefined;
  const where = { id: draftId, contact: { userId } };
  const row = await db.draft.findFirst({ where, include: draftParts });
  return row === null ? undefined : presentDraft(row);
}

async function messageOf(
  { db, userId }: OperationContext,
  { messageId }: NeedsYouView,
): Promise<MessageView | undefined> {
  if (messageId === null) return undefined;
  const row = await db.message.findFirst({ where: { id: messageId, contact: { userId } } });
  return row === null ? undefined : presentMessage(row);
}

async function isAmbiguous(
  { db, userId }: OperationContext,
  { draftId, type }: NeedsYouView,
): Promise<boolean> {
  if (type !== 'problem' || draftId === null) return false;
  const where = { draftId, state: 'AMBIGUOUS', draft: { contact: { userId } } };
  return (await db.send.count({ where })) > 0;
}

async function readUpcoming({ db, userId }: OperationContext): Promise<readonly ContactSummary[]> {
  const rows = await db.contact.findMany({
    where: { userId, removedAt: null, nextAt: { not: null }, stage: { notIn: ['closed'] } },
    orderBy: { nextAt: 'asc' },
    take: 6,
  });
  return rows.map((row) => presentContactSummary(row));
}

function textOf(fact: string | readonly string[] | null | undefined): string | undefined {
  return typeof fact === 'string' ? fact : undefined;
}

function ids(items: readonly NeedsYouView[], key: 'draftId' | 'messageId' | 'contactId'): string[] {
  return items.flatMap((item) => item[key] ?? []);
}
