import type { Transaction } from './client.ts';

/** Adds a line to what a contact's page tells; `text` is a whole sentence. */
export async function addTimelineEvent(
  tx: Transaction,
  contactId: string,
  text: string,
): Promise<void> {
  await tx.timelineEvent.create({ data: { contactId, text } });
}
