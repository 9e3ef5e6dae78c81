import type { Database } from './client.ts';
import { undecidedStates } from '../domain/draft-state.ts';

/** Counts and ages of one user's Rapport; ids, never names or addresses. Ages are seconds. */
export type Metrics = {
  readonly mails: readonly { readonly state: string; readonly count: number }[];
  readonly journeys: readonly { readonly stage: string; readonly count: number }[];
  readonly draftsWaiting: number;
  readonly repliesWaiting: number;
  readonly problems: number;
  readonly outbox: { readonly waiting: number; readonly oldest: number };
  /** From a mail's being stored to its journey's being told, over the last day; absent when there was none. */
  readonly reaction: {
    readonly count: number;
    readonly median: number | undefined;
    readonly p95: number | undefined;
  };
  readonly mailboxes: readonly {
    readonly mailboxId: string;
    readonly state: string;
    readonly sendingStopped: boolean;
    /** Since it was last read to its end; undefined when it never was. */
    readonly age: number | undefined;
  }[];
};

export async function readMetrics(db: Database, userId: string, now: Date): Promise<Metrics> {
  const contact = { userId, removedAt: null };
  const [
    mails,
    journeys,
    draftsWaiting,
    repliesWaiting,
    problems,
    [outbox],
    [reaction],
    mailboxes,
  ] = await Promise.all([
    db.send.groupBy({ by: ['state'], where: { draft: { contact } }, _count: true }),
    db.contact.groupBy({
      by: ['stage'],
      where: { ...contact, stage: { not: 'closed' } },
      _count: true,
    }),
    db.draft.count({ where: { contact, state: { in: undecidedStates } } }),
    db.message.count({ where: { contact, direction: 'in', state: 'needs_you' } }),
    db.problem.count({ where: { userId, resolvedAt: null } }),
    db.$queryRaw<{ waiting: number; oldest: number }[]>`
        SELECT count(*)::int AS waiting,
          coalesce(extract(epoch FROM ${now} - min(outbox.created_at)), 0)::float8 AS oldest
        FROM outbox JOIN contact ON contact.id = contact_id
        WHERE delivered_at IS NULL AND user_id = ${userId}::uuid`,
    db.$queryRaw<{ count: number; median: number | null; p95: number | null }[]>`
        SELECT count(*)::int AS count,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY took)::float8 AS median,
          percentile_cont(0.95) WITHIN GROUP (ORDER BY took)::float8 AS p95
        FROM (
          SELECT extract(epoch FROM delivered_at - outbox.created_at) AS took
          FROM outbox JOIN contact ON contact.id = contact_id
          WHERE delivered_at > ${now}::timestamptz - interval '1 day' AND payload ? 'messageId'
            AND kind <> 'judgeReply' AND user_id = ${userId}::uuid
        ) AS told`,
    db.mailbox.findMany({
      where: { userId, removedAt: null },
      orderBy: { createdAt: 'asc' },
      select: { id: true, state: true, lastLookedAt: true, sendingStoppedAt: true },
    }),
  ]);
  return {
    mails: mails.map(({ state, _count }) => ({ state, count: _count })),
    journeys: journeys.map(({ stage, _count }) => ({ stage, count: _count })),
    draftsWaiting,
    repliesWaiting,
    problems,
    outbox: { waiting: outbox?.waiting ?? 0, oldest: Math.max(0, outbox?.oldest ?? 0) },
    reaction: {
      count: reaction?.count ?? 0,
      median: reaction?.median ?? undefined,
      p95: reaction?.p95 ?? undefined,
    },
    mailboxes: mailboxes.map(({ id, state, lastLookedAt, sendingStoppedAt }) => ({
      mailboxId: id,
      state,
      sendingStopped: sendingStoppedAt !== null,
      age: lastLookedAt ? Math.max(0, (now.getTime() - lastLookedAt.getTime()) / 1000) : undefined,
    })),
  };
}
