import { z } from 'zod';
import { Conflict } from '../../domain/errors.ts';
import { describeTime } from '../../domain/compose/times.ts';
import { findContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { time } from '../views.ts';
import { readOutlook, slotsFor } from './availability.ts';

export const slotView = z.object({
  at: time,
  minutes: z.number(),
  /** On the user's clock, and on the contact's where that is known. */
  yours: z.string(),
  theirs: z.string().nullable(),
});
export type SlotView = z.infer<typeof slotView>;

export const listSlots = defineOperation({
  name: 'listSlots',
  summary: 'Times at which you could talk, for one contact or for anybody',
  input: z.object({
    contact: z.string().optional(),
    count: z.coerce.number().int().min(1).max(50).optional(),
  }),
  output: z.array(slotView),
  async run(context, { contact: ref, count }) {
    const { db, userId, now } = context;
    const contact = ref === undefined ? undefined : await findContact(context, ref);
    const outlook = await readOutlook(context, contact);
    if (outlook.problems.length > 0) throw new Conflict(outlook.problems.join(' '));
    const slots = await db.$transaction((tx) =>
      slotsFor(tx, outlook, {
        userId,
        contact,
        now: now(),
        count: count ?? outlook.policy.slotsOffered,
        minutes: outlook.policy.meetingMinutes,
      }),
    );
    return slots.map(({ at, minutes }) => ({
      at: at.toISOString(),
      minutes,
      yours: onClock(at, outlook.timeZone),
      theirs: contact?.timeZone == null ? null : onClock(at, contact.timeZone),
    }));
  },
});

function onClock(at: Date, zone: string): string {
  return describeTime(at, { theirs: undefined, mine: zone, language: 'en' });
}
