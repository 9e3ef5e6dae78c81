import { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { readdressUnsent } from '../../db/drafts.ts';
import type { Contact } from '../../db/generated/client.ts';
import { comingMeeting, invitationLeft } from '../../db/meetings.ts';
import { askUser } from '../../db/questions.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import { parseEmail } from '../../domain/contact.ts';
import { Conflict } from '../../domain/errors.ts';
import { storedPolicy } from '../../db/policy.ts';
import { redraftAfterChange } from '../recompose-drafts.ts';
import { contactColumns, contactFields, policyFrom } from './contact-fields.ts';
import { findContact, lockedContact } from '../find-contact.ts';
import { reopenAt } from '../journeys/reopen-contact.ts';
import { refuseIfLeaving } from '../journeys/refuse-if-leaving.ts';
import { presentContactSummary } from '../present.ts';
import { defineOperation } from '../operation.ts';
import { contactSummary } from '../views.ts';

export const editContact = defineOperation({
  name: 'editContact',
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
        await refuseIfLeaving(tx, id);
        // Mail to the old address was approved for the old address; answers from there still count.
        await readdressUnsent(tx, id, email);
        await tx.contactAddress.createMany({
          data: [{ contactId: id, email: contact.email }],
          skipDuplicates: true,
        });
        await askAboutInvitation(tx, contact, context.now());
        await addTimelineEvent(
          tx,
          id,
          `The address was changed from ${contact.email} to ${email}.`,
        );
      }
      const policy = policyFrom(storedPolicy(contact.policy), set);
      const row = await tx.contact.update({
        where: { id },
        data: {
          ...columns,
          policy: { ...policy },
          ...(moved ? { email, lookedBackAt: null } : {}),
        },
      });
      if (moved && row.outcome === 'bounced')
        await reopenAt(tx, row, { chapter: 'outreach', now: context.now() });
      await redraftAfterChange(tx, { ...row, user: contact.user });
      return tx.contact.findUniqueOrThrow({ where: { id } });
    });
    context.deliverSoon();
    return presentContactSummary(edited);
  },
});

/** An invitation of ours that went to the old address does not follow by itself. */
async function askAboutInvitation(tx: Transaction, contact: Contact, now: Date): Promise<void> {
  const agreed = await comingMeeting(tx, contact.id, now);
  if (agreed?.organizer === 'us' && (await invitationLeft(tx, agreed.id)))
    await askUser(tx, contact, 'new_address', { meetingId: agreed.id });
}
