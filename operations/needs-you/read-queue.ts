import type { OperationContext } from '../context.ts';
import { showContact } from '../contacts/show-contact.ts';
import { draftParts, presentContactSummary, presentDraft, presentMessage } from '../present.ts';
import {
  stage,
  type ContactSummary,
  type ContactView,
  type DraftView,
  type MessageView,
  type NeedsYouView,
  type Stage,
} from '../views.ts';
import { readNeedsYou } from './list-needs-you.ts';
import { queueGroupOf, queueGroups, type QueueGroup } from './queue-groups.ts';
import { waitingRows, type WaitingRow } from './waiting-rows.ts';

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
    waitingRows(context),
    readUpcoming(context),
    db.contact.count({ where: { userId, removedAt: null } }),
  ]);
  const all = byUrgency(waiting);
  const found = all.filter((row) => isFound(row, wanted.filter));
  const pages = Math.max(1, Math.ceil(found.length / wanted.perPage));
  const page = Math.min(wanted.page, pages);
  const shown = found.slice((page - 1) * wanted.perPage, page * wanted.perPage);
  const wantedId = wanted.itemId?.replace(/^\w+:/, '');
  const asked = all.find(({ id }) => id === wantedId);
  const opened = wanted.itemId === undefined ? shown[0] : asked;
  const entryOf = await readEntries(context, opened ? [...shown, opened] : shown);
  const entry = opened && entryOf.get(opened.id);
  return {
    entries: shown.flatMap(({ id }) => entryOf.get(id) ?? []),
    counts: counted(found),
    total: all.length,
    found: found.length,
    page,
    pages,
    companies: distinct(all.map(({ company }) => company)),
    stages: distinct(all.map((row) => stageOf(row))),
    open: entry && (await openItem(context, entry, neighbours(found, opened.id))),
    gone: wanted.itemId !== undefined && entry === undefined,
    upcoming,
    contacts,
  };
}

/** What the list says of each row, by its id. What was settled in between is missing. */
async function readEntries(
  context: OperationContext,
  rows: readonly WaitingRow[],
): Promise<ReadonlyMap<string, QueueEntry>> {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const items = await readNeedsYou(context, [...rowOf.keys()]);
  return new Map(
    items.flatMap((item) => {
      const row = rowOf.get(bareId(item.id));
      return row === undefined ? [] : [[row.id, asEntry(item, row)] as const];
    }),
  );
}

function asEntry(item: NeedsYouView, row: WaitingRow): QueueEntry {
  return {
    item,
    group: groupOf(row),
    purpose: row.purpose,
    subject: row.kind === 'draft' ? row.said : '',
    company: row.company,
    stage: stageOf(row),
  };
}

/** `draft:<id>` and the like without what kind of thing it is. */
function bareId(itemId: string): string {
  return itemId.replace(/^\w+:/, '');
}

function groupOf({ kind, purpose }: WaitingRow): QueueGroup {
  return queueGroupOf(kind === 'answer' ? 'reply' : kind, purpose);
}

const stageOrNone = stage.nullable();

function stageOf({ stage: text }: WaitingRow): Stage | null {
  return stageOrNone.parse(text);
}

function byUrgency(rows: readonly WaitingRow[]): readonly WaitingRow[] {
  // The rows come with the oldest first, and stay so within a group.
  return queueGroups.flatMap((group) => rows.filter((row) => groupOf(row) === group));
}

function isFound(row: WaitingRow, { text, group, company, stage: wanted }: QueueFilter): boolean {
  if (group !== undefined && groupOf(row) !== group) return false;
  if (company !== undefined && row.company !== company) return false;
  if (wanted !== undefined && row.stage !== wanted) return false;
  if (text === undefined) return true;
  const searched = folded([row.name ?? '', row.company ?? '', row.said].join(' '));
  return folded(text)
    .split(/\s+/)
    .every((word) => searched.includes(word));
}

/** Without accents and in lower case: "Jose" finds José. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function counted(rows: readonly WaitingRow[]): ReadonlyMap<QueueGroup, number> {
  const counts = new Map<QueueGroup, number>();
  for (const group of rows.map(groupOf)) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}

type Neighbours = Pick<QueueItem, 'nextId' | 'previousId'>;

function neighbours(found: readonly WaitingRow[], id: string): Neighbours {
  const at = found.findIndex((other) => other.id === id);
  const [next, previous] = [found[at + 1], found[at - 1]];
  return {
    nextId: itemIdOf(next ?? previous),
    previousId: itemIdOf(previous),
  };
}

/** Which of its names a thing has is decided when it is read: an address needs only the id. */
function itemIdOf(row: WaitingRow | undefined): string | undefined {
  return row && `${row.kind}:${row.id}`;
}

function distinct<Value extends string>(values: readonly (Value | null)[]): readonly Value[] {
  return [...new Set(values.flatMap((value) => value ?? []))].toSorted((one, other) =>
    one.localeCompare(other),
  );
}

async function openItem(
  context: OperationContext,
  entry: QueueEntry,
  beside: Neighbours,
): Promise<QueueItem> {
  const { item } = entry;
  const [contact, draft, message, ambiguous] = await Promise.all([
    item.contactId === null ? undefined : showContact.run(context, { ref: item.contactId }),
    draftOf(context, item),
    messageOf(context, item),
    isAmbiguous(context, item),
  ]);
  return {
    ...entry,
    contact,
    draft,
    message,
    follows: contact && mailBefore(contact.messages, message),
    zone: textOf(contact?.facts['timeZone']),
    ambiguous,
    ...beside,
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
    omit: { policy: true, journey: true, notes: true },
    orderBy: { nextAt: 'asc' },
    take: 6,
  });
  return rows.map((row) => presentContactSummary(row));
}

function textOf(fact: string | readonly string[] | null | undefined): string | undefined {
  return typeof fact === 'string' ? fact : undefined;
}
