import type { Database } from '../../db/client.ts';

/** Everybody who answered, met or introduced somebody, but nobody who declined, bounced or wants no more mail. */
export async function findHelpers(
  db: Database,
  userId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return db.$queryRaw`
    select contact.id, contact.name from contact
    where contact.user_id = ${userId}::uuid and contact.removed_at is null
      and (contact.outcome is null or contact.outcome not in ('declined', 'bounced', 'opted_out'))
      and not exists (
        select from suppression
        where suppression.user_id = contact.user_id and suppression.email = contact.email)
      and (contact.met_at is not null
        or exists (
          select from message where message.contact_id = contact.id and message.direction = 'in'
            and message.kind = 'human_reply'
            and message.judgement is distinct from 'not_a_reply'
            and message.judgement is distinct from 'declined')
        or exists (
          select from referral where referral.introducer_id = contact.id))
    order by contact.name, contact.id`;
}
