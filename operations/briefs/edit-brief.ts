import { z } from 'zod';
import { Prisma } from '../../db/generated/client.ts';
import { parseLine } from '../../domain/contact.ts';
import { InvalidInput } from '../../domain/errors.ts';
import { findContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { briefView, loadBrief, type BriefView } from './load-brief.ts';

/** More than fourteen questions do not fit a conversation. */
const mostQuestions = 14;

export const editBrief = defineOperation({
  name: 'editBrief',
  summary:
    'Your own questions or notes in a brief; an empty list of questions brings the suggested ones back',
  input: z.object({
    ref: z.string(),
    questions: z.array(z.string()).optional(),
    notes: z.string().nullable().optional(),
  }),
  output: briefView,
  async run(context, { ref, questions, notes }) {
    const { db } = context;
    const { id } = await findContact(context, ref);
    const contact = await db.contact.findUniqueOrThrow({
      where: { id },
      include: { user: true },
    });
    const change = {
      ...(questions === undefined
        ? {}
        : { questions: ownQuestions(questions, await loadBrief(db, contact)) }),
      ...(notes === undefined ? {} : { notes: notes?.trim().slice(0, 20_000) || null }),
    };
    await db.briefNotes.upsert({
      where: { contactId: id },
      create: { contactId: id, ...change },
      update: change,
    });
    return loadBrief(db, contact);
  },
});

/** A question that was there keeps its theme; a new one counts as one about the work. Throws InvalidInput. */
function ownQuestions(
  texts: readonly string[],
  before: BriefView,
): BriefView['questions'] | typeof Prisma.DbNull {
  const lines = texts.map((text) => parseLine('question', text, 500)).filter(Boolean);
  if (lines.length > mostQuestions)
    throw new InvalidInput(
      `Could not keep ${lines.length} questions: ${mostQuestions} are the most that fit a conversation. Leave some out.`,
      'questions',
    );
  if (lines.length === 0) return Prisma.DbNull;
  return lines.map(
    (text) =>
      before.questions.find((known) => known.text === text) ?? {
        theme: 'role' as const,
        about: 'role' as const,
        text,
      },
  );
}
