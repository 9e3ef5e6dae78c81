import { z } from 'zod';
import { factsOf } from '../../db/contact-facts.ts';
import { compose } from '../../domain/compose/compose.ts';
import { noFacts, type ContactFacts } from '../../domain/contact.ts';
import { profileOf } from '../../domain/profile.ts';
import { contactColumns, contactFields } from './contact-fields.ts';
import { findContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { findingView, leftOutView } from '../views.ts';

export const previewLetter = defineOperation({
  name: 'previewLetter',
  summary: 'The first mail that notes would become, sentence by sentence; stores nothing',
  input: contactFields.partial().extend({
    /** A contact whose findings called fine and pinned notes hold here, too. */
    ref: z.string().optional(),
  }),
  output: z.object({
    subject: z.string(),
    text: z.string(),
    /** In reading order; `field` is the note that a sentence was made from, null where it is ours. */
    sentences: z.array(z.object({ field: z.string().nullable(), text: z.string() })),
    findings: z.array(findingView),
    leftOut: z.array(leftOutView),
  }),
  async run(context, { ref, name, ...fields }) {
    const { db, userId } = context;
    const known = ref === undefined ? undefined : await findContact(context, ref);
    const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
    const named = name === undefined || name.trim() === '' ? {} : { name };
    const typed = contactColumns({ ...fields, ...named });
    const { subject, text, sentences, findings, leftOut } = compose({
      purpose: 'outreach',
      profile: profileOf(user),
      contact: withTyped(known === undefined ? noFacts : factsOf(known), typed),
      previous: undefined,
    });
    return {
      subject,
      text,
      sentences: sentences.map((sentence) => ({
        field: sentence.field ?? null,
        text: sentence.text,
      })),
      findings: [...findings],
      leftOut: [...leftOut],
    };
  },
});

/** What is on the form counts, an emptied field too. */
function withTyped(facts: ContactFacts, typed: ReturnType<typeof contactColumns>): ContactFacts {
  const changes = Object.entries(typed).map(([key, value]) => [key, value ?? undefined] as const);
  // Every column of `typed` is a fact of the same name and type, notes and country apart.
  return { ...facts, ...(Object.fromEntries(changes) as Partial<ContactFacts>) };
}
