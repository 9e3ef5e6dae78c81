import { z } from 'zod';
import { questionOf, type Choice, type QuestionKind } from '../domain/question.ts';
import type { Transaction } from './client.ts';
import type { Contact, Question } from './generated/client.ts';

/** Asks the user something about a contact; a question that is open is not asked again. The caller holds the contact's lock. */
export async function askUser(
  tx: Transaction,
  contact: Pick<Contact, 'id' | 'userId' | 'name'>,
  kind: QuestionKind,
  about: { readonly meetingId?: string; readonly messageId?: string } = {},
): Promise<void> {
  const open = await tx.question.count({ where: { contactId: contact.id, kind, ...unanswered } });
  if (open > 0) return;
  const { text, choices } = questionOf(kind, contact.name);
  await tx.question.create({
    data: {
      userId: contact.userId,
      contactId: contact.id,
      meetingId: about.meetingId ?? null,
      messageId: about.messageId ?? null,
      kind,
      text,
      choices: choices.map((choice) => ({ ...choice })),
    },
  });
}

/** What is still to be answered. */
export const unanswered = { answeredAt: null, withdrawnAt: null } as const;

/** These are no longer asked: something decided them. All of a contact's without `kinds`. */
export async function withdrawQuestions(
  tx: Transaction,
  contactId: string,
  now: Date,
  kinds?: readonly QuestionKind[],
): Promise<void> {
  await tx.question.updateMany({
    where: { contactId, ...unanswered, ...(kinds ? { kind: { in: [...kinds] } } : {}) },
    data: { withdrawnAt: now },
  });
}

const stored = z.array(z.object({ name: z.string(), says: z.string() }));

export function choicesOf({ choices }: Pick<Question, 'choices'>): readonly Choice[] {
  return stored.parse(choices);
}
