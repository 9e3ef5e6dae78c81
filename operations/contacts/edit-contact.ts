import { z } from 'zod';
import { withdrawUnsent } from '../../db/drafts.ts';
import { stateToJson } from '../../db/journey-state.ts';
import { resolveProblems } from '../../db/problems.ts';
import { note } from '../../db/timeline.ts';
import { parseEmail } from '../../domain/contact.ts';
import { Conflict } from '../../domain/errors.ts';
import type { Policy } from '../../domain/policy.ts';
import { firstState } from './add-contact.ts';
import { contactColumns, contactFields, policyFrom } from './contact-fields.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import { findContact, lockedContact } from '../find.ts';
import { presentContactSummary } from '../present.ts';
import { defineOperation } from '../operation.ts';
import { contactSummary } from '../views.ts';

export const editContact = defineOperation({
  name: 'editContact',
  method: 'patch',
  path: '/contacts/{ref}',
  summary: 'Change what is known about a person; a corrected address begins a bounced journey anew',
  input: contactFields.partial().extend({
    ref: z.string(),
    email: z.string().optional(),
    set: z.record(z.string(), z.string()).optional(),
  }),
  output: contactSummary,
  async run(context, { ref, email: typed, set, ...fields }) {
    const { db, userId } = context;
    const { id } = await findContact(context, ref);
    const columns = contactColumns(fields);
    const email = typed === undefined ? undefined : parseEmail(typed);
    const edited = await db.$transaction(async (tx) => {
      const contact = await lockedContact(tx, id);
      const moved = email !== undefined && email !== contact.email;
      if (moved) {
        const other = await tx.contact.findUnique({ where: { userId_email: { userId, email } } });
        if (other) throw new Conflict(`${email} is another contact already: ${other.name}.`);
        // Mail to the old address was approved for the old address; answers from there still count.
        await withdrawUnsent(tx, id, { why: 'the address was changed' });
        await tx.contactAddress.createMany({
          data: [{ contactId: id, email: contact.email }],
          skipDuplicates: true,
        });
        await note(tx, id, `The address was changed from ${contact.email} to ${email}.`);
      }
      const policy = policyFrom(contact.policy as unknown as Policy, set);
      const row = await tx.contact.update({
        where: { id },
        data: {
          ...columns,
          policy: { ...policy },
          ...(moved ? { email, lookedBackAt: null } : {}),
        },
      });
      const unsent =
        row.stage === 'drafting' || row.stage === 'awaiting_approval' || row.stage === 'scheduled';
      if (moved && (row.outcome === 'bounced' || unsent)) {
        await resolveProblems(tx, { kind: 'bounced', contactId: id });
        await tx.contact.update({
          where: { id },
          data: {
            journey: stateToJson(firstState(policy)),
            round: { increment: 1 },
            stage: 'drafting',
            outcome: null,
            nextAt: null,
            nextWhy: null,
          },
        });
        await tellJourney(tx, id, 'reopen');
      }
      return tx.contact.findUniqueOrThrow({ where: { id } });
    });
    context.deliverSoon();
    return presentContactSummary(edited);
  },
});
