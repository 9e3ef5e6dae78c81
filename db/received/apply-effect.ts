import { stopsMailbox, type JourneyEffect } from '../../domain/journey-effects.ts';
import { followUps, takenBackWhileAway } from '../../domain/purpose.ts';
import type { Transaction } from '../client.ts';
import { withdrawUnsent } from '../drafts.ts';
import { holdUnsent } from './hold-unsent.ts';
import { stopMailbox } from '../mailbox/stop-sending.ts';
import { callOff, comingMeeting } from '../meetings.ts';
import { raiseProblem } from '../problems.ts';
import { withdrawQuestions } from '../questions.ts';
import { addressesOf, type ContactRef, type Received } from './stored-mail.ts';
import { suppress } from '../suppressions.ts';
import { tellJourney, tellMeetingClock } from '../tell-journey.ts';
import { addTimelineEvent } from '../timeline.ts';

/** Does what a received mail does by itself, and tells the journey of it, in the transaction that stores the mail. */
export async function applyEffect(
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
