import { randomUUID } from 'node:crypto';
import type { Contact } from '../../db/generated/client.ts';
import { stateToJson } from '../../db/journey-state.ts';
import type { JourneyState } from '../../domain/journey.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { confirmMeeting } from '../../operations/meetings/confirm-meeting.ts';
import { hasty } from '../activities/activity-fixture.ts';
import { stateWith } from './harness.ts';
import { day, type Somebody } from './news.ts';
import type { WholeJourneys } from './whole-journeys.ts';

const hour = 3_600_000;

/** Times are offered around the clock, so that there are enough for everybody. */
const policy = {
  ...hasty,
  meetingHours: 'Mon-Sun 00:00-24:00',
  meetingsADay: 100,
  meetingHorizon: 'P60D',
  onePerCompany: false,
};

type Position = {
  /** What they have had from us. */
  readonly left: readonly Purpose[];
  readonly state: (now: number) => Partial<JourneyState>;
  readonly contact?: { readonly checkInReason?: string; readonly metAt?: Date };
};

const met = { chapter: 'keeping_in_touch', answered: true, met: true, step: 4 } as const;

/** Where a journey can be when something comes: a chapter, and what of it waits. */
export const positions = {
  'the first mail waits': { left: [], state: () => ({}) },
  silence: {
    left: ['outreach'],
    state: (now) => ({ chapter: 'silence', quietSince: now - 2 * day, step: 1 }),
  },
  'silence, the nudge waits': {
    left: ['outreach'],
    state: (now) => ({ chapter: 'silence', quietSince: now - 8 * day, step: 1 }),
  },
  'times are offered': {
    left: ['outreach', 'proposal'],
    state: (now) => ({
      chapter: 'agreeing',
      answered: true,
      awaitsThem: true,
      quietSince: now - day,
      firstSlot: now + 4 * day,
      step: 2,
    }),
  },
  'the proposal waits': {
    left: ['outreach'],
    state: () => ({ chapter: 'agreeing', answered: true, proposing: 'agreed', step: 1 }),
  },
  'a meeting is agreed': {
    left: ['outreach', 'proposal'],
    state: (now) => ({
      chapter: 'agreeing',
      answered: true,
      awaitsThem: true,
      quietSince: now - day,
      step: 2,
    }),
  },
  'the thank-you waits': {
    left: ['outreach', 'proposal', 'confirmation'],
    state: (now) => ({
      chapter: 'thanks',
      answered: true,
      meeting: { at: now - hour, end: now - hour / 2 },
      step: 2,
    }),
  },
  'keeping in touch': {
    left: ['outreach', 'proposal', 'confirmation', 'thank_you'],
    state: (now) => ({ ...met, quietSince: now - 10 * day, unansweredCheckIns: 1 }),
  },
  'keeping in touch, the check-in waits': {
    left: ['outreach', 'proposal', 'confirmation', 'thank_you'],
    state: (now) => ({ ...met, quietSince: now - 91 * day }),
    contact: { checkInReason: 'Your talk about grids came to mind.' },
  },
  'closed, silent': {
    left: ['outreach', 'nudge'],
    state: (now) => ({ chapter: 'closed', outcome: 'silent', quietSince: now - day, step: 2 }),
  },
  'closed, met': {
    left: ['outreach', 'proposal', 'confirmation', 'thank_you'],
    state: (now) => ({ ...met, chapter: 'closed', outcome: 'met', quietSince: now - day }),
  },
  'closed, opted out': {
    left: ['outreach'],
    state: (now) => ({ chapter: 'closed', outcome: 'opted_out', quietSince: now - day, step: 1 }),
  },
  'closed, stopped': {
    left: ['outreach'],
    state: (now) => ({ chapter: 'closed', outcome: 'stopped', quietSince: now - day, step: 1 }),
  },
} as const satisfies Readonly<Record<string, Position>>;

export type PositionName = keyof typeof positions;

/** Somebody whose journey stands there, as PostgreSQL has it; it begins from that, as after a restore. */
export async function inPosition(journeys: WholeJourneys, name: PositionName): Promise<Somebody> {
  const { post, db, context } = journeys;
  const position: Position = positions[name];
  const now = Date.now();
  const state = stateWith({ policy, ...position.state(now) });
  const closed = state.chapter === 'closed';
  const contact = await post.contact({
    email: `ana-${randomUUID()}@work.test`,
    policy,
    timeZone: 'Europe/Berlin',
    journey: stateToJson(state),
    createdAt: new Date(now - 100 * day),
    ...(closed ? { stage: 'closed', outcome: state.outcome ?? null } : {}),
    ...(state.outcome === 'stopped' ? { stoppedAt: new Date(now - day) } : {}),
    ...(state.met ? { metAt: new Date(now - 20 * day) } : {}),
    ...position.contact,
  });
  let last: string | undefined;
  for (const [step, purpose] of position.left.entries())
    last = await left(journeys, contact, { purpose, step });
  if (state.outcome === 'opted_out')
    await db.suppression.create({
      data: { userId: post.userId, email: contact.email, why: 'asked not to be written to' },
    });
  if (!closed) await journeys.begin(contact);
  if (name !== 'a meeting is agreed') return { contact, last };
  const at = new Date(now + 3 * day).toISOString();
  const { draftId } = await confirmMeeting.run(context, { ref: contact.id, at });
  const { messageId } = await db.draft.findUniqueOrThrow({ where: { id: draftId ?? '' } });
  await db.draft.update({ where: { messageId }, data: { state: 'sent' } });
  await accepted(journeys, contact, { draftId: draftId ?? '', messageId });
  return { contact, last: messageId };
}

/** A mail that has gone; returns its Message-ID. */
async function left(
  journeys: WholeJourneys,
  contact: Contact,
  mail: { readonly purpose: Purpose; readonly step: number },
): Promise<string> {
  const draft = await journeys.post.draft(contact, mail.purpose);
  const { id, messageId } = draft;
  await journeys.db.draft.update({ where: { id }, data: { state: 'sent', step: mail.step } });
  await accepted(journeys, contact, { draftId: id, messageId });
  return messageId;
}

async function accepted(
  { db, post }: WholeJourneys,
  contact: Contact,
  mail: { readonly draftId: string; readonly messageId: string },
): Promise<void> {
  const at = new Date();
  await db.send.create({
    data: {
      ...mail,
      contactId: contact.id,
      mailboxId: post.mailboxId,
      state: 'ACCEPTED',
      slotAt: at,
      claimedAt: at,
      acceptedAt: at,
      sentCopyAt: at,
    },
  });
}
