import type pg from 'pg';
import { rememberedIds } from '../domain/journey.ts';

/**
 * Makes a restored database safe to work with: nothing is sent until the user resumes, who is told why; every open
 * journey is to start anew, and hears again what its saved state may not know yet. `client` is in a transaction.
 */
export async function markRestored(
  client: pg.Client,
  told: { readonly why: string; readonly problem: string },
): Promise<void> {
  await client.query('update user_account set sending_stopped = now(), stopped_why = $1', [
    told.why,
  ]);
  await client.query(
    `update problem set resolved_at = now() where kind = 'restored' and resolved_at is null`,
  );
  await client.query(
    `insert into problem (id, user_id, kind, text)
      select gen_random_uuid(), id, 'restored', $1 from user_account`,
    [told.problem],
  );
  await client.query(hearAgain, [rememberedIds]);
  await client.query(
    `insert into outbox (contact_id, target, kind, payload)
      select id, 'journey/' || id, 'start', '{}' from contact
      where removed_at is null and stage <> 'closed'`,
  );
  // Every other purpose is a letter with a workflow of its own (client/deliver.ts).
  await client.query(
    `insert into outbox (contact_id, target, kind, payload)
      select draft.contact_id, 'letter/' || draft.id, 'start', '{}'
      from draft join contact on contact.id = draft.contact_id
      where contact.removed_at is null and draft.purpose not in ('outreach', 'nudge')
        and draft.state in ('awaiting_approval', 'held', 'approved')`,
  );
}

// A journey that begins again has forgotten what it had heard, but must not hear what ended it before.
const hearAgain = `
  with heard as (
    select entry.id, entry.contact_id, entry.kind,
      contact.journey -> 'seen' ? coalesce(entry.payload ->> 'id', 'outbox-' || entry.id) as known,
      jsonb_array_length(coalesce(contact.journey -> 'seen', '[]')) as remembered
    from outbox entry join contact on contact.id = entry.contact_id
    where entry.delivered_at is not null and entry.target = 'journey/' || contact.id
      and contact.removed_at is null and contact.stage <> 'closed'
  ), since as (
    select contact_id,
      greatest(
        max(id) filter (where kind = 'reopen'),
        min(id) filter (where known and remembered >= $1),
        0
      ) as id
    from heard group by contact_id
  )
  update outbox set delivered_at = null, last_error = null
  from heard join since on since.contact_id = heard.contact_id
  where outbox.id = heard.id and heard.known is not true
    and heard.kind <> 'start' and heard.id >= since.id`;
