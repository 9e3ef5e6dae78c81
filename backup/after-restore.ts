import type pg from 'pg';
import { remembered } from '../domain/journey.ts';
import { journeyMessages } from '../domain/journey-messages.ts';

/**
 * Makes a restored database safe to work with: nothing is sent until the user resumes, who is told why; every open
 * journey is to start anew, and hears again what its saved state may not know yet. `client` is in a transaction.
 */
export async function markRestored(
  client: pg.Client,
  told: { readonly why: string; readonly problem: string },
): Promise<void> {
  await client.query(
    `update user_account set hold_since = now(), hold_until = null, hold_why = 'restored', hold_note = $1`,
    [told.why],
  );
  await client.query(
    `update problem set resolved_at = now() where kind = 'restored' and resolved_at is null`,
  );
  await client.query(
    `insert into problem (id, user_id, kind, text)
      select gen_random_uuid(), id, 'restored', $1 from user_account`,
    [told.problem],
  );
  await client.query(hearAgain, [remembered.ids, journeyMessages]);
  await client.query(startAgain);
}

// Spread over up to a minute, so that thousands of journeys do not begin in one moment.
const startAgain = `
  with jitter as (select least(60, count(*) / 50.0) as seconds from contact), open as (
    select id as contact_id, 'journey/' || id as target, 'start' as kind, generation from contact
      where removed_at is null and stage <> 'closed'
    union all
    select contact.id, 'mail/' || draft.id, 'lookAgain', contact.generation
      from draft join contact on contact.id = draft.contact_id
      where contact.removed_at is null and draft.state = 'approved'
    union all
    select contact.id, 'meeting/' || meeting.id, 'lookAgain', contact.generation
      from meeting join contact on contact.id = meeting.contact_id
      where contact.removed_at is null and meeting.state = 'confirmed'
  )
  insert into outbox (contact_id, target, kind, payload, generation, next_attempt_at)
  select contact_id, target, kind, '{}', generation, now() + random() * jitter.seconds * interval '1 second'
  from open, jitter`;

// A journey that begins again has forgotten what it had heard, but must not hear what ended it before.
const hearAgain = `
  with heard as (
    select entry.id, entry.contact_id, entry.kind,
      ids.heard ? coalesce(entry.payload ->> 'id', 'outbox-' || entry.id) as known,
      jsonb_array_length(ids.heard) as remembered
    from outbox entry join contact on contact.id = entry.contact_id
    -- States of 0.1 call them "seen".
    cross join lateral (select coalesce(contact.journey -> 'heard', contact.journey -> 'seen', '[]') as heard) ids
    where entry.delivered_at is not null and entry.target = 'journey/' || contact.id
      and contact.removed_at is null and contact.stage <> 'closed'
      and entry.generation = contact.generation
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
    and heard.kind = any($2) and heard.id >= since.id`;
