import { z } from 'zod';
import { factsOf } from '../../db/contact-facts.ts';
import type { Database } from '../../db/client.ts';
import type { Contact, Meeting, User } from '../../db/generated/client.ts';
import { storedPolicy } from '../../db/policy.ts';
import { writeBrief, type BriefMeeting } from '../../domain/meeting/brief.ts';
import { profileOf, type Profile } from '../../domain/profile.ts';
import { momentInZone } from '../../domain/timing/moment.ts';

export const questionView = z.object({
  theme: z.enum(['path', 'role', 'skills', 'industry', 'culture']),
  about: z.enum(['role', 'organisation']),
  text: z.string(),
});

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
  questions: z.array(questionView),
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
  const [meeting, edits, conversations] = await Promise.all([
    db.meeting.findFirst({
      where: { contactId: contact.id, state: 'confirmed' },
      orderBy: { at: 'desc' },
    }),
    db.briefNotes.findUnique({ where: { contactId: contact.id } }),
    db.meeting.count({ where: { userId: contact.userId, state: 'took_place' } }),
  ]);
  const profile = profileOf(contact.user);
  const shown = meeting ? presentMeeting(meeting, contact, profile) : undefined;
  const brief = writeBrief({
    contact: factsOf(contact),
    notes: contact.notes ?? undefined,
    profile,
    meeting: shown,
    conversations,
    count: storedPolicy(contact.policy).questions,
    edited:
      z
        .array(questionView)
        .nullable()
        .parse(edits?.questions ?? null) ?? undefined,
    briefNotes: edits?.notes ?? undefined,
  });
  return {
    contactId: contact.id,
    contactName: contact.name,
    meeting:
      meeting && shown
        ? {
            meetingId: meeting.id,
            at: meeting.at.toISOString(),
            minutes: meeting.minutes,
            format: meeting.format,
            where: meeting.where,
            yours: shown.yours,
            theirs: shown.theirs,
          }
        : null,
    who: brief.who,
    goals: brief.goals,
    questions: [...brief.questions],
    icebreaker: brief.icebreaker,
    story: brief.story,
    checklist: [...brief.checklist],
    join: brief.join ?? null,
    notes: edits?.notes ?? null,
    markdown: brief.markdown,
  };
}

/** On the user's clock in the user's language; a contact without a zone is taken to be on the same clock. */
function presentMeeting(meeting: Meeting, contact: Contact, profile: Profile): BriefMeeting {
  const { timeZone, language } = profile;
  return {
    minutes: meeting.minutes,
    format: meeting.format ?? undefined,
    where: meeting.where ?? undefined,
    yours: momentInZone(meeting.at, timeZone, language),
    theirs: momentInZone(meeting.at, contact.timeZone ?? timeZone, language),
  };
}
