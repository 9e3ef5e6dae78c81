import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../db/client.ts';
import { withdrawUnsent } from '../../db/drafts.ts';
import type { Contact, Draft, Meeting } from '../../db/generated/client.ts';
import {
  agreedMeeting,
  comingMeeting,
  invitationLeft,
  meetingNames,
  tellMeeting,
} from '../../db/meetings.ts';
import { withdrawQuestions } from '../../db/questions.ts';
import { lockUserTimes, releaseOffers } from '../../db/slot-offers.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import type { CalendarAnswer } from '../../domain/classify/verdict.ts';
import type { Finding } from '../../domain/compose/finding.ts';
import { Conflict } from '../../domain/errors.ts';
import type { BusyInterval } from '../../domain/meeting/interval.ts';
import { clashWith, endOf } from '../../domain/meeting/interval.ts';
import { invitationFor, type MeetingFormat } from '../../domain/meeting/invitation.ts';
import type { OperationContext } from '../context.ts';
import { findContact, lockedContact } from '../find-contact.ts';
import { judgeTimeMails, timeMails, type TimeMail } from './answered-mail.ts';
import { type Outlook, readOutlook, takenTimes, unknownAt } from './availability.ts';
import { type MeetingResult, presentMeeting } from '../meeting-view.ts';
import { storedAnswer } from './read-times.ts';
import { latestIn } from './time-items.ts';
import { renewOffersAt } from './renew-offer.ts';
import { type LockedContact, refuseUnlessWritable, writeMeetingDraft } from './write-draft.ts';

export type MeetingChange = {
  readonly at?: Date | undefined;
  readonly minutes?: number | undefined;
  readonly format?: MeetingFormat | undefined;
  readonly where?: string | undefined;
  readonly noMail: boolean;
};

/**
 * Agrees on a meeting, or changes the one that is agreed, and drafts the mail that says so with its invitation.
 * `only` 'reschedule' throws Conflict where nothing is agreed yet.
 */
export async function agreeOnMeeting(
  context: OperationContext,
  ref: string,
  change: MeetingChange,
  only?: 'reschedule',
): Promise<MeetingResult> {
  const { db, userId, now } = context;
  const found = await findContact(context, ref);
  const until = change.at ?? (await latestNamed(context, found));
  const outlook = await readOutlook(context, found, { until });
  const { meeting, told } = await db.$transaction(async (tx) => {
    await lockUserTimes(tx, userId);
    const contact = await lockedContact(tx, found.id);
    if (!change.noMail) await refuseUnlessWritable(tx, contact);
    const mails = await timeMails(tx, contact, now());
    const agreed = await comingMeeting(tx, contact.id, now());
    if (only === 'reschedule' && !agreed)
      throw new Conflict(
        `Nothing is agreed with ${contact.name} that could be moved. Agree on a time first.`,
        'agree_on_time',
      );
    const { busy } = await takenTimes(tx, outlook, { userId, contactId: contact.id, now: now() });
    const plan =
      agreed && change.at === undefined && only
        ? keep(agreed)
        : planned(change, mails, { busy, outlook });
    const length = change.minutes ?? plan.minutes;
    refusePast({ at: plan.at, minutes: length }, now());
    const clash = clashWith({ at: plan.at, minutes: length }, busy);
    const values = {
      at: plan.at,
      minutes: length,
      format: change.format ?? agreed?.format ?? null,
      where: change.where ?? agreed?.where ?? null,
    };
    const meeting = agreed
      ? await changed(tx, agreed, values, theirInvitation(mails, values.at))
      : await begun(tx, contact, { ...values, mails, noMail: change.noMail });
    await withdrawUnsent(tx, contact.id, {
      why: 'a time is agreed',
      purposes: ['proposal', 'nudge', 'check_in', 'confirmation'],
    });
    await releaseOffers(tx, contact.id, { why: 'a time is agreed', at: now() });
    await withdrawQuestions(tx, contact.id, now());
    const moved = agreed !== undefined && agreed.at.getTime() !== values.at.getTime();
    const draft = change.noMail
      ? undefined
      : await confirmation(tx, contact, meeting, {
          change:
            agreed && (await invitationLeft(tx, agreed.id))
              ? moved
                ? 'time'
                : 'details'
              : undefined,
          findings: clash ? [clashFinding(clash)] : [],
        });
    await judgeTimeMails(tx, contact, mails);
    await tellMeeting(tx, meeting, agreed ? 'moved' : 'agreed');
    await addTimelineEvent(
      tx,
      contact.id,
      agreed ? 'The conversation was changed.' : 'A conversation was agreed.',
    );
    return { meeting, told: resultOf(meeting, contact, { draft, clash: clash?.what }) };
  });
  context.deliverSoon();
  await renewOffersAt(context, meeting);
  return told;
}

/** Invites the contact at the address that they have now: the same UID, a higher SEQUENCE. */
export async function inviteAgain(
  context: OperationContext,
  contactId: string,
): Promise<MeetingResult> {
  const { db, now } = context;
  await db.$transaction(async (tx) => {
    const contact = await lockedContact(tx, contactId);
    const agreed = await comingMeeting(tx, contactId, now());
    if (agreed?.organizer !== 'us')
      throw new Conflict(`No invitation of yours to ${contact.name} stands any more.`);
    await tx.meeting.update({
      where: { id: agreed.id },
      data: { attendeeAddress: contact.email },
    });
  });
  return agreeOnMeeting(context, contactId, { noMail: false }, 'reschedule');
}

/** The calendars are read that far, so that what is free then is known. */
async function latestNamed(
  { db, userId, now }: OperationContext,
  contact: Contact,
): Promise<Date | undefined> {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
  return latestIn(await timeMails(db, { ...contact, user }, now()), now());
}

type Plan = { readonly at: Date; readonly minutes: number };

function keep(meeting: Meeting): Plan {
  return { at: meeting.at, minutes: meeting.minutes };
}

/** The user's word; without it the one time that their mail names for sure, if it is free. Throws Conflict. */
function planned(
  change: MeetingChange,
  mails: readonly TimeMail[],
  now: { readonly busy: readonly BusyInterval[]; readonly outlook: Outlook },
): Plan {
  const named = mails.flatMap(({ item }) => item.times);
  if (change.at !== undefined) {
    const same = named.find(({ at }) => at.getTime() === change.at?.getTime());
    return { at: change.at, minutes: same?.minutes ?? now.outlook.policy.meetingMinutes };
  }
  const certain = named.filter((each) => each.certain);
  const times = [...new Map(certain.map((each) => [each.at.getTime(), each])).values()];
  const [only, ...more] = times;
  if (only === undefined)
    throw new Conflict(
      `Could not tell which time is meant: no mail of theirs names one for sure.${listed(named)} Say it with --at.`,
    );
  if (more.length > 0)
    throw new Conflict(`Could not tell which time is meant.${listed(times)} Say it with --at.`);
  const clash = clashWith(only, now.busy);
  if (clash !== undefined)
    throw new Conflict(
      `${shown(only.at)} is not free: ${clash.what}.${listed(times)} Say with --at that it is meant all the same.`,
    );
  if (now.outlook.problems.length > 0)
    throw new Conflict(`${now.outlook.problems.join(' ')} Say the time with --at.`);
  const unknown = unknownAt(only, now.outlook);
  if (unknown !== undefined)
    throw new Conflict(
      `Could not tell whether ${shown(only.at)} is free: ${unknown}. Say with --at that it is meant all the same.`,
    );
  return only;
}

function listed(times: readonly { readonly at: Date }[]): string {
  return times.length === 0 ? '' : ` It could be: ${times.map(({ at }) => shown(at)).join(', ')}.`;
}

function shown(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

function refusePast(meeting: Plan, now: Date): void {
  if (endOf(meeting) > now) return;
  throw new Conflict('That time is over. If you met, say how it went.', 'record_meeting');
}

type Values = {
  readonly at: Date;
  readonly minutes: number;
  readonly format: string | null;
  readonly where: string | null;
};

/** The same row and UID; SEQUENCE rises once a version of the invitation left, or may have left (RFC 5546 section 2.1.4). */
async function changed(
  tx: Transaction,
  agreed: Meeting,
  values: Values,
  theirs?: CalendarAnswer,
): Promise<Meeting> {
  const raise = agreed.organizer === 'us' && (await invitationLeft(tx, agreed.id));
  const moved = agreed.at.getTime() !== values.at.getTime() || agreed.minutes !== values.minutes;
  return tx.meeting.update({
    where: { id: agreed.id },
    data: {
      ...values,
      state: 'confirmed',
      why: null,
      sequence: theirs?.uid === agreed.uid ? theirs.sequence : agreed.sequence + (raise ? 1 : 0),
      revision: { increment: 1 },
      ...(moved ? { attendance: 'needs_action', attendanceAt: null } : {}),
    },
  });
}

/** Their invitation is adopted: two invitations to one meeting would be two entries in both calendars. */
async function begun(
  tx: Transaction,
  contact: LockedContact,
  plan: Values & { readonly mails: readonly TimeMail[]; readonly noMail: boolean },
): Promise<Meeting> {
  const { mails, noMail, ...values } = plan;
  const theirs = theirInvitation(mails, values.at);
  const address = contact.mailbox.address;
  if (theirs?.uid !== undefined) {
    const adopted = {
      ...values,
      state: 'confirmed',
      why: null,
      noMail,
      sequence: theirs.sequence,
      organizer: 'them',
      organizerAddress: theirs.organizer ?? contact.email,
      attendeeAddress: address,
      summary: theirs.summary ?? null,
      attendance: 'accepted',
    };
    const key = { contactId: contact.id, uid: theirs.uid };
    return tx.meeting.upsert({
      where: { contactId_uid: key },
      create: { ...adopted, ...key, userId: contact.userId },
      update: { ...adopted, revision: { increment: 1 } },
    });
  }
  const again = await reusable(tx, contact.id);
  if (again) return changed(tx, again, values);
  return tx.meeting.create({
    data: {
      ...values,
      userId: contact.userId,
      contactId: contact.id,
      uid: `${randomUUID()}@${address.split('@').at(-1)}`,
      organizer: 'us',
      organizerAddress: address,
      attendeeAddress: contact.email,
      noMail,
    },
  });
}

/** The newest invitation of theirs to that time. */
function theirInvitation(mails: readonly TimeMail[], at: Date): CalendarAnswer | undefined {
  return mails
    .map(({ message }) => storedAnswer(message.calendar))
    .findLast(
      (answer) =>
        answer?.method === 'REQUEST' &&
        answer.uid !== undefined &&
        answer.start !== undefined &&
        Date.parse(answer.start) === at.getTime(),
    );
}

/** One that was cancelled or missed, and is now to be at another time, keeps its UID. */
async function reusable(tx: Transaction, contactId: string): Promise<Meeting | null> {
  const last = await tx.meeting.findFirst({
    where: { contactId },
    orderBy: { createdAt: 'desc' },
  });
  const off = last?.state === 'cancelled' || last?.state === 'no_show';
  return off && last.organizer === 'us' ? last : null;
}

async function confirmation(
  tx: Transaction,
  contact: LockedContact,
  meeting: Meeting,
  how: {
    readonly change: 'time' | 'details' | undefined;
    readonly findings: readonly Finding[];
  },
): Promise<Draft> {
  const named = await tx.meeting.findUniqueOrThrow({
    where: { id: meeting.id },
    include: meetingNames,
  });
  return writeMeetingDraft(tx, contact, {
    occasion: {
      purpose: 'confirmation',
      meeting: {
        at: meeting.at,
        minutes: meeting.minutes,
        // The column holds nothing else: it is written from a MeetingChange alone.
        format: (meeting.format ?? undefined) as MeetingFormat | undefined,
        where: meeting.where ?? undefined,
      },
      change: how.change,
      invite: meeting.organizer === 'us' ? 'invitation' : 'acceptance',
    },
    minutes: meeting.minutes,
    findings: how.findings,
    meetingId: meeting.id,
    calendar: invitationFor(agreedMeeting(named), 'confirmed'),
  });
}

function clashFinding(clash: BusyInterval): Finding {
  return {
    rule: 'time_taken',
    severity: 'warning',
    message: `Something else is at that time: ${clash.what}.`,
  };
}

export function resultOf(
  meeting: Meeting,
  contact: LockedContact,
  more: { readonly draft: Draft | undefined; readonly clash?: string | undefined },
): MeetingResult {
  return {
    ...presentMeeting(meeting),
    contactId: contact.id,
    contactName: contact.name,
    draftId: more.draft?.id ?? null,
    clash: more.clash ?? null,
  };
}
