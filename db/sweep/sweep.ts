import type { Database, Transaction } from '../client.ts';
import { raiseProblem } from '../problems.ts';
import { tellJourney, tellMail, tellMeetingClock } from '../tell-journey.ts';
import { findStalled, type Stalled } from './find-stalled.ts';

/** Milliseconds: so late may anything be before it counts as stalled. */
const grace = 60 * 60_000;

export type Swept = { readonly repaired: number; readonly reported: number };

/**
 * Looks for what is stalled. At the first sweep that finds it, it is told to look again; at the next one it is put
 * before the user, until it goes on.
 */
export async function sweep(db: Database, now: Date): Promise<Swept> {
  const stalled = await findStalled(db, { now, grace });
  const known = await db.sweepFinding.findMany();
  const keys = new Set(stalled.map(keyOf));
  const over = known.filter((row) => !keys.has(keyOf(row)));
  await forget(db, over, stalled, now);
  const before = new Set(known.map(keyOf));
  const counts = { repaired: 0, reported: 0 };
  for (const each of stalled) {
    if (before.has(keyOf(each))) {
      if (await report(db, each, now)) counts.reported += 1;
    } else {
      await repair(db, each, now);
      counts.repaired += 1;
    }
  }
  return counts;
}

function keyOf({
  what,
  subjectId,
}: Pick<Stalled, 'subjectId'> & { readonly what: string }): string {
  return `${what} ${subjectId}`;
}

/** It goes on again: nothing is left to say, unless something else of the contact is stalled. */
async function forget(
  db: Database,
  over: readonly (Pick<Stalled, 'subjectId' | 'contactId'> & { readonly what: string })[],
  stalled: readonly Stalled[],
  now: Date,
): Promise<void> {
  for (const { what, subjectId, contactId } of over) {
    await db.sweepFinding.deleteMany({ where: { what, subjectId } });
    if (stalled.some((each) => each.contactId === contactId)) continue;
    await db.problem.updateMany({
      where: { kind: 'stalled', contactId, resolvedAt: null },
      data: { resolvedAt: now },
    });
  }
}

/** Whatever waits is told to look again; where its run is lost, that begins another. */
async function repair(db: Database, each: Stalled, now: Date): Promise<void> {
  const { what, subjectId, contactId } = each;
  await db.$transaction(async (tx) => {
    await tx.sweepFinding.createMany({
      data: [{ what, subjectId, contactId, foundAt: now }],
      skipDuplicates: true,
    });
    await tellToLookAgain(tx, each);
  });
}

async function tellToLookAgain(
  tx: Transaction,
  { what, subjectId, contactId }: Stalled,
): Promise<void> {
  switch (what) {
    case 'journey':
      return tellJourney(tx, contactId, 'lookAgain', {});
    case 'mail':
      return tellMail(tx, { id: subjectId, contactId });
    case 'meeting':
      return tellMeetingClock(tx, { id: subjectId, contactId });
    case 'outbox':
      await tx.$executeRaw`
        UPDATE outbox SET next_attempt_at = now()
        WHERE contact_id = ${contactId}::uuid AND delivered_at IS NULL`;
  }
}

/** False when it stands there already. */
async function report(db: Database, each: Stalled, now: Date): Promise<boolean> {
  const { contactId } = each;
  const contact = await db.contact.findUnique({ where: { id: contactId } });
  if (!contact) return false;
  return db.$transaction(async (tx) => {
    const open = { kind: 'stalled', contactId, resolvedAt: null };
    if ((await tx.problem.count({ where: open })) > 0) return false;
    await raiseProblem(tx, {
      userId: contact.userId,
      kind: 'stalled',
      contactId,
      text: textOf(each, contact.name),
    });
    await tx.sweepFinding.updateMany({
      where: { what: each.what, subjectId: each.subjectId },
      data: { reportedAt: now },
    });
    return true;
  });
}

function textOf({ what }: Stalled, name: string): string {
  switch (what) {
    case 'journey':
      return `The journey with ${name} does not go on by itself: nothing waits for you, and no date is set. Write to ${name} yourself, or stop the journey.`;
    case 'mail':
      return `The approved mail to ${name} has not left, though it was due. Rapport keeps trying; its log says what is wrong. You can take the approval back.`;
    case 'meeting':
      return `Rapport does not keep the time of your conversation with ${name} any more: do not count on its reminder. The log says what is wrong.`;
    case 'outbox':
      return `The journey with ${name} has not been told what has happened for an hour. Rapport keeps trying; its log says what is wrong.`;
  }
}
