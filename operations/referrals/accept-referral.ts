import { z } from 'zod';
import { addTimelineEvent } from '../../db/timeline.ts';
import { parseEmail } from '../../domain/contact.ts';
import { Conflict, InvalidInput, NotFound } from '../../domain/errors.ts';
import type { OperationContext } from '../context.ts';
import { addContact } from '../contacts/add-contact.ts';
import { contactFields } from '../contacts/contact-fields.ts';
import { findContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { findReferral } from './find-referral.ts';

export const acceptReferral = defineOperation({
  name: 'acceptReferral',
  summary:
    'Make a contact of a referral; the first mail names the introducer. A known contact is linked instead',
  input: contactFields.partial().extend({
    id: z.string(),
    email: z.string().optional(),
    mailbox: z.string().optional(),
    set: z.record(z.string(), z.string()).optional(),
  }),
  output: z.object({ contactId: z.string(), existing: z.boolean() }),
  async run(context, { id, email: typed, name, ...fields }) {
    const referral = await findReferral(context, id);
    const email = typed === undefined ? referral.email : parseEmail(typed);
    if (email === null)
      throw new InvalidInput(
        `Could not write to ${referral.name}: no address is known. Give one.`,
        'email',
        'give_email',
      );
    if (email === referral.introducer.email)
      throw new InvalidInput(`${email} is the address of ${referral.introducer.name}.`, 'email');
    const known = await contactWith(context, email);
    const contactId =
      known ??
      (
        await addContact.run(context, {
          foundThrough: 'referral',
          referredBy: referral.introducer.name,
          // What they said about the person is the user's research until there is better.
          ...(referral.why === null ? {} : { notes: referral.why }),
          ...fields,
          name: name ?? referral.name,
          email,
        })
      ).contactId;
    await link(context, { id, contactId, email });
    return { contactId, existing: known !== undefined };
  },
});

async function contactWith(context: OperationContext, email: string): Promise<string | undefined> {
  try {
    return (await findContact(context, email)).id;
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

/** After a crash between adding and linking, accepting again finds the contact and links it. */
async function link(
  { db, now }: OperationContext,
  referral: { readonly id: string; readonly contactId: string; readonly email: string },
): Promise<void> {
  const { id, contactId, email } = referral;
  await db.$transaction(async (tx) => {
    const row = await tx.referral.findUniqueOrThrow({
      where: { id },
      include: { introducer: true },
    });
    if (row.state === 'accepted' && row.contactId === contactId) return;
    const twin = await tx.referral.findFirst({
      where: { introducerId: row.introducerId, contactId, id: { not: id } },
    });
    if (twin)
      throw new Conflict(`${row.introducer.name} has introduced this person already (${twin.id}).`);
    const contact = await tx.contact.findUniqueOrThrow({ where: { id: contactId } });
    await tx.referral.update({
      where: { id },
      data: { state: 'accepted', decidedAt: now(), contactId, email },
    });
    await addTimelineEvent(tx, contactId, `${row.introducer.name} pointed you to ${contact.name}.`);
    await addTimelineEvent(
      tx,
      row.introducerId,
      `${contact.name}, to whom they pointed you, is a contact now.`,
    );
  });
}
