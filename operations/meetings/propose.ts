import { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { withdrawUnsent } from '../../db/drafts.ts';
import { holdSlots, lockUserTimes, releaseOffers } from '../../db/slot-offers.ts';
import { note } from '../../db/timeline.ts';
import type { Finding } from '../../domain/compose/finding.ts';
import { InvalidInput } from '../../domain/errors.ts';
import { clashWith } from '../../domain/meeting/interval.ts';
import type { OperationContext } from '../context.ts';
import { findContact, lockedContact } from '../find.ts';
import { defineOperation } from '../operation.ts';
import { draftParts, presentDraft } from '../present.ts';
import { draftView, time } from '../views.ts';
import { judgeTimeMails, timeMails } from './answered-mail.ts';
import { type Outlook, readOutlook, type Slot, slotsFor, takenTimes } from './availability.ts';
import { type LockedContact, refuseUnlessWritable, writeMeetingDraft } from './write-draft.ts';

export const proposeTimes = defineOperation({
  name: 'proposeTimes',
  method: 'post',
  path: '/contacts/{ref}/propose',
  summary:
    'Draft a mail that offers times: the ones you name, or free ones; they are held for this contact until answered',
  input: z.object({
    ref: z.string(),
    slots: z.array(time).max(8).optional(),
    minutes: z.number().int().min(1).max(480).optional(),
  }),
  output: draftView,
  async run(context, { ref, slots, minutes }) {
    const { db, userId, now } = context;
    const found = await findContact(context, ref);
    const wanted = chosenTimes(slots ?? [], now());
    const outlook = await readOutlook(context, found, { until: wanted.at(-1) });
    const draft = await db.$transaction(async (tx) => {
      await lockUserTimes(tx, userId);
      const contact = await lockedContact(tx, found.id);
      await refuseUnlessWritable(tx, contact);
      const mails = await timeMails(tx, contact, now());
      await withdrawUnsent(tx, contact.id, {
        why: 'other times are offered',
        purposes: ['proposal', 'nudge'],
      });
      await releaseOffers(tx, contact.id, { why: 'other times are offered', at: now() });
      const length = minutes ?? outlook.policy.meetingMinutes;
      const offer = await offerFor(tx, context, contact, { outlook, wanted, minutes: length });
      const written = await writeMeetingDraft(tx, contact, {
        occasion: { purpose: 'proposal', slots: offer.slots, because: 'agreed' },
        minutes: length,
        findings: offer.findings,
      });
      await holdSlots(tx, {
        userId,
        contactId: contact.id,
        draftId: written.id,
        slots: offer.slots,
      });
      await judgeTimeMails(tx, contact, mails);
      await note(tx, contact.id, 'Times for a conversation were drafted.');
      return written;
    });
    context.deliverSoon();
    return presentDraft(
      await db.draft.findUniqueOrThrow({ where: { id: draft.id }, include: draftParts }),
    );
  },
});

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
  { userId, now }: OperationContext,
  contact: LockedContact,
  what: { readonly outlook: Outlook; readonly wanted: readonly Date[]; readonly minutes: number },
): Promise<Offer> {
  const { outlook, wanted, minutes } = what;
  if (wanted.length > 0) {
    const slots = wanted.map((at) => ({ at, minutes }));
    const { busy } = await takenTimes(tx, outlook, { userId, contactId: contact.id, now: now() });
    return { slots, findings: [...unread(outlook, 'warning'), ...clashes(slots, busy)] };
  }
  if (outlook.problems.length > 0) return { slots: [], findings: unread(outlook, 'error') };
  const count = outlook.policy.slotsOffered;
  const slots = await slotsFor(tx, outlook, { userId, contact, now: now(), count, minutes });
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
