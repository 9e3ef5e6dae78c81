import { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { draftOccasion, type Recipient } from '../../db/occasion-draft.ts';
import { helpedSentence } from '../../domain/compose/helped.ts';
import { parseLine } from '../../domain/contact.ts';
import { InvalidInput } from '../../domain/errors.ts';
import { lockedContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { askToStopOutreach } from './ask-to-stop-outreach.ts';
import { findHelpers } from './find-helpers.ts';

export const tellOfNewRole = defineOperation({
  name: 'tellOfNewRole',
  summary:
    'You landed a role: drafts a personal note to everybody who helped, each for your approval. Said again, it gives the same drafts',
  input: z.object({
    role: z.string(),
    company: z.string().optional(),
    dryRun: z.boolean().optional(),
  }),
  output: z.array(
    z.object({ contactId: z.string(), name: z.string(), draftId: z.string().nullable() }),
  ),
  async run(context, input) {
    const { db, userId } = context;
    const role = parseLine('role', input.role, 200);
    if (role === '') throw new InvalidInput('Name the role.', 'role');
    const company = parseLine('company', input.company ?? '', 200);
    const helpers = await findHelpers(db, userId);
    if (input.dryRun)
      return helpers.map(({ id, name }) => ({ contactId: id, name, draftId: null }));

    const landing = await db.landing.upsert({
      where: { userId_role_company: { userId, role, company } },
      create: { userId, role, company },
      update: {},
    });
    const told = [];
    for (const { id, name } of helpers) {
      const draftId = await db.$transaction(async (tx) =>
        draftOnce(tx, await lockedContact(tx, id), { landingId: landing.id, role, company }),
      );
      told.push({ contactId: id, name, draftId });
    }
    await askToStopOutreach(db, { userId, role });
    context.deliverSoon();
    return told;
  },
});

async function draftOnce(
  tx: Transaction,
  contact: Recipient,
  {
    landingId,
    role,
    company,
  }: {
    readonly landingId: string;
    readonly role: string;
    readonly company: string;
  },
): Promise<string> {
  const known = await tx.draft.findFirst({ where: { landingId, contactId: contact.id } });
  if (known) return known.id;
  const [referrals, advice] = await Promise.all([
    tx.referral.findMany({ where: { introducerId: contact.id, state: 'accepted' } }),
    tx.takeaway.findFirst({
      where: { contactId: contact.id, kind: 'advice' },
      orderBy: [{ doneAt: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }],
    }),
  ]);
  const helped = helpedSentence(
    {
      introduced: referrals.map(({ name }) => name),
      advice: advice?.text,
      met: contact.metAt !== null,
    },
    {
      language: contact.language ?? 'en',
      informal: contact.formality === 'informal',
    },
  );
  const draft = await draftOccasion(tx, contact, {
    landingId,
    occasion: {
      purpose: 'landed_role',
      role,
      ...(company === '' ? {} : { company }),
      helped,
    },
  });
  return draft.id;
}
