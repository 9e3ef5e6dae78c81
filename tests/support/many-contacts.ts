import type { Database } from '../../db/client.ts';
import { stateToJson } from '../../db/journey-state.ts';
import { firstState } from '../../domain/journey.ts';
import { defaultPolicy } from '../../domain/policy.ts';

/**
 * Gives a mailbox so many contacts who were written to long ago, a quarter of whom answered, and lets PostgreSQL tidy
 * and count its tables, as autovacuum would have done by then.
 */
export async function addManyContacts(
  db: Database,
  of: { readonly userId: string; readonly mailboxId: string },
  count: number,
): Promise<void> {
  const { userId, mailboxId } = of;
  const policy = JSON.stringify(defaultPolicy);
  const journey = JSON.stringify(stateToJson(firstState(defaultPolicy)));
  await db.$executeRaw`
    INSERT INTO contact (id, user_id, mailbox_id, email, name, company, policy, journey, stage, looked_back_at, next_at, next_why)
    SELECT gen_random_uuid(), ${userId}::uuid, ${mailboxId}::uuid, 'p' || n || '@many.test', 'Person ' || n,
      'Company ' || n, ${policy}::jsonb, ${journey}::jsonb, 'waiting', now(), now() + make_interval(days => 1 + n % 90), 'a nudge'
    FROM generate_series(1, ${count}::int) AS n`;
  await db.$executeRaw`
    INSERT INTO draft (id, contact_id, purpose, state, "to", subject, text, template, message_id, updated_at)
    SELECT gen_random_uuid(), id, 'outreach', 'sent', email, 'A question', 'May I ask you something?', 'outreach',
      '<' || id || '@home.test>', now()
    FROM contact WHERE mailbox_id = ${mailboxId}::uuid AND email LIKE 'p%@many.test'`;
  await db.$executeRaw`
    INSERT INTO approval (id, draft_id, revision, digest)
    SELECT gen_random_uuid(), draft.id, 1, '' FROM draft JOIN contact ON contact.id = contact_id
    WHERE mailbox_id = ${mailboxId}::uuid AND "to" LIKE 'p%@many.test'`;
  await db.$executeRaw`
    INSERT INTO send (draft_id, mailbox_id, contact_id, state, slot_at, accepted_at, message_id, sent_copy_at)
    SELECT draft.id, mailbox_id, contact.id, 'ACCEPTED', now() - interval '9 days', now() - interval '9 days', message_id,
      now() - interval '9 days'
    FROM draft JOIN contact ON contact.id = contact_id
    WHERE mailbox_id = ${mailboxId}::uuid AND "to" LIKE 'p%@many.test'`;
  await db.$executeRaw`
    INSERT INTO message (id, mailbox_id, contact_id, direction, kind, state, at, message_id, from_address, to_address,
      subject, text, visible_text, dedupe_key)
    SELECT gen_random_uuid(), mailbox_id, id, 'in', 'human_reply', 'handled', now(), '<re-' || id || '@many.test>',
      email, 'me@home.test', 'Re: A question', 'Gladly.', 'Gladly.', '<re-' || id || '@many.test>'
    FROM contact WHERE mailbox_id = ${mailboxId}::uuid AND email LIKE 'p%@many.test' AND get_byte(uuid_send(id), 0) < 64`;
  await db.$executeRaw`
    INSERT INTO outbox (contact_id, target, kind, payload, delivered_at)
    SELECT id, 'journey/' || id, 'start', '{}', now()
    FROM contact WHERE mailbox_id = ${mailboxId}::uuid AND email LIKE 'p%@many.test'`;
  await db.$executeRawUnsafe('VACUUM (ANALYZE)');
}
