import { createDraft } from '../../db/drafts.ts';
import { factsOf } from '../../db/contact-facts.ts';
import type { Draft, Meeting } from '../../db/generated/client.ts';
import type { Transaction } from '../../db/client.ts';
import { isSuppressed } from '../../db/ledger.ts';
import { agreedMeeting, type NamedMeeting } from '../../db/meetings.ts';
import { threadOf } from '../../db/thread-headers.ts';
import { compose } from '../../domain/compose/compose.ts';
import type { Finding } from '../../domain/compose/finding.ts';
import type { Occasion } from '../../domain/compose/occasion.ts';
import { Conflict } from '../../domain/errors.ts';
import { invitationFor, type Invitation } from '../../domain/meeting/invitation.ts';
import { profileOf } from '../../domain/profile.ts';
import type { lockedContact } from '../find-contact.ts';

export type LockedContact = Awaited<ReturnType<typeof lockedContact>>;

/** Writes a mail about a time in the thread so far. The caller holds the contact's lock. */
export async function writeMeetingDraft(
  tx: Transaction,
  contact: LockedContact,
  mail: {
    readonly occasion: Occasion;
    readonly minutes: number;
    readonly findings?: readonly Finding[];
    readonly meetingId?: string;
    readonly calendar?: Invitation | undefined;
    /** Of a draft that a journey asks for. */
    readonly key?: { readonly generation: number; readonly step: number };
  },
): Promise<Draft> {
  const thread = await threadOf(tx, contact.id);
  const { subject, text, template, findings } = compose({
    ...mail.occasion,
    profile: profileOf(contact.user),
    contact: factsOf(contact),
    previous: thread ? { subject: thread.subject } : undefined,
    minutes: mail.minutes,
  });
  return createDraft(tx, {
    subject,
    text,
    template,
    findings: [...findings, ...(mail.findings ?? [])],
    contactId: contact.id,
    purpose: mail.occasion.purpose,
    from: contact.mailbox.address,
    to: contact.email,
    inReplyTo: thread?.inReplyTo,
    references: thread?.references ?? [],
    ...(mail.meetingId === undefined ? {} : { meetingId: mail.meetingId }),
    calendar: mail.calendar,
    occasion: mail.occasion,
    ...(mail.key ? { key: mail.key } : {}),
  });
}

/** The mail that takes a meeting out of their calendar. The caller holds the contact's lock. */
export async function writeCancellation(
  tx: Transaction,
  contact: LockedContact,
  what: {
    /** As it was agreed, … */
    readonly agreed: NamedMeeting;
    /** … and as it is now. */
    readonly meeting: Meeting;
    readonly why: string | undefined;
  },
): Promise<Draft> {
  const { agreed, meeting, why } = what;
  return writeMeetingDraft(tx, contact, {
    occasion: {
      purpose: 'cancellation',
      meeting: { at: agreed.at, minutes: agreed.minutes },
      why,
      invite: true,
    },
    minutes: agreed.minutes,
    meetingId: meeting.id,
    calendar: invitationFor({ ...agreedMeeting(agreed), sequence: meeting.sequence }, 'cancelled'),
  });
}

/** Throws Conflict when nothing may be written to a contact. */
export async function refuseUnlessWritable(tx: Transaction, contact: LockedContact): Promise<void> {
  if (await isSuppressed(tx, contact.userId, contact.email))
    throw new Conflict(`${contact.email} asked not to be written to, so no mail was drafted.`);
}
