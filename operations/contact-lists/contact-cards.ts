import type { OperationContext } from '../context.ts';
import { waitingRows } from '../needs-you/waiting-rows.ts';
import { presentContactSummary } from '../present.ts';
import type { ContactSummary } from '../views.ts';

/** Who has to do the next thing; nobody in a closed journey. */
export type Turn = 'you' | 'them' | 'rapport' | 'nobody';

/** A contact as the board and the table list it. */
export type ContactCard = ContactSummary & {
  readonly role: string | null;
  readonly labels: readonly string[];
  /** Their time zone, when it is known. */
  readonly zone: string | null;
  readonly turn: Turn;
  /** The confirmed conversation to come, RFC 3339. */
  readonly meetingAt: string | null;
  readonly lastSentAt: string | null;
  readonly addedAt: string;
};

type Row = Parameters<typeof presentContactSummary>[0];

/** What a list of contacts shows beside what the rows hold: whose turn it is, and the meeting to come. */
export async function contactCards(
  context: OperationContext,
  rows: readonly Row[],
): Promise<readonly ContactCard[]> {
  const { db, userId, now } = context;
  const [waiting, meetings] = await Promise.all([
    waitingRows(
      context,
      rows.map(({ id }) => id),
    ),
    db.meeting.findMany({
      where: {
        userId,
        contactId: { in: rows.map(({ id }) => id) },
        state: 'confirmed',
        at: { gt: now() },
      },
      select: { contactId: true, at: true },
      orderBy: { at: 'desc' },
    }),
  ]);
  const yours = new Set(waiting.map(({ contactId }) => contactId));
  const meetingOf = new Map(meetings.map(({ contactId, at }) => [contactId, at.toISOString()]));
  return rows.map((row) => {
    const summary = presentContactSummary(row, now());
    return {
      ...summary,
      role: row.role,
      labels: row.labels,
      zone: row.timeZone,
      turn: yours.has(row.id) ? 'you' : turnAt(summary),
      meetingAt: meetingOf.get(row.id) ?? null,
      lastSentAt: row.lastSentAt?.toISOString() ?? null,
      addedAt: row.createdAt.toISOString(),
    };
  });
}

/** Of a journey in which nothing waits for the user's decision. */
function turnAt({ stage, next }: ContactSummary): Turn {
  switch (stage) {
    case 'waiting':
    case 'in_conversation':
      return 'them';
    case 'paused':
      return next === null ? 'you' : 'rapport';
    case 'awaiting_approval':
      return 'you';
    case 'drafting':
    case 'scheduled':
    case 'meeting':
    case 'thank_you':
    case 'keeping_in_touch':
      return 'rapport';
    case 'closed':
      return 'nobody';
  }
}
