import { z } from 'zod';
import { writeBrief, type Brief, type BriefMeeting } from '../domain/meeting/brief.ts';
import { profileOf, type Profile } from '../domain/profile.ts';
import { momentInZone } from '../domain/timing/moment.ts';
import type { Database, Transaction } from './client.ts';
import { factsOf } from './contact-facts.ts';
import type { Contact, Meeting, User } from './generated/client.ts';
import { storedPolicy } from './policy.ts';

/** As `brief edit` stores them. */
export const storedQuestion = z.object({
  theme: z.enum(['path', 'role', 'skills', 'industry', 'culture']),
  about: z.enum(['role', 'organisation']),
  text: z.string(),
});

export type FoundBrief = {
  readonly brief: Brief;
  /** The agreed conversation, with its time on both clocks. */
  readonly meeting: (Meeting & Pick<BriefMeeting, 'yours' | 'theirs'>) | undefined;
  readonly notes: string | null;
};

/** The brief for the confirmed meeting of a contact, or for one that has still to be agreed. */
export async function readBrief(
  db: Database | Transaction,
  contact: Contact & { readonly user: User },
): Promise<FoundBrief> {
  const meeting = await db.meeting.findFirst({
    where: { contactId: contact.id, state: 'confirmed' },
    orderBy: { at: 'desc' },
  });
  const edits = await db.briefNotes.findUnique({ where: { contactId: contact.id } });
  const conversations = await db.meeting.count({
    where: { userId: contact.userId, state: 'took_place' },
  });
  const profile = profileOf(contact.user);
  const shown = meeting ? onBothClocks(meeting, contact, profile) : undefined;
  const brief = writeBrief({
    contact: factsOf(contact),
    notes: contact.notes ?? undefined,
    profile,
    meeting: shown,
    conversations,
    count: storedPolicy(contact.policy).questions,
    edited:
      z
        .array(storedQuestion)
        .nullable()
        .parse(edits?.questions ?? null) ?? undefined,
    briefNotes: edits?.notes ?? undefined,
  });
  return {
    brief,
    meeting:
      meeting && shown ? { ...meeting, yours: shown.yours, theirs: shown.theirs } : undefined,
    notes: edits?.notes ?? null,
  };
}

/** On the user's clock in the user's language; a contact without a zone is taken to be on the same clock. */
function onBothClocks(meeting: Meeting, contact: Contact, profile: Profile): BriefMeeting {
  const { timeZone, language } = profile;
  return {
    minutes: meeting.minutes,
    format: meeting.format ?? undefined,
    where: meeting.where ?? undefined,
    yours: momentInZone(meeting.at, timeZone, language),
    theirs: momentInZone(meeting.at, contact.timeZone ?? timeZone, language),
  };
}
