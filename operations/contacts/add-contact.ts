import { z } from 'zod';
import { stateToJson } from '../../db/journey-state.ts';
import { findForAdding, recordStart, type ForAdding } from '../../db/new-contact.ts';
import { parseEmail } from '../../domain/contact.ts';
import { InvalidInput, Conflict } from '../../domain/errors.ts';
import { firstState, journeyId } from '../../domain/journey.ts';
import { defaultPolicy, type Policy } from '../../domain/policy.ts';
import { practicePolicy } from '../../domain/practice-policy.ts';
import { contactColumns, contactFields, policyFrom } from './contact-fields.ts';
import { findMailbox } from '../find-contact.ts';
import { presentContactSummary } from '../present.ts';
import { defineOperation } from '../operation.ts';
import { contactSummary } from '../views.ts';

export const addContact = defineOperation({
  name: 'addContact',
  makes: true,
  summary: 'Add a person and start the journey: a first mail is drafted for your approval',
  input: contactFields.partial().extend({
    email: z.string(),
    name: z.string(),
    mailbox: z.string().optional(),
    set: z.record(z.string(), z.string()).optional(),
  }),
  output: contactSummary,
  async run(context, { email: typed, mailbox: wanted, set, ...fields }) {
    const { db, userId } = context;
    const email = parseEmail(typed);
    const columns = contactColumns(fields);
    const { settings, suppressed, known } = await findForAdding(db, { userId, email });
    const mailbox = await findMailbox(context, wanted);
    const usual = mailbox.practice ? { ...defaultPolicy, ...practicePolicy } : defaultPolicy;
    const policy = policyFrom({ ...usual, ...(settings as Partial<Policy>) }, set);
    if (email === mailbox.address)
      throw new InvalidInput(
        `${email} is your own mailbox. Add the person you want to write to.`,
        'email',
      );
    if (suppressed)
      throw new Conflict(
        `${email} asked not to be written to, so no journey was started with this address.`,
      );
    if (known) throw alreadyKnown(email, known);

    const adding = db.$transaction(async (tx) => {
      const created = await tx.contact.create({
        data: {
          ...columns,
          name: columns.name ?? '',
          userId,
          email,
          mailboxId: mailbox.id,
          policy: { ...policy },
          journey: stateToJson(firstState(policy)),
        },
      });
      await recordStart(tx, { contactId: created.id, target: journeyId(created.id) });
      return created;
    });
    const contact = await adding.catch(async (error: unknown) => {
      // If two requests add one address at the same moment, only the unique index stops the second.
      const { known: first } = await findForAdding(db, { userId, email });
      throw first ? alreadyKnown(email, first) : error;
    });
    context.deliverSoon();
    return presentContactSummary(contact);
  },
});

function alreadyKnown(email: string, { name }: NonNullable<ForAdding['known']>): Conflict {
  return new Conflict(`${email} is a contact already: ${name}. To begin anew, reopen that one.`);
}
