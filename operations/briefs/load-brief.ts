import { z } from 'zod';
import { readBrief, storedQuestion } from '../../db/brief.ts';
import type { Database } from '../../db/client.ts';
import type { Contact, User } from '../../db/generated/client.ts';

export const briefView = z.object({
  contactId: z.string(),
  contactName: z.string(),
  meeting: z
    .object({
      meetingId: z.string(),
      at: z.iso.datetime(),
      minutes: z.number(),
      format: z.string().nullable(),
      where: z.string().nullable(),
      yours: z.string(),
      theirs: z.string(),
    })
    .nullable(),
  who: z.string(),
  goals: z.string(),
  questions: z.array(storedQuestion),
  icebreaker: z.string(),
  story: z.string(),
  checklist: z.array(z.string()),
  join: z.string().nullable(),
  /** What the user added for this conversation. */
  notes: z.string().nullable(),
  /** All of it as one page. */
  markdown: z.string(),
});
export type BriefView = z.infer<typeof briefView>;

/** The brief for the confirmed meeting of a contact, or for one that has still to be agreed. */
export async function loadBrief(
  db: Database,
  contact: Contact & { readonly user: User },
): Promise<BriefView> {
  const { brief, meeting, notes } = await readBrief(db, contact);
  return {
    contactId: contact.id,
    contactName: contact.name,
    meeting: meeting
      ? {
          meetingId: meeting.id,
          at: meeting.at.toISOString(),
          minutes: meeting.minutes,
          format: meeting.format,
          where: meeting.where,
          yours: meeting.yours,
          theirs: meeting.theirs,
        }
      : null,
    who: brief.who,
    goals: brief.goals,
    questions: [...brief.questions],
    icebreaker: brief.icebreaker,
    story: brief.story,
    checklist: [...brief.checklist],
    join: brief.join ?? null,
    notes,
    markdown: brief.markdown,
  };
}
