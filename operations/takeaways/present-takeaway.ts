import { z } from 'zod';
import type { Prisma } from '../../db/generated/client.ts';
import { takeawayKinds } from '../../domain/meeting/takeaway.ts';

export const takeawayView = z.object({
  id: z.string(),
  contactId: z.string(),
  contactName: z.string(),
  kind: z.enum(takeawayKinds),
  text: z.string(),
  /** Of an advice: it was taken. */
  done: z.boolean(),
  /** How it went. */
  how: z.string().nullable(),
  at: z.iso.datetime(),
});
export type TakeawayView = z.infer<typeof takeawayView>;

/** What a takeaway must be loaded with to be presented. */
export const takeawayParts = {
  contact: { select: { name: true } },
} as const satisfies Prisma.TakeawayInclude;

export function presentTakeaway(
  row: Prisma.TakeawayGetPayload<{ include: typeof takeawayParts }>,
): TakeawayView {
  return {
    id: row.id,
    contactId: row.contactId,
    contactName: row.contact.name,
    kind: z.enum(takeawayKinds).parse(row.kind),
    text: row.text,
    done: row.doneAt !== null,
    how: row.how,
    at: row.createdAt.toISOString(),
  };
}
