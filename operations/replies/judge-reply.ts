import { z } from 'zod';
import { suppress } from '../../db/suppressions.ts';
import type { Transaction } from '../../db/client.ts';
import { withdrawUnsent } from '../../db/drafts.ts';
import type { Contact, Message } from '../../db/generated/client.ts';
import { stateOf } from '../../db/journey-state.ts';
import { askUser, unanswered, withdrawQuestions } from '../../db/questions.ts';
import { addReferral } from '../../db/referrals.ts';
import { lockUserTimes } from '../../db/slot-offers.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import { unsentStates } from '../../domain/draft-state.ts';
import { compose } from '../../domain/compose/compose.ts';
import { NotFound } from '../../domain/errors.ts';
import { type Outcome, type ReplyJudgement, replyJudgements } from '../../domain/journey.ts';
import { afterJudgement } from '../../domain/journey/after-judgement.ts';
import { judgementEffects } from '../../domain/journey/judgement-effects.ts';
import { factsOf } from '../../db/contact-facts.ts';
import { profileOf } from '../../domain/profile.ts';
import { draftIntroducerThanks } from '../../db/referrals.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import { lockedContact } from '../find-contact.ts';
import { presentMessage } from '../present.ts';
import { isUuid } from '../uuid.ts';
import { defineOperation } from '../operation.ts';
import { messageView, time } from '../views.ts';
import { judgementDetails } from './judgement-details.ts';
import { judgementWords } from './judgement-words.ts';
import { changeMeeting, restoreMeeting } from './meeting-after-judgement.ts';
import { writeReply } from '../drafts/write-mail.ts';

export const judgeReply = defineOperation({
  name: 'judgeReply',
  summary: 'Say what a received mail means; the journey goes by it',
  input: z.object({
    messageId: z.string(),
    judgement: z.enum(replyJudgements),
    /** Of `later`: when to ask again. */
    until: time.optional(),
    /** Of `referred`: whom they named, each as NAME <ADDRESS>: WHY. */
    persons: z.array(z.string()).max(20).optional(),
  }),
  output: messageView,
  async run(context, { messageId, judgement, ...given }) {
    const { db, userId, now } = context;
    const { until, people } = judgementDetails(judgement, { ...given, now: now() });
    const found = await db.message.findFirst({
      where: {
        direction: 'in',
        contact: { userId },
        ...(isUuid(messageId) ? { id: messageId } : { messageId: bracketed(messageId) }),
      },
    });
    if (!found) throw new NotFound(`There is no received mail ${messageId}.`);
    const judged = await db.$transaction(async (tx) => {
      await lockUserTimes(tx, userId);
      const contact = await lockedContact(tx, found.contactId);
      const message = await tx.message.findUniqueOrThrow({ where: { id: found.id } });
      // Put off once more, to another date, is no repetition.
      if (message.judgement === judgement && judgement !== 'later') return message;
      if (message.judgement !== null) await undo(tx, contact.id, message, now());
      if (judgement === 'opt_out') {
        const others = await tx.contactAddress.findMany({ where: { contactId: contact.id } });
        const addresses = [contact.email, ...others.map(({ email }) => email)];
        await suppress(tx, userId, addresses, 'asked not to be written to');
        await withdrawUnsent(tx, contact.id, { why: 'they asked not to be written to' });
        await withdrawQuestions(tx, contact.id, now());
      }
      const { chapter, met } = stateOf(contact);
      const before = { chapter, met, outcome: outcomeOf(contact) };
      const after = afterJudgement(before, judgement);
      const effects = judgementEffects(before, judgement);
      await changeMeeting(tx, contact, { judgement, effect: effects.meeting, now: now() });
      const because = effects.reply;
      if (because !== undefined) {
        const { subject, text, template } = compose({
          purpose: 'reply',
          because,
          people: people.map(({ name }) => name),
          profile: profileOf(contact.user),
          contact: factsOf(contact),
          previous: { subject: message.subject },
        });
        await writeReply(tx, contact, { subject, text, template });
      }
      for (const person of people)
        await addReferral(tx, contact, person, { messageId: message.id });
      // They write: the check-ins are read.
      if (judgement !== 'not_a_reply') await withdrawQuestions(tx, contact.id, now(), ['go_on']);
      if (effects.question !== undefined)
        await askUser(tx, contact, effects.question, { messageId: message.id });
      await addTimelineEvent(
        tx,
        contact.id,
        `You judged their mail: ${judgementWords(judgement)}.`,
      );
      await tx.contact.update({
        where: { id: contact.id },
        data: {
          answerOwedTo: effects.owesAnswer ? message.id : null,
          // Mail to somebody whose journey was stopped begins it again, when it is judged to.
          ...(after.chapter === 'closed' ? {} : { stoppedAt: null }),
        },
      });
      await tellJourney(tx, contact.id, 'judgeReply', {
        messageId: message.id,
        at: message.at.getTime(),
        judgement,
        ...(until === undefined ? {} : { until: until.getTime() }),
      });
      return tx.message.update({
        where: { id: message.id },
        data: { judgement, state: 'handled' },
      });
    });
    await draftIntroducerThanks(db, { contactId: found.contactId });
    context.deliverSoon();
    return presentMessage(judged);
  },
});

/** What an earlier judgement drafted, asked or called off, and nobody was told, does not fit the corrected one. */
async function undo(
  tx: Transaction,
  contactId: string,
  message: Message,
  now: Date,
): Promise<void> {
  await tx.question.updateMany({
    where: { messageId: message.id, ...unanswered },
    data: { withdrawnAt: now },
  });
  // The column holds nothing else: this operation alone writes it.
  const judgement = message.judgement as ReplyJudgement;
  await restoreMeeting(tx, contactId, { judgement, now });
  const drafts = await tx.draft.findMany({
    where: { contactId, purpose: 'reply', template: { not: 'hand' }, state: { in: unsentStates } },
    select: { id: true },
  });
  for (const { id } of drafts)
    await withdrawUnsent(tx, contactId, { why: 'you judged their mail anew', draftId: id });
}

/** The column holds nothing else: the journey writes it. */
function outcomeOf({ outcome }: Pick<Contact, 'outcome'>): Outcome | undefined {
  return (outcome ?? undefined) as Outcome | undefined;
}

function bracketed(messageId: string): string {
  return messageId.startsWith('<') ? messageId : `<${messageId}>`;
}
