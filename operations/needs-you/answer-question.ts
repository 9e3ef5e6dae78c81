import { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import type { Question } from '../../db/generated/client.ts';
import { isSuppressed } from '../../db/ledger.ts';
import { journeyPolicy, stateOf } from '../../db/journey-state.ts';
import { storedPolicy } from '../../db/policy.ts';
import { choicesOf } from '../../db/questions.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import { Conflict, InvalidInput, NotFound } from '../../domain/errors.ts';
import { consequenceOf, type Consequence, type QuestionKind } from '../../domain/question.ts';
import type { OperationContext } from '../context.ts';
import { lockedContact } from '../find-contact.ts';
import { inviteAgain } from '../meetings/change-meeting.ts';
import { defineOperation } from '../operation.ts';
import { isUuid } from '../uuid.ts';

export const answerQuestion = defineOperation({
  name: 'answerQuestion',
  summary: 'Answer a question of the list of what needs you, with the name of one of its choices',
  input: z.object({
    /** As `needs-you` lists it, with or without `question:` before it. */
    item: z.string(),
    choice: z.string(),
  }),
  output: z.object({
    id: z.string(),
    contactId: z.string().nullable(),
    choice: z.string(),
  }),
  async run(context, { item, choice }) {
    const question = await findQuestion(context, item);
    const chosen = choiceOf(question, choice);
    const done = { id: `question:${question.id}`, contactId: question.contactId, choice: chosen };
    if (question.answer === chosen) return done;
    refuseUnlessOpen(question);
    const consequence = await answered(context, question, chosen);
    if (consequence.kind === 'invite_again' && question.contactId !== null)
      await inviteAgain(context, question.contactId);
    context.deliverSoon();
    return done;
  },
});

async function findQuestion(
  { db, userId }: Pick<OperationContext, 'db' | 'userId'>,
  item: string,
): Promise<Question> {
  const id = item.trim().replace(/^question:/, '');
  const question = isUuid(id) ? await db.question.findFirst({ where: { id, userId } }) : null;
  if (!question) throw new NotFound('This question is not asked any more.', 'list_needs_you');
  return question;
}

/** Throws InvalidInput naming what can be answered. */
function choiceOf(question: Question, choice: string): string {
  const choices = choicesOf(question);
  const wanted = choice.trim().toLowerCase();
  const found = choices.find(({ name }) => name === wanted);
  if (found) return found.name;
  const possible = choices.map(({ name, says }) => `${name} (${says})`).join(', ');
  throw new InvalidInput(
    `Could not answer with "${choice.slice(0, 60)}". Possible answers are: ${possible}.`,
    'choice',
  );
}

function refuseUnlessOpen({ answer, withdrawnAt }: Question): void {
  if (answer !== null) throw new Conflict(`This question is answered already, with "${answer}".`);
  if (withdrawnAt !== null)
    throw new Conflict('This question is no longer asked: something else has decided it.');
}

async function answered(
  { db, now }: OperationContext,
  question: Question,
  choice: string,
): Promise<Consequence> {
  return db.$transaction(async (tx) => {
    const { id, contactId } = question;
    if (contactId === null) {
      await tx.question.update({ where: { id }, data: { answer: choice, answeredAt: now() } });
      return { kind: 'nothing' };
    }
    const contact = await lockedContact(tx, contactId);
    refuseUnlessOpen(await tx.question.findUniqueOrThrow({ where: { id } }));
    const { chapter, met } = stateOf(contact);
    // The column holds nothing else: db/questions.ts writes it.
    const consequence = consequenceOf(question.kind as QuestionKind, choice, {
      closed: contact.stage === 'closed',
      met: met || contact.metAt !== null,
      chapter,
    });
    if (consequence.kind === 'go_to' && consequence.chapter === 'agreeing') {
      if (await isSuppressed(tx, contact.userId, contact.email))
        throw new Conflict(`${contact.email} asked not to be written to, so no times are offered.`);
      await tx.contact.update({ where: { id: contactId }, data: { stoppedAt: null } });
    }
    await tx.question.update({ where: { id }, data: { answer: choice, answeredAt: now() } });
    const says = choicesOf(question).find(({ name }) => name === choice)?.says ?? choice;
    await addTimelineEvent(tx, contactId, `You answered “${question.text}”: ${says}.`);
    await follow(tx, contactId, consequence, now());
    return consequence;
  });
}

async function follow(
  tx: Transaction,
  contactId: string,
  consequence: Consequence,
  now: Date,
): Promise<void> {
  switch (consequence.kind) {
    case 'nothing':
    case 'invite_again':
      return;
    case 'go_to': {
      const { kind: _, ...where } = consequence;
      return tellJourney(tx, contactId, 'goTo', { ...where, at: now.getTime() });
    }
    case 'never_check_in': {
      const contact = await tx.contact.findUniqueOrThrow({ where: { id: contactId } });
      const policy = { ...storedPolicy(contact.policy), checkInEvery: 'never' };
      await tx.contact.update({ where: { id: contactId }, data: { policy } });
      return tellJourney(tx, contactId, 'changePolicy', { policy: journeyPolicy(policy) });
    }
  }
}
