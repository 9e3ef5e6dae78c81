import type { z } from 'zod';
import type { Prisma } from '../../db/generated/client.ts';
import type { Contact } from '../../db/generated/client.ts';
import type { Transaction } from '../../db/client.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import { InvalidInput, Conflict } from '../../domain/errors.ts';
import type { OperationContext } from '../context.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import { findContact, lockedContact } from '../find-contact.ts';
import { presentContactSummary } from '../present.ts';
import type { contactSummary } from '../views.ts';

export async function pauseOne(tx: Transaction, contact: Contact, at: Date): Promise<void> {
  if (contact.pausedAt) return;
  refuseIfClosed(contact);
  await update(tx, contact.id, { pausedAt: at });
  await addTimelineEvent(tx, contact.id, 'You paused the journey.');
  await tellJourney(tx, contact.id, 'pause', {});
}

export async function resumeOne(tx: Transaction, contact: Contact): Promise<void> {
  if (!contact.pausedAt && !contact.snoozedUntil) return;
  await update(tx, contact.id, { pausedAt: null, snoozedUntil: null });
  await addTimelineEvent(tx, contact.id, 'You resumed the journey.');
  await tellJourney(tx, contact.id, 'resume', {});
}

export async function snoozeOne(
  tx: Transaction,
  contact: Contact,
  { until }: { readonly until: Date },
): Promise<void> {
  refuseIfClosed(contact);
  await update(tx, contact.id, { snoozedUntil: until });
  await addTimelineEvent(
    tx,
    contact.id,
    `You put the journey off until ${until.toISOString().slice(0, 10)}.`,
  );
  await tellJourney(tx, contact.id, 'snooze', { until: until.getTime() });
}

/** Throws InvalidInput for a time that has passed: snoozing until then would do nothing. */
export function futureTime(text: string, now: Date): Date {
  const until = new Date(text);
  if (until <= now)
    throw new InvalidInput(
      `${text} has passed already. Give a time to come, such as a date.`,
      'until',
    );
  return until;
}

/** One decision about one contact, under its lock. */
export async function updateOne(
  context: OperationContext,
  ref: string,
  decision: (tx: Transaction, contact: Contact) => Promise<void>,
): Promise<z.output<typeof contactSummary>> {
  const { id } = await findContact(context, ref);
  const contact = await context.db.$transaction(async (tx) => {
    await decision(tx, await lockedContact(tx, id));
    return tx.contact.findUniqueOrThrow({ where: { id } });
  });
  context.deliverSoon();
  return presentContactSummary(contact);
}

function refuseIfClosed(contact: Contact): void {
  if (contact.stage === 'closed')
    throw new Conflict(
      `The journey with ${contact.name} is closed (${contact.outcome ?? 'ended'}). Reopen it first.`,
    );
}

export async function update(
  tx: Transaction,
  id: string,
  data: Prisma.ContactUncheckedUpdateInput,
): Promise<void> {
  await tx.contact.update({ where: { id }, data });
}
