import type { Database, Transaction } from './client.ts';
import type { Contact, User } from './generated/client.ts';

// People add contacts by the hundred: hence statements that do several things at once.

export type ForAdding = {
  readonly settings: User['settings'];
  /** They asked not to be written to. */
  readonly suppressed: boolean;
  /** The contact who has this address already. */
  readonly known: Pick<Contact, 'id' | 'name'> | null;
};

/** What has to be known before a person is added; `email` in lower case. */
export async function findForAdding(
  db: Database,
  { userId, email }: { readonly userId: string; readonly email: string },
): Promise<ForAdding> {
  const [found] = await db.$queryRaw<ForAdding[]>`
    SELECT settings,
      EXISTS (SELECT FROM suppression
        WHERE user_id = user_account.id AND mailbox_address(email) = mailbox_address(${email}))
        AS suppressed,
      (SELECT json_build_object('id', id, 'name', name) FROM contact
        WHERE user_id = user_account.id AND email = ${email}) AS known
    FROM user_account WHERE id = ${userId}::uuid`;
  if (!found) throw new Error(`There is no user ${userId}.`);
  return found;
}

/** Notes that a journey began, for people, and that `target` is to be started, for the delivery. */
export async function recordStart(
  tx: Transaction,
  { contactId, target }: { readonly contactId: string; readonly target: string },
): Promise<void> {
  await tx.$executeRaw`
    WITH told AS (
      INSERT INTO timeline_event (contact_id, text)
      VALUES (${contactId}::uuid, 'The journey began.')
    )
    INSERT INTO outbox (contact_id, target, kind, payload)
    VALUES (${contactId}::uuid, ${target}, 'start', '{}')`;
}
