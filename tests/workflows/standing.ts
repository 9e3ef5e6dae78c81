import type { Contact } from '../../db/generated/client.ts';
import type { Chapter } from '../../domain/journey.ts';
import type { NeedsYouView } from '../../operations/views.ts';
import { day } from './news.ts';
import type { WholeJourneys } from './whole-journeys.ts';

/** Where a journey stands, as the tables say it: chapter or outcome | what waits for the user | what comes next. */
export async function standingOf(
  journeys: WholeJourneys,
  { id }: Pick<Contact, 'id'>,
  waiting: readonly NeedsYouView[],
): Promise<string> {
  const { db, post } = journeys;
  const contact = await post.ofContact({ id });
  const state = await journeys.stateOf({ id });
  const meeting = await db.meeting.findFirst({ where: { contactId: id } });
  const where = [
    state === undefined ? (contact.outcome ?? '?') : state.chapter,
    ...(meeting?.state === 'cancelled' ? ['meeting cancelled'] : []),
    ...(state?.chapter !== 'meeting' && meeting?.state === 'confirmed' ? ['meeting stands'] : []),
  ];
  const expected = state && stages[state.chapter];
  if (expected !== undefined && contact.stage !== expected) where.push(`stage ${contact.stage}`);
  const items = await Promise.all(
    waiting.filter(({ contactId }) => contactId === id).map((item) => inWords(journeys, item)),
  );
  const next = contact.pausedAt ? 'paused' : nextOf(contact);
  return [where, items.toSorted(), next === undefined ? [] : [next]]
    .map((each) => (each.length === 0 ? '-' : each.join(', ')))
    .join(' | ');
}

/** From the meeting on the board shows the chapter, whatever waits in it. */
const stages: Readonly<Partial<Record<Chapter, string>>> = {
  meeting: 'meeting',
  thanks: 'thank_you',
  keeping_in_touch: 'keeping_in_touch',
};

async function inWords({ db }: WholeJourneys, item: NeedsYouView): Promise<string> {
  const id = item.id.split(':').at(-1) ?? '';
  switch (item.type) {
    case 'draft':
    case 'thank_you': {
      const draft = await db.draft.findUniqueOrThrow({ where: { id } });
      return `draft ${draft.purpose}`;
    }
    case 'reply':
      return item.id.startsWith('answer:') ? 'answer owed' : 'their mail';
    case 'time':
      return 'their time';
    case 'meeting': {
      const row = await db.meetingItem.findUniqueOrThrow({ where: { id } });
      return `meeting: ${row.kind}`;
    }
    case 'question': {
      const question = await db.question.findUniqueOrThrow({ where: { id } });
      return `${question.kind}?`;
    }
    case 'problem': {
      const problem = await db.problem.findUniqueOrThrow({ where: { id } });
      return `problem: ${problem.kind}`;
    }
  }
}

/** What happens by itself, and in how many days. */
function nextOf({ nextAt, nextWhy }: Contact): string | undefined {
  if (nextAt === null || nextWhy === null) return undefined;
  if (nextWhy.startsWith('they are away')) return `${whatOf(nextWhy)} when they are back`;
  const days = Math.round((nextAt.getTime() - Date.now()) / day);
  return `${whatOf(nextWhy)} in ${days} days`;
}

function whatOf(why: string): string {
  if (why.includes('conversation')) return 'meeting';
  if (why.includes('nudge')) return 'nudge';
  if (why.includes('check-in')) return 'check-in';
  return why;
}
