import { readBrief } from '../db/brief.ts';
import { withdrawUnsent } from '../db/drafts.ts';
import { meetingNames, notToldYet, ownEntry, untoldMeetings } from '../db/meetings.ts';
import { lockContact } from '../db/postgres/locks.ts';
import { storedPolicy } from '../db/policy.ts';
import { askUser } from '../db/questions.ts';
import { remindByMail } from '../db/reminders.ts';
import type { Transaction } from '../db/client.ts';
import type { Meeting, MeetingItem, Prisma } from '../db/generated/client.ts';
import { endOf } from '../domain/meeting/interval.ts';
import { ownCalendar } from '../domain/meeting/invitation.ts';
import { nextStepOf, meetingSteps, type MeetingStep } from '../domain/meeting/steps.ts';
import type { Dependencies } from './dependencies.ts';
import { contactGone } from './failures.ts';

const parts = { contact: { select: { name: true, policy: true } } } as const;
type AgreedMeeting = Prisma.MeetingGetPayload<{ include: typeof parts }>;

/** What the clock of a meeting puts before the user. Nothing of it is sent to the contact. */
export function createMeetingActivities({
  db,
  now,
  deliverSoon,
}: Pick<Dependencies, 'db' | 'now' | 'deliverSoon'>) {
  return { meetingStep, askToGoOn };

  /**
   * Does what is due of a meeting, once for each of its revisions, and returns when the next thing is (epoch
   * milliseconds). Undefined when nothing more comes: it was cancelled, told of, or is long over.
   */
  async function meetingStep(input: { readonly meetingId: string }): Promise<number | undefined> {
    const found = await db.meeting.findUnique({ where: { id: input.meetingId } });
    if (!found) throw contactGone(input.meetingId);
    const next = await db.$transaction(async (tx) => {
      await lockContact(tx, found.contactId);
      const meeting = await tx.meeting.findUniqueOrThrow({
        where: { id: input.meetingId },
        include: parts,
      });
      if (meeting.state !== 'confirmed') return undefined;
      const steps = meetingSteps(meeting, storedPolicy(meeting.contact.policy));
      const due = steps.findLast(({ at }) => at <= now().getTime());
      if (due) await takeStep(tx, meeting, due, now());
      const after = nextStepOf(steps, now().getTime());
      await tx.meeting.update({
        where: { id: meeting.id },
        data: { nextAt: after ? new Date(after.at) : null, nextWhy: after?.why ?? null },
      });
      return after?.at;
    });
    deliverSoon();
    return next;
  }

  /** Several check-ins found no answer: asked once, until it is answered. */
  async function askToGoOn(input: { readonly contactId: string }): Promise<void> {
    const { contactId } = input;
    await db.$transaction(async (tx) => {
      if (!(await lockContact(tx, contactId))) throw contactGone(contactId);
      const contact = await tx.contact.findUniqueOrThrow({ where: { id: contactId } });
      await askUser(tx, contact, 'go_on');
    });
  }
}

/** The latest thing that is due; a machine that slept asks how it went, and reminds of nothing that is over. */
async function takeStep(
  tx: Transaction,
  meeting: AgreedMeeting,
  step: MeetingStep,
  now: Date,
): Promise<void> {
  const { id: meetingId, contactId, revision, contact } = meeting;
  const notTold = step.kind !== 'how_did_it_go' && (await untoldMeetings(tx, [meetingId])).size > 0;
  if (step.kind === 'start') {
    if (notTold)
      await withdrawUnsent(tx, contactId, {
        why: 'the conversation has begun',
        purposes: ['confirmation'],
      });
    return;
  }
  const text = textOf(step, contact.name);
  const item = await tx.meetingItem.upsert({
    where: { meetingId_kind_revision: { meetingId, kind: step.kind, revision } },
    create: { meetingId, contactId, kind: step.kind, revision, text },
    update: {},
  });
  await mailReminder(tx, meeting, {
    item: notTold ? { ...item, text: notToldYet(contact.name) } : item,
    step,
    now,
  });
  // One at a time: the newest says what there is to do.
  await tx.meetingItem.updateMany({
    where: { meetingId, resolvedAt: null, NOT: { kind: step.kind, revision } },
    data: { resolvedAt: now },
  });
}

/** The same as a mail to oneself, for when no page is open: with the brief and the event as a file when it is ready. */
async function mailReminder(
  tx: Transaction,
  meeting: AgreedMeeting,
  what: { readonly item: MeetingItem; readonly step: MeetingStep; readonly now: Date },
): Promise<void> {
  const { item, step, now } = what;
  const contact = await tx.contact.findUniqueOrThrow({
    where: { id: meeting.contactId },
    include: { user: true },
  });
  const { brief, meeting: shown } = await readBrief(tx, contact);
  const ready = step.kind === 'brief_ready';
  const when = shown === undefined ? [] : [[shown.yours, brief.join].filter(Boolean).join('\n')];
  await remindByMail(tx, contact.id, {
    about: `item/${item.id}`,
    subject: item.text.length > 120 ? `Your conversation with ${contact.name}` : item.text,
    text: [item.text, ...when, ...(ready ? [brief.markdown] : []), where].join('\n\n'),
    event: ready ? await eventFile(tx, meeting, now) : undefined,
    // Asked how it went, people answer for a week; a reminder of the beginning is over with it.
    expiresAt: step.kind === 'how_did_it_go' ? new Date(now.getTime() + week) : endOf(meeting),
  });
}

const week = 7 * 24 * 60 * 60_000;
const where = 'Open Rapport to see and do more. Nobody else has received this mail.';

/** For the user's own calendar, under the UID of the invitation. */
async function eventFile(tx: Transaction, { id }: Meeting, now: Date): Promise<string> {
  const named = await tx.meeting.findUniqueOrThrow({ where: { id }, include: meetingNames });
  return ownCalendar([ownEntry(named)], { method: undefined, stamp: now });
}

function textOf({ kind }: MeetingStep, name: string): string {
  switch (kind) {
    case 'brief_ready':
      return `Your brief for the conversation with ${name} is ready.`;
    case 'reminder':
      return `Your conversation with ${name} begins soon.`;
    case 'start':
    case 'how_did_it_go':
      return `How did the conversation with ${name} go?`;
  }
}
