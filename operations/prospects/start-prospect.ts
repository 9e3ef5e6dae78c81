import { z } from 'zod';
import type { Prospect } from '../../db/generated/client.ts';
import { isTimeZone } from '../../domain/timing/time-zone.ts';
import { InvalidInput, NotFound } from '../../domain/errors.ts';
import { mostLabels } from '../contacts/label-contact.ts';
import { addContact } from '../contacts/add-contact.ts';
import type { OperationContext } from '../context.ts';
import { defineOperation } from '../operation.ts';
import { isUuid } from '../uuid.ts';
import { storedResearch } from './prospect-view.ts';
import { contactSummary } from '../views.ts';

export const startProspect = defineOperation({
  name: 'startProspect',
  makes: true,
  summary: 'Make a contact of an imported person and start the journey: a first mail is drafted',
  input: z.object({
    /** Id or address. */
    ref: z.string(),
    /** Where the file has none, or another one is right. */
    email: z.string().optional(),
    name: z.string().optional(),
    mailbox: z.string().optional(),
    set: z.record(z.string(), z.string()).optional(),
  }),
  output: contactSummary,
  async run(context, { ref, ...given }) {
    const prospect = await findProspect(context, ref);
    const email = given.email ?? prospect.email;
    const name = given.name ?? prospect.name;
    if (email === null)
      throw new InvalidInput(
        `The address of ${name ?? ref} is not known. Give their email.`,
        'email',
      );
    if (name === null)
      throw new InvalidInput(`The name behind ${email} is not known. Give their name.`, 'name');
    const contact = await addContact.run(context, { ...factsOf(prospect), ...given, email, name });
    await context.db.prospect.deleteMany({ where: { id: prospect.id } });
    if (prospect.labels.length > 0)
      await context.db.contact.update({
        where: { id: contact.contactId },
        data: { labels: prospect.labels.slice(0, mostLabels) },
      });
    return contact;
  },
});

async function findProspect({ db, userId }: OperationContext, ref: string): Promise<Prospect> {
  const email = ref.trim().toLowerCase();
  const prospect = await db.prospect.findFirst({
    where: { userId, ...(isUuid(ref) ? { id: ref } : { email }) },
  });
  if (!prospect)
    throw new NotFound(
      'This person is not among those you imported, or not any more.',
      'list_prospects',
    );
  return prospect;
}

/** What a contact can hold of it; the rest goes into the notes, which are for the user alone. */
function factsOf({ company, role, foundThrough, language, timeZone, ...rest }: Prospect) {
  const notes = [
    rest.notes,
    rest.status === null ? null : `Status: ${rest.status}`,
    rest.profile,
    ...rest.phones,
    ...rest.otherEmails,
  ].filter((line) => line !== null);
  return {
    ...(company === null ? {} : { company }),
    ...(role === null ? {} : { role }),
    ...(foundThrough === null ? {} : { foundThrough }),
    ...(language !== null && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(language)
      ? { language }
      : {}),
    ...(timeZone !== null && isTimeZone(timeZone) ? { timeZone } : {}),
    ...storedResearch(rest.research),
    topics: rest.topics,
    ...(notes.length === 0 ? {} : { notes: notes.join('\n') }),
  };
}
