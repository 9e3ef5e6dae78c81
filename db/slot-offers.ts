import type { Database, Transaction } from './client.ts';
import type { Prisma } from './generated/client.ts';

/** Serialises all that takes or gives times of a user, until the transaction ends. Taken before any contact's lock. */
export async function lockUserTimes(tx: Transaction, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${userId}, 73))`;
}

const named = { contact: { select: { name: true } } } as const satisfies Prisma.SlotOfferInclude;

export type HeldOffer = Prisma.SlotOfferGetPayload<{ include: typeof named }>;

/** Times that are offered and not yet past, answered or withdrawn. */
export async function heldOffers(
  db: Database | Transaction,
  userId: string,
  now: Date,
): Promise<readonly HeldOffer[]> {
  return db.slotOffer.findMany({
    where: { userId, releasedAt: null, at: { gt: now } },
    include: named,
    orderBy: { at: 'asc' },
  });
}

/** The caller holds the lock of the user's times. */
export async function holdSlots(
  tx: Transaction,
  offer: {
    readonly userId: string;
    readonly contactId: string;
    readonly draftId: string;
    readonly slots: readonly { readonly at: Date; readonly minutes: number }[];
  },
): Promise<void> {
  const { slots, ...whose } = offer;
  await tx.slotOffer.createMany({
    data: slots.map(({ at, minutes }, index) => ({ ...whose, at, minutes, position: index + 1 })),
  });
}

/** Lets others have the times that were offered to a contact. */
export async function releaseOffers(
  tx: Transaction,
  contactId: string,
  release: { readonly why: string; readonly at: Date },
): Promise<void> {
  await tx.slotOffer.updateMany({
    where: { contactId, releasedAt: null },
    data: { releasedAt: release.at, releasedWhy: release.why },
  });
}

type OfferedTime = { readonly at: Date; readonly minutes: number };

/** The times of the newest proposal that left before a mail of theirs came, in the order of its lines. */
export async function offeredBefore(
  db: Database | Transaction,
  contactId: string,
  at: Date,
): Promise<readonly OfferedTime[]> {
  return (await readOffered(db, [contactId]))(contactId, at);
}

/** The same for several contacts, which is read once. */
export async function readOffered(
  db: Database | Transaction,
  contactIds: readonly string[],
): Promise<(contactId: string, at: Date) => readonly OfferedTime[]> {
  const proposals = await db.draft.findMany({
    where: {
      contactId: { in: [...contactIds] },
      purpose: { in: ['proposal', 'nudge', 'cancellation'] },
      slots: { some: {} },
      send: { state: { in: ['ACCEPTED', 'AMBIGUOUS', 'CLAIMED'] }, claimedAt: { not: null } },
    },
    orderBy: { createdAt: 'desc' },
    select: {
      contactId: true,
      send: { select: { claimedAt: true } },
      slots: { orderBy: { position: 'asc' } },
    },
  });
  return (contactId, at) => {
    // INTERNALDATE counts whole seconds.
    const latest = at.getTime() + 1000;
    const before = (claimedAt: Date | null | undefined): boolean =>
      claimedAt != null && claimedAt.getTime() <= latest;
    const newest = proposals.find(
      (proposal) => proposal.contactId === contactId && before(proposal.send?.claimedAt),
    );
    return newest?.slots ?? [];
  };
}
