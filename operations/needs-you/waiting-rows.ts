import { Prisma } from '../../db/generated/client.ts';
import type { OperationContext } from '../context.ts';
import { unsentStates } from '../../domain/draft-state.ts';

/** One thing that waits for a person, without what deciding about it takes. */
export type WaitingRow = {
  readonly kind: 'draft' | 'reply' | 'answer' | 'meeting' | 'question' | 'problem';
  /** Of the thing itself; of an answer that is owed, the contact's. */
  readonly id: string;
  readonly contactId: string | null;
  readonly since: Date;
  /** Of a draft. */
  readonly purpose: string | null;
  /** Subject of a draft, sentence of a problem or question; empty otherwise. */
  readonly said: string;
  readonly name: string | null;
  readonly company: string | null;
  /** As it is shown: a held journey is paused. */
  readonly stage: string | null;
};

/** Everything that waits, the oldest first: what is counted, searched and sorted without reading mails and letters. */
export async function waitingRows(
  context: OperationContext,
  /** Only what is about these. */
  contactIds?: readonly string[],
): Promise<readonly WaitingRow[]> {
  return context.db.$queryRaw<readonly WaitingRow[]>`
    ${waiting(context, contactIds)}
    SELECT kind, waiting.id::text, contact_id::text AS "contactId", since, purpose, said,
      coalesce(person.name, contact.name) AS name, coalesce(person.company, contact.company) AS company,
      coalesce(person.stage, contact.stage) AS stage
    FROM waiting
    LEFT JOIN person ON person.id = contact_id
    LEFT JOIN contact ON contact.id = contact_id
    ORDER BY since, waiting.id`;
}

/** How much waits for a person: as many as {@link waitingRows} has. */
export async function countWaiting(context: OperationContext): Promise<number> {
  const [row] = await context.db.$queryRaw<readonly { readonly count: number }[]>`
    ${waiting(context, undefined)} SELECT count(*)::int AS count FROM waiting`;
  return row?.count ?? 0;
}

/** The tables `person` and `waiting` of a query. Few things wait, of many people: `person` is looked up, never listed. */
function waiting(
  { userId, now }: OperationContext,
  contactIds: readonly string[] | undefined,
): Prisma.Sql {
  const about = (column: Prisma.Sql): Prisma.Sql =>
    contactIds === undefined
      ? Prisma.empty
      : Prisma.sql`AND ${column} = ANY(${[...contactIds]}::uuid[])`;
  return Prisma.sql`
    WITH person AS NOT MATERIALIZED (
      SELECT id, name, company, answer_owed_to, stage AS real_stage,
        CASE WHEN stage <> 'closed' AND (paused_at IS NOT NULL OR snoozed_until > ${now()})
          THEN 'paused' ELSE stage END AS stage
      FROM contact
      WHERE user_id = ${userId}::uuid AND removed_at IS NULL ${about(Prisma.sql`id`)}
    ), waiting AS (
      SELECT 'draft' AS kind, draft.id, contact_id, created_at AS since, purpose, subject AS said
      FROM draft JOIN person ON person.id = contact_id
      WHERE state IN ('awaiting_approval', 'held')
      UNION ALL
      SELECT 'reply', message.id, contact_id, at, NULL, ''
      FROM message JOIN person ON person.id = contact_id
      WHERE direction = 'in' AND state = 'needs_you'
      UNION ALL
      SELECT 'answer', person.id, person.id, message.at, NULL, ''
      FROM person JOIN message ON message.id = answer_owed_to AND message.state = 'handled'
      WHERE answer_owed_to IS NOT NULL AND real_stage <> 'closed' AND NOT EXISTS (
        SELECT FROM draft WHERE contact_id = person.id
          AND state = ANY(${[...unsentStates]}::text[])
      )
      UNION ALL
      SELECT 'meeting', meeting_item.id, contact_id, created_at, NULL, text
      FROM meeting_item JOIN person ON person.id = contact_id WHERE resolved_at IS NULL
      UNION ALL
      SELECT 'question', question.id, contact_id, created_at, NULL, text
      FROM question LEFT JOIN person ON person.id = contact_id
      WHERE user_id = ${userId}::uuid AND answered_at IS NULL AND withdrawn_at IS NULL
        AND (contact_id IS NULL OR person.id IS NOT NULL) ${about(Prisma.sql`contact_id`)}
      UNION ALL
      SELECT 'problem', id, contact_id, created_at, NULL, text
      FROM problem
      WHERE user_id = ${userId}::uuid AND resolved_at IS NULL ${about(Prisma.sql`contact_id`)}
    )`;
}
