import type { Prisma } from '../../db/generated/client.ts';
import type { OperationContext } from '../context.ts';
import type { Stage } from '../views.ts';
import { contactCards, type ContactCard } from './contact-cards.ts';
import { comingParts } from '../present.ts';
import { held, notHeld } from '../contacts/held-journeys.ts';

export const tableOrders = ['name', 'company', 'stage', 'next', 'written', 'added'] as const;
export type TableOrder = (typeof tableOrders)[number];

export type TableQuery = {
  readonly text?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly company?: string | undefined;
  readonly label?: string | undefined;
  readonly order: TableOrder;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
};

export type ContactTable = {
  readonly rows: readonly ContactCard[];
  readonly found: number;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly labels: readonly string[];
  /** To choose from: the first by name. Of `moreCompanies` the search finds the rest. */
  readonly companies: readonly string[];
  readonly moreCompanies: boolean;
};

/** A longer list nobody scrolls through. */
const companiesListed = 300;

/** One page of all contacts: searched, filtered and sorted by the database. */
export async function readTable(
  context: OperationContext,
  query: TableQuery,
): Promise<ContactTable> {
  const { db, userId, now } = context;
  const everybody = { userId, removedAt: null };
  const narrowed = conditions(query, now());
  const where: Prisma.ContactWhereInput = { ...everybody, AND: narrowed };
  const [total, narrowedTo, companies, labels] = await Promise.all([
    db.contact.count({ where: everybody }),
    narrowed.length === 0 ? undefined : db.contact.count({ where }),
    db.contact.groupBy({
      by: ['company'],
      where: { ...everybody, company: { not: null } },
      orderBy: { company: 'asc' },
      take: companiesListed + 1,
    }),
    db.$queryRaw<readonly { readonly label: string }[]>`
      select distinct unnest(labels) as label from contact
      where user_id = ${userId}::uuid and removed_at is null and labels <> '{}' order by 1`,
  ]);
  const found = narrowedTo ?? total;
  const pages = Math.max(1, Math.ceil(found / query.perPage));
  const page = Math.min(query.page, pages);
  const rows = await db.contact.findMany({
    where,
    omit: { policy: true, journey: true, notes: true },
    include: comingParts,
    orderBy: [orderOf(query), { id: 'asc' }],
    skip: (page - 1) * query.perPage,
    take: query.perPage,
  });
  return {
    rows: await contactCards(context, rows),
    found,
    total,
    page,
    pages,
    labels: labels.map(({ label }) => label),
    companies: companies.slice(0, companiesListed).flatMap(({ company }) => company ?? []),
    moreCompanies: companies.length > companiesListed,
  };
}

/** The people whose name or address a few letters name, for going there. */
export async function findPeople(
  { db, userId, now }: OperationContext,
  text: string,
): Promise<
  readonly { readonly contactId: string; readonly name: string; readonly company: string }[]
> {
  const rows = await db.contact.findMany({
    where: {
      userId,
      removedAt: null,
      AND: conditions({ text }, now()),
    },
    select: { id: true, name: true, company: true },
    orderBy: { name: 'asc' },
    take: 8,
  });
  return rows.map(({ id, name, company }) => ({ contactId: id, name, company: company ?? '' }));
}

function conditions(
  { text, stage, company, label }: Partial<TableQuery>,
  now: Date,
): Prisma.ContactWhereInput[] {
  const words = (text ?? '').split(/\s+/).filter((word) => word !== '');
  return [
    ...words.slice(0, 8).map((word) => ({ OR: searched.map((field) => has(field, word)) })),
    ...(stage === undefined ? [] : [stage === 'paused' ? held(now) : { stage, AND: notHeld(now) }]),
    ...(company === undefined ? [] : [{ company }]),
    ...(label === undefined ? [] : [{ labels: { has: label } }]),
  ];
}

const searched = ['name', 'email', 'company', 'role'] as const;

function has(field: (typeof searched)[number], word: string): Prisma.ContactWhereInput {
  // The database takes these two for "anything".
  const literal = word.replace(/[\\%_]/g, '\\$&');
  return { [field]: { contains: literal, mode: 'insensitive' } };
}

function orderOf({ order, descending }: TableQuery): Prisma.ContactOrderByWithRelationInput {
  const sort = descending ? 'desc' : 'asc';
  switch (order) {
    case 'name':
      return { name: sort };
    case 'company':
      return { company: { sort, nulls: 'last' } };
    case 'stage':
      return { stage: sort };
    case 'next':
      return { nextAt: { sort, nulls: 'last' } };
    case 'written':
      return { lastSentAt: { sort, nulls: 'last' } };
    case 'added':
      return { createdAt: sort };
  }
}
