import type { Database } from '../client.ts';

/** Something that should wait for a person or for a time, and waits for neither. */
export type Stalled = {
  readonly what: 'journey' | 'mail' | 'meeting' | 'outbox';
  /** Of the contact, the draft or the meeting; of the contact for `outbox`. */
  readonly subjectId: string;
  readonly contactId: string;
};

/**
 * Everything that would stay as it is for ever, as PostgreSQL tells it: open journeys with no item in Needs you and no
 * time ahead, approved mails that do not leave, clocks of meetings that have stopped, and news that is not delivered.
 * What a hold, a pause or a mailbox that does not work explains is left out. `grace` is milliseconds: so late may
 * anything be. One look proves nothing, since the next step may be on its way.
 */
export async function findStalled(
  db: Database,
  { now, grace }: { readonly now: Date; readonly grace: number },
): Promise<readonly Stalled[]> {
  const late = new Date(now.getTime() - grace);
  return db.$queryRaw<Stalled[]>`
    WITH going AS MATERIALIZED (
      SELECT mailbox.id, mailbox.user_id
      FROM mailbox JOIN user_account ON user_account.id = mailbox.user_id
      WHERE removed_at IS NULL AND sending_stopped_at IS NULL
        AND (hold_since IS NULL OR hold_until <= ${now})
        -- Before a mail leaves, every mailbox of the user is read.
        AND NOT EXISTS (
          SELECT FROM mailbox AS other
          WHERE other.user_id = mailbox.user_id AND other.practice = mailbox.practice
            AND other.removed_at IS NULL AND other.state <> 'connected'))
    SELECT 'journey' AS what, contact.id AS "subjectId", contact.id AS "contactId"
    FROM contact JOIN going ON going.id = mailbox_id
    WHERE stage <> 'closed' AND removed_at IS NULL AND paused_at IS NULL
      AND (snoozed_until IS NULL OR snoozed_until <= ${late})
      AND (next_at IS NULL OR next_at < ${late})
      AND answer_owed_to IS NULL
      AND NOT EXISTS (SELECT FROM draft WHERE contact_id = contact.id
        AND draft.state IN ('awaiting_approval', 'held', 'approved'))
      AND NOT EXISTS (SELECT FROM message WHERE contact_id = contact.id
        AND direction = 'in' AND message.state = 'needs_you')
      AND NOT EXISTS (SELECT FROM meeting_item WHERE contact_id = contact.id AND resolved_at IS NULL)
      AND NOT EXISTS (SELECT FROM meeting WHERE contact_id = contact.id
        AND meeting.state = 'confirmed' AND meeting.at + make_interval(mins => minutes) >= ${late})
      AND NOT EXISTS (SELECT FROM question WHERE contact_id = contact.id
        AND answered_at IS NULL AND withdrawn_at IS NULL)
      AND NOT EXISTS (SELECT FROM problem WHERE contact_id = contact.id
        AND resolved_at IS NULL AND kind <> 'stalled')
    UNION ALL
    SELECT 'mail', draft.id, contact.id
    FROM draft
    JOIN contact ON contact.id = draft.contact_id
    JOIN going ON going.id = contact.mailbox_id
    LEFT JOIN send ON send.draft_id = draft.id
    LEFT JOIN LATERAL (
      SELECT greatest(approved_at, send_after) AS due FROM approval
      WHERE approval.draft_id = draft.id AND approval.revision = draft.revision
        AND voided_at IS NULL AND approval.news_seq = contact.news_seq
      ORDER BY approved_at DESC LIMIT 1) AS yes ON true
    WHERE draft.state = 'approved' AND contact.removed_at IS NULL AND paused_at IS NULL
      AND (snoozed_until IS NULL OR snoozed_until <= ${late})
      AND (yes.due IS NULL
        OR send.state IN ('ACCEPTED', 'REJECTED')
        OR (send.state = 'PENDING' AND slot_at < ${late})
        OR (send.state = 'CLAIMED' AND claim_deadline < ${late})
        OR (send.state = 'AMBIGUOUS' AND NOT EXISTS (SELECT FROM problem
          WHERE problem.draft_id = draft.id AND resolved_at IS NULL AND kind <> 'stalled'))
        -- One person at a company at a time: the others have no slot yet.
        OR (send.state IS NULL AND yes.due < ${late} AND NOT EXISTS (
          SELECT FROM contact AS colleague
          WHERE draft.purpose = 'outreach' AND (contact.policy ->> 'onePerCompany')::boolean
            AND colleague.user_id = contact.user_id AND colleague.id <> contact.id
            AND colleague.removed_at IS NULL AND colleague.outcome IS NULL
            AND lower(colleague.company) = lower(contact.company))))
    UNION ALL
    SELECT 'meeting', meeting.id, contact.id
    FROM meeting JOIN contact ON contact.id = meeting.contact_id
    WHERE meeting.state = 'confirmed' AND contact.removed_at IS NULL
      AND (meeting.next_at < ${late} OR (meeting.next_at IS NULL AND meeting.at > ${now}))
    UNION ALL
    SELECT DISTINCT 'outbox', outbox.contact_id, outbox.contact_id
    FROM outbox
    WHERE delivered_at IS NULL AND outbox.contact_id IS NOT NULL AND created_at < ${late}`;
}
