import { canonicalAddress } from '../domain/email-address.ts';
import type { Transaction } from './client.ts';

/** Never write to these addresses again, for any contact of the user. */
export async function suppress(
  tx: Transaction,
  userId: string,
  emails: readonly string[],
  why: string,
): Promise<void> {
  await tx.suppression.createMany({
    data: [...new Set(emails.map(canonicalAddress))].map((email) => ({
      userId,
      email,
      why,
    })),
    skipDuplicates: true,
  });
}
