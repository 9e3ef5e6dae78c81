import { z } from 'zod';
import { parseRecord } from '../../domain/meeting/record.ts';
import { showContact } from '../contacts/show-contact.ts';
import { findContact, lockedContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { contactView, time } from '../views.ts';
import { recordHeld } from './record-held.ts';
import { recordNoShow } from './record-no-show.ts';

const lines = z.array(z.string()).optional();

export const recordMeeting = defineOperation({
  name: 'recordMeeting',
  summary:
    'Say how a conversation went: one line is enough, and more can be added later. Also for one that was never scheduled',
  input: z.object({
    ref: z.string(),
    /** When it was; without it the agreed meeting, or now. */
    at: time.optional(),
    held: z.boolean().optional(),
    noShow: z.boolean().optional(),
    takeaways: lines,
    quotes: lines,
    advice: lines,
    skills: lines,
    openings: lines,
    resources: lines,
    /** NAME <ADDRESS>: WHY */
    people: lines,
    /** What you could do for them: a sentence for the thank-you. */
    offer: z.string().optional(),
    notes: z.string().optional(),
  }),
  output: contactView,
  async run(context, { ref, takeaways, quotes, skills, openings, resources, people, ...input }) {
    const { db } = context;
    const now = context.now();
    const { id } = await findContact(context, ref);
    const record = parseRecord(
      {
        ...input,
        lines: {
          takeaway: takeaways,
          quote: quotes,
          advice: input.advice,
          skill: skills,
          opening: openings,
          resource: resources,
          person: people,
        },
      },
      now,
    );
    await db.$transaction(async (tx) => {
      const contact = await lockedContact(tx, id);
      await (record.noShow ? recordNoShow(tx, contact, now) : recordHeld(tx, contact, record, now));
    });
    context.deliverSoon();
    return showContact.run(context, { ref: id });
  },
});
