import { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { withdrawUnsent } from '../../db/drafts.ts';
import { withdrawQuestions } from '../../db/questions.ts';
import { holdSlots, lockUserTimes, releaseOffers } from '../../db/slot-offers.ts';
import type { Draft } from '../../db/generated/client.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import type { ProposingBecause } from '../../domain/journey.ts';
import type { Finding } from '../../domain/compose/finding.ts';
import { InvalidInput } from '../../domain/errors.ts';
import type { Span } from '../../domain/meeting/answer/window-spans.ts';
import { clashWith } from '../../domain/meeting/interval.ts';
import type { OperationContext } from '../context.ts';
import { findContact, lockedContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { draftParts, presentDraft } from '../present.ts';
import { draftView, time } from '../views.ts';
import { judgeTimeMails, timeMails } from './answered-mail.ts';
import { type Outlook, readOutlook, type Slot, slotsFor, takenTimes } from './availability.ts';
import { lastOf, theirWindow } from './their-window.ts';
import { type LockedContact, refuseUnlessWritable, writeMeetingDraft } from './write-draft.ts';

export const proposeTimes = defineOperation({
  name: 'proposeTimes',
  summary:
    'Draft a mail that offers times: the ones you name, or free ones; they are held for this contact until answered',
  input: z.object({
    ref: z.string(),
    slots: z.array(time).max(8).optional(),
    minutes: z.number().int().min(1).max(480).optional(),
  }),
  output: draftView,
  async run(context, { ref, slots, minutes }) {
    const { db, now } = context;
    const { id: contactId } = await findContact(context, ref);
    const draft = await writeProposal(context, {
      contactId,
      wanted: chosenTimes(slots ?? [], now()),
      minutes,
      because: 'agreed',
      key: undefined,
    });
    context.deliverSoon();
    return presentDraft(
      await db.draft.findUniqueOrThrow({ where: { id: draft.id }, include: draftParts }),
    );
  },
});

/**
 * Drafts a mail that offers times, which are held for the contact: `wanted`, or free ones. With a `key` a journey asks
 * for it, and knows; without one a person does, and the journey is told.
 */
export async function writeProposal(
  context: Pick<OperationContext, 'db' | 'userId' | 'now' | 'secrets' | 'fetchCalendar'>,
  proposal: {
    readonly contactId: string;
    readonly wanted: readonly Date[];
    readonly minutes: number | undefined;
    readonly because: ProposingBecause;
    readonly key: { readonly generation: number; readonly step: number } | undefined;
  },
): Promise<Draft> {
  const { db, userId, now } = context;
  const { contactId, wanted, because, key } = proposal;
  const found = await db.contact.findUniqueOrThrow({
    where: { id: contactId },
    include: { user: true },
  });
  const window = wanted.length > 0 ? undefined : await theirWindow(db, found, now());
  const outlook = await readOutlook(context, found, {
    until: wanted.at(-1) ?? lastOf(window ?? []),
  });
  return db.$transaction(async (tx) => {
    await lockUserTimes(tx, userId);
    const contact = await lockedContact(tx, contactId);
    await refuseUnlessWritable(tx, contact);
    const mails = key === undefined ? await timeMails(tx, contact, now()) : [];
    await withdrawUnsent(tx, contactId, {
      why: 'other times are offered',
      purposes: ['proposal', 'nudge'],
    });
    await releaseOffers(tx, contactId, { why: 'other times are offered', at: now() });
    const length = proposal.minutes ?? outlook.policy.meetingMinutes;
    const offer = await offerFor(tx, context, contact, {
      outlook,
      wanted,
      window,
      minutes: length,
    });
    const written = await writeMeetingDraft(tx, contact, {
      occasion: { purpose: 'proposal', slots: offer.slots, because, chosen: wanted.length > 0 },
      minutes: length,
      findings: offer.findings,
      ...(key ? { key } : {}),
    });
    const { slots } = offer;
    await holdSlots(tx, { userId, contactId, draftId: written.id, slots });
    await judgeTimeMails(tx, contact, mails);
    await addTimelineEvent(tx, contactId, 'Times for a conversation were drafted.');
    await withdrawQuestions(tx, contactId, now(), ['offer_new_times', 'another_meeting']);
    if (key === undefined)
      await tellJourney(tx, contactId, 'draftWritten', {
        draftId: written.id,
        purpose: 'proposal',
      });
    return written;
  });
}

/** The times that the user chose, each once and by time. Throws InvalidInput for one that is past. */
function chosenTimes(slots: readonly string[], now: Date): readonly Date[] {
  const times = [...new Set(slots.map((slot) => Date.parse(slot)))].toSorted((a, b) => a - b);
  const past = times.find((at) => at <= now.getTime());
  if (past !== undefined)
    throw new InvalidInput(
      `Could not offer ${new Date(past).toISOString()}: it is in the past.`,
      'slots',
    );
  return times.map((at) => new Date(at));
}

type Offer = { readonly slots: readonly Slot[]; readonly findings: readonly Finding[] };

async function offerFor(
  tx: Transaction,
  { userId, now }: Pick<OperationContext, 'userId' | 'now'>,
  contact: LockedContact,
  what: {
    readonly outlook: Outlook;
    readonly wanted: readonly Date[];
    readonly window: readonly Span[] | undefined;
    readonly minutes: number;
  },
): Promise<Offer> {
  const { outlook, wanted, window, minutes } = what;
  if (wanted.length > 0) {
    const slots = wanted.map((at) => ({ at, minutes }));
    const { busy } = await takenTimes(tx, outlook, { userId, contactId: contact.id, now: now() });
    return { slots, findings: [...unread(outlook, 'warning'), ...clashes(slots, busy)] };
  }
  if (outlook.problems.length > 0) return { slots: [], findings: unread(outlook, 'error') };
  const count = outlook.policy.slotsOffered;
  const who = { userId, contact, now: now(), count, minutes };
  const inside = window && (await slotsFor(tx, outlook, { ...who, within: window }));
  // With fewer than two free times when it suits them, they are asked about others.
  const slots = inside && inside.length >= 2 ? inside : await slotsFor(tx, outlook, who);
  return slots.length >= 2 ? { slots, findings: [] } : { slots, findings: [tooFew(slots.length)] };
}

function unread({ problems }: Outlook, severity: Finding['severity']): readonly Finding[] {
  return problems.map((message) => ({ rule: 'calendar_not_read', severity, message }));
}

function tooFew(count: number): Finding {
  const found = count === 0 ? 'No free time was' : 'Only one free time was';
  return {
    rule: 'no_free_times',
    severity: 'error',
    message: `${found} found in your meeting hours and theirs. Choose times of your own, or change your meeting hours, the notice or the horizon.`,
  };
}

function clashes(
  slots: readonly Slot[],
  busy: Awaited<ReturnType<typeof takenTimes>>['busy'],
): readonly Finding[] {
  return slots.flatMap((slot) => {
    const clash = clashWith(slot, busy);
    return clash === undefined
      ? []
      : [
          {
            rule: 'time_taken',
            severity: 'warning' as const,
            message: `${slot.at.toISOString().slice(0, 16).replace('T', ' ')} UTC is taken: ${clash.what}.`,
          },
        ];
  });
}
