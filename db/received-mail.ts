import { randomUUID } from 'node:crypto';
import { canonicalAddress } from '../domain/email-address.ts';
import { stopsMailbox, type JourneyEffect } from '../domain/journey-effects.ts';
import { followUps, takenBackAtEnd, takenBackWhileAway, type Purpose } from '../domain/purpose.ts';
import type { ThreadRule } from '../domain/match-thread.ts';
import type { Verdict } from '../domain/classify/verdict.ts';
import type { Database, Transaction } from './client.ts';
import { askForNewApprovals, withdrawUnsent } from './drafts.ts';
import { advance, type FolderPosition } from './folders.ts';
import { applyCalendarAnswer } from './calendar-answers.ts';
import type { Prisma } from './generated/client.ts';
import { callOff, comingMeeting } from './meetings.ts';
import { lockContact } from './postgres/locks.ts';
import { raiseProblem } from './problems.ts';
import { withdrawQuestions } from './questions.ts';
import { tellJourney, tellMeetingClock } from './tell-journey.ts';
import { addTimelineEvent } from './timeline.ts';

/** A mail with a contact, as the watcher or the gate found it. */
export type StoredMail = {
  readonly contactId: string;
  /** The folder's cursor after this mail. */
  readonly position: FolderPosition;
  readonly dedupeKey: string;
  readonly messageId: string;
  readonly inReplyTo: string | undefined;
  readonly references: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
  readonly gmailThreadId: string | undefined;
};

export type Received = StoredMail & {
  readonly verdict: Verdict;
  readonly rule: ThreadRule;
  /** What it does by itself (domain/journey-effects.ts). */
  readonly effect: JourneyEffect;
  /** Of an auto-reply: the first moment back, capped by the policy. */
  readonly until: Date | undefined;
};

/**
 * Stores a received mail once for each contact whom it concerns, moves the cursor, and does at once what must hold
 * whatever the journey does: unsent follow-ups are withdrawn, an opt-out suppresses, several bounces stop the mailbox.
 * False when it was known already to all of them.
 */
export async function storeReceived(db: Database, mails: readonly Received[]): Promise<boolean> {
  return store(db, mails, async (tx, { mail, contact, id }) => {
    const answer = await applyCalendarAnswer(
      tx,
      { id: contact.id, addresses: addressesOf(contact) },
      mail,
    );
    const effect = answer === 'noted' && mail.effect === 'ask' ? 'none' : mail.effect;
    await insert(tx, mail, id, {
      direction: 'in',
      kind: mail.verdict.kind,
      subkind: mail.verdict.subkind ?? null,
      state: effect === 'ask' || effect === 'blocked' ? 'needs_you' : 'handled',
      visibleText: mail.verdict.visibleText,
      reasons: [...mail.verdict.reasons],
      certain: mail.verdict.certain,
      matchRule: mail.rule,
      returnDate: mail.verdict.returnDate ?? null,
      byHand: false,
      ...(mail.verdict.calendar && { calendar: { ...mail.verdict.calendar } }),
    });
    if (answer === 'ask') await applyEffect(tx, { mail, contact, id, effect });
  });
}

/** Stores a mail that the user wrote to contacts from their own client; it restarts the clock of each journey. */
export async function storeByHand(db: Database, mails: readonly StoredMail[]): Promise<boolean> {
  return store(db, mails, async (tx, { mail, contact, id }) => {
    await insert(tx, mail, id, {
      direction: 'out',
      kind: 'mail',
      subkind: null,
      state: 'sent',
      visibleText: mail.text,
      reasons: [],
      certain: true,
      matchRule: null,
      returnDate: null,
      byHand: true,
    });
    await tx.contact.update({
      where: { id: contact.id },
      data: { newsSeq: { increment: 1 }, lastSentAt: mail.at, answerOwedTo: null },
    });
    // What came after it, or in the same moment, is not answered by it.
    await tx.message.updateMany({
      where: { contactId: contact.id, direction: 'in', state: 'needs_you', at: { lt: mail.at } },
      data: { state: 'handled' },
    });
    await addTimelineEvent(
      tx,
      contact.id,
      `You wrote to them from your own mail program: “${mail.subject}”.`,
    );
    await tellJourney(tx, contact.id, 'wroteByHand', {
      id,
      messageId: id,
      at: mail.at.getTime(),
    });
    await holdUnsent(tx, contact.id, 'you wrote to them yourself', takenBackAtEnd);
  });
}

type ContactRef = {
  readonly id: string;
  readonly userId: string;
  readonly email: string;
  readonly addresses: readonly { readonly email: string }[];
};

async function applyEffect(
  tx: Transaction,
  what: {
    readonly mail: Received;
    readonly contact: ContactRef;
    readonly id: string;
    readonly effect: JourneyEffect;
  },
): Promise<void> {
  const { mail, contact, id, effect } = what;
  const news = { id, messageId: id, at: mail.at.getTime() };
  if (effect !== 'none' && effect !== 'lost' && effect !== 'away')
    await tx.contact.update({ where: { id: contact.id }, data: { newsSeq: { increment: 1 } } });
  switch (effect) {
    case 'ask':
      await addTimelineEvent(tx, contact.id, `A mail came from ${mail.from}: “${mail.subject}”.`);
      // The journey hears of the mail first, and then of what the mail took back.
      await tellJourney(
        tx,
        contact.id,
        mail.verdict.kind === 'calendar' ? 'calendarAnswered' : 'replyReceived',
        news,
      );
      return holdUnsent(tx, contact.id, 'they wrote', followUps);
    case 'opt_out':
      await suppress(tx, contact.userId, addressesOf(contact), 'asked not to be written to');
      await withdrawUnsent(tx, contact.id, { why: 'they asked not to be written to' });
      await withdrawQuestions(tx, contact.id, mail.at);
      await dropMeeting(tx, contact.id);
      await addTimelineEvent(
        tx,
        contact.id,
        'They asked not to be written to. Rapport will not write again.',
      );
      return tellJourney(tx, contact.id, 'optedOut', news);
    case 'dead_address':
      await withdrawUnsent(tx, contact.id, { why: 'the address does not exist' });
      await raiseProblem(tx, {
        userId: contact.userId,
        kind: 'bounced',
        contactId: contact.id,
        text: `The mail to ${contact.email} came back: “${mail.verdict.reasons[0] ?? mail.subject}” Correct the address and the journey begins again.`,
      });
      await addTimelineEvent(tx, contact.id, `The mail to ${contact.email} came back.`);
      return tellJourney(tx, contact.id, 'mailBounced', {
        id,
        at: news.at,
        deadAddress: true,
      });
    case 'lost':
      await raiseProblem(tx, {
        userId: contact.userId,
        kind: 'lost',
        contactId: contact.id,
        text: `A mail to ${contact.email} was not delivered, though the address seems right: “${mail.verdict.reasons[0] ?? mail.subject}” The journey goes on; the nudge will be the next try, or write to them another way.`,
      });
      return addTimelineEvent(tx, contact.id, 'A mail was not delivered; the address seems right.');
    case 'blocked':
      await tellJourney(tx, contact.id, 'replyReceived', news);
      await holdUnsent(tx, contact.id, 'their server refused a mail', followUps);
      await addTimelineEvent(
        tx,
        contact.id,
        mail.verdict.subkind === 'sending_limit'
          ? 'A mail was not delivered: your account had sent all that its provider allows in a day.'
          : 'A mail was turned away by a policy of their server, not because of the address.',
      );
      return stopAfterSeveral(tx, mail, contact);
    case 'away':
      await addTimelineEvent(
        tx,
        contact.id,
        mail.until
          ? `An automatic reply came: away until ${mail.until.toISOString().slice(0, 10)}.`
          : 'An automatic reply came.',
      );
      await tellJourney(tx, contact.id, 'autoReplied', {
        ...news,
        ...(mail.until ? { until: mail.until.getTime() } : {}),
      });
      await withdrawUnsent(tx, contact.id, {
        why: 'they are away',
        purposes: takenBackWhileAway,
      });
      return;
    case 'none':
      return addTimelineEvent(
        tx,
        contact.id,
        `A mail came that changes nothing: “${mail.subject}”.`,
      );
  }
}

/** Nobody is told: they want no more mail. */
async function dropMeeting(tx: Transaction, contactId: string): Promise<void> {
  const now = new Date();
  const agreed = await comingMeeting(tx, contactId, now);
  if (!agreed) return;
  const why = 'they asked not to be written to';
  const { meeting } = await callOff(tx, agreed, { by: 'them', why, now });
  await tellMeetingClock(tx, meeting);
}

/** One bounce can be forged by whoever got the mail; those of several people show that our sending is refused. */
async function stopAfterSeveral(
  tx: Transaction,
  mail: Received,
  contact: ContactRef,
): Promise<void> {
  const { mailboxId } = mail.position;
  const bounces = await tx.message.findMany({
    where: {
      mailboxId,
      direction: 'in',
      kind: 'bounce_permanent',
      subkind: { in: ['policy', 'relaying', 'sending_limit'] },
      matchRule: { in: ['reply_id', 'returned_id'] },
    },
    select: { contactId: true, at: true },
    orderBy: { at: 'desc' },
    take: 50,
  });
  const recent = bounces.map(({ contactId, at }) => ({ contactId, at: at.getTime() }));
  if (stopsMailbox(recent, mail.at.getTime()))
    await stopMailbox(tx, {
      mailboxId,
      userId: contact.userId,
      why: mail.verdict.reasons[0] ?? mail.subject,
      until: undefined,
    });
}

/** Stops all of a mailbox's sending, loudly: its server, or another's, objects to more than one mail. */
export async function stopMailbox(
  tx: Transaction,
  stop: {
    readonly mailboxId: string;
    readonly userId: string;
    readonly why: string;
    /** When it goes on by itself; a person has to look when undefined. */
    readonly until: Date | undefined;
  },
): Promise<void> {
  await tx.mailbox.updateMany({
    where: {
      id: stop.mailboxId,
      OR: [{ sendingStoppedAt: null }, { sendingStoppedUntil: { not: null } }],
    },
    data: {
      sendingStoppedAt: new Date(),
      sendingStoppedUntil: stop.until ?? null,
      sendingStoppedWhy: stop.why,
    },
  });
  const goesOn =
    stop.until === undefined
      ? 'When the cause is removed, test the mailbox in the settings; sending then goes on.'
      : 'Its provider limits what an account may send in a day; sending goes on by itself after 24 hours.';
  await raiseProblem(tx, {
    userId: stop.userId,
    kind: 'mailbox',
    mailboxId: stop.mailboxId,
    text: `Nothing more is sent from this mailbox: “${stop.why}” ${goesOn}`,
  });
}

/** Never write to these addresses again, for any contact of the user. */
export async function suppress(
  tx: Transaction,
  userId: string,
  emails: readonly string[],
  why: string,
): Promise<void> {
  await tx.suppression.createMany({
    data: [...new Set(emails.map(canonicalAddress))].map((email) => ({
      userId,
      email,
      why,
    })),
    skipDuplicates: true,
  });
}

/** What no longer fits (`purposes`) is withdrawn; everything else that waits needs a new yes. */
async function holdUnsent(
  tx: Transaction,
  contactId: string,
  why: string,
  purposes: readonly Purpose[],
): Promise<void> {
  await withdrawUnsent(tx, contactId, { why, purposes });
  await askForNewApprovals(tx, contactId, why);
}

/** All of them in one transaction: the cursor passes a mail when every contact has it. */
async function store<Mail extends StoredMail>(
  db: Database,
  mails: readonly Mail[],
  work: (
    tx: Transaction,
    news: { readonly mail: Mail; readonly contact: ContactRef; readonly id: string },
  ) => Promise<void>,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    let fresh = false;
    for (const mail of mails.toSorted((a, b) => (a.contactId < b.contactId ? -1 : 1))) {
      const { contactId, dedupeKey, position } = mail;
      await lockContact(tx, contactId);
      const { mailboxId } = position;
      const known = await tx.message.findUnique({
        where: { mailboxId_contactId_dedupeKey: { mailboxId, contactId, dedupeKey } },
        select: { id: true },
      });
      if (known) continue;
      const contact = await tx.contact.findUniqueOrThrow({
        where: { id: contactId },
        select: { id: true, userId: true, email: true, addresses: { select: { email: true } } },
      });
      await work(tx, { mail, contact, id: randomUUID() });
      fresh = true;
    }
    const last = mails.at(-1);
    if (last) await advance(tx, last.position);
    return fresh;
  });
}

function addressesOf(contact: ContactRef): readonly string[] {
  return [contact.email, ...contact.addresses.map(({ email }) => email)];
}

async function insert(
  tx: Transaction,
  mail: StoredMail,
  id: string,
  what: {
    readonly direction: 'in' | 'out';
    readonly kind: string;
    readonly subkind: string | null;
    readonly state: string;
    readonly visibleText: string;
    readonly reasons: string[];
    readonly certain: boolean;
    readonly matchRule: string | null;
    readonly returnDate: string | null;
    readonly byHand: boolean;
    readonly calendar?: Prisma.InputJsonObject;
  },
): Promise<void> {
  await tx.message.create({
    data: {
      ...what,
      id,
      mailboxId: mail.position.mailboxId,
      contactId: mail.contactId,
      at: mail.at,
      messageId: mail.messageId,
      inReplyTo: mail.inReplyTo ?? null,
      references: [...mail.references],
      fromAddress: mail.from,
      toAddress: mail.to,
      subject: mail.subject,
      text: mail.text,
      gmailThreadId: mail.gmailThreadId ?? null,
      dedupeKey: mail.dedupeKey,
    },
  });
}
