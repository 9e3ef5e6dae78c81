import { z } from 'zod';
import type { Prisma } from '../../db/generated/client.ts';

export const referralView = z.object({
  id: z.string(),
  introducerId: z.string(),
  introducerName: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  why: z.string().nullable(),
  state: z.enum(['open', 'accepted', 'dismissed']),
  /** The contact that it became, or already was. */
  contactId: z.string().nullable(),
});
export type ReferralView = z.infer<typeof referralView>;

/** What a referral must be loaded with to be presented. */
export const referralParts = {
  introducer: { select: { name: true } },
} as const satisfies Prisma.ReferralInclude;

export function presentReferral(
  row: Prisma.ReferralGetPayload<{ include: typeof referralParts }>,
): ReferralView {
  return {
    id: row.id,
    introducerId: row.introducerId,
    introducerName: row.introducer.name,
    name: row.name,
    email: row.email,
    why: row.why,
    state: referralView.shape.state.parse(row.state),
    contactId: row.contactId,
  };
}
