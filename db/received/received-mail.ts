import { randomUUID } from 'node:crypto';
import { takenBackAtEnd } from '../../domain/purpose.ts';
import { applyEffect } from './apply-effect.ts';
import { applyCalendarAnswer } from '../calendar-answers.ts';
import type { Database, Transaction } from '../client.ts';
import { advance } from '../folders.ts';
import type { Prisma } from '../generated/client.ts';
import { holdUnsent } from './hold-unsent.ts';
import { lockContact } from '../postgres/locks.ts';
import { addressesOf, type ContactRef, type Received, type StoredMail } from './stored-mail.ts';
import { tellJourney } from '../tell-journey.ts';
import { addTimelineEvent } from '../timeline.ts';

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
