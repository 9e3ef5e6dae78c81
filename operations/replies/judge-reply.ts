import { z } from 'zod';
import { suppress } from '../../db/received-mail.ts';
import type { Transaction } from '../../db/client.ts';
import { unsentStates, withdrawUnsent } from '../../db/drafts.ts';
import type { Contact } from '../../db/generated/client.ts';
import { stateOf } from '../../db/journey-state.ts';
import { note } from '../../db/timeline.ts';
import { compose } from '../../domain/compose/compose.ts';
import { NotFound } from '../../domain/errors.ts';
import type { Outcome, ReplyJudgement } from '../../domain/journey.ts';
import { afterJudgement } from '../../domain/journey/after-judgement.ts';
import { factsOf } from '../../db/contact-facts.ts';
import { profileOf } from '../../domain/profile.ts';
import { draftIntroducerThanks } from '../../db/referrals.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import { lockedContact } from '../find.ts';
import { presentMessage } from '../present.ts';
import { isUuid } from '../uuid.ts';
import { defineOperation } from '../operation.ts';
import { messageView } from '../views.ts';
import { writeReply } from '../drafts/write-mail.ts';

const judgements = [
  'interested',
  'declined',
  'proposes_time',
  'asks',
  'not_a_reply',
  'opt_out',
] as const satisfies readonly ReplyJudgement[];

export const judgeReply = defineOperation({
  name: 'judgeReply',
  method: 'post',
  path: '/messages/{messageId}/judge',
  summary: 'Say what a received mail means; the journey goes by it',
  input: z.object({ messageId: z.string(), judgement: z.enum(judgements) }),
  output: messageView,
  async run(context, { messageId, judgement }) {
    const { db, userId } = context;
    const found = await db.message.findFirst({
      where: {
        direction: 'in',
        contact: { userId },
        ...(isUuid(messageId) ? { id: messageId } : { messageId: bracketed(messageId) }),
      },
    });
    if (!found) throw new NotFound(`There is no received mail ${messageId}.`);
    const judged = await db.$transaction(async (tx) => {
      const contact = await lockedContact(tx, found.contactId);
      const message = await tx.message.findUniqueOrThrow({ where: { id: found.id } });
      if (message.judgement === judgement) return message;
      if (message.judgement !== null) await undoDrafts(tx, contact.id);
      if (judgement === 'opt_out') {
        const others = await tx.contactAddress.findMany({ where: { contactId: contact.id } });
        const addresses = [contact.email, ...others.map(({ email }) => email)];
        await suppress(tx, userId, addresses, 'asked not to be written to');
        await withdrawUnsent(tx, contact.id, { why: 'they asked not to be written to' });
      }
      const before = { chapter: stateOf(contact).chapter, outcome: outcomeOf(contact) };
      const after = afterJudgement(before, judgement);
      if (judgement === 'declined' && before.outcome !== 'declined') {
        const { subject, text, template } = compose({
          purpose: 'reply',
          because: 'declined',
          profile: profileOf(contact.user),
          contact: factsOf(contact),
          previous: { subject: message.subject },
        });
        await writeReply(tx, contact, { subject, text, template });
      }
      await note(tx, contact.id, `You judged their mail: ${inWords(judgement)}.`);
      await tx.contact.update({
        where: { id: contact.id },
        data: {
          answerOwedTo: answered.has(judgement) ? message.id : null,
          // Mail to somebody whose journey was stopped begins it again, when it is judged to.
          ...(after.chapter === 'closed' ? {} : { stoppedAt: null }),
        },
      });
      await tellJourney(tx, contact.id, 'judgeReply', {
        messageId: message.id,
        at: message.at.getTime(),
        judgement,
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

/** What the user has to answer by themselves. */
const answered: ReadonlySet<ReplyJudgement> = new Set(['interested', 'proposes_time', 'asks']);

/** What an earlier judgement drafted, and a person has not sent, does not fit the corrected one. */
async function undoDrafts(tx: Transaction, contactId: string): Promise<void> {
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

function inWords(judgement: ReplyJudgement): string {
  switch (judgement) {
    case 'interested':
      return 'interested';
    case 'declined':
      return 'declined';
    case 'proposes_time':
      return 'proposes a time';
    case 'asks':
      return 'asks something';
    case 'not_a_reply':
      return 'not an answer';
    case 'opt_out':
      return 'wants no more mail';
  }
}
