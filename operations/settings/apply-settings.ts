import { z } from 'zod';
import { journeyPolicy } from '../../db/journey-state.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import { defineOperation } from '../operation.ts';

export const applySettings = defineOperation({
  name: 'applySettings',
  summary: 'Extends the settings that were changed to the contacts whose journey is under way',
  input: z.object({}),
  output: z.object({ contacts: z.number() }),
  async run({ db, userId, deliverSoon }) {
    const contacts = await db.$transaction(async (tx) => {
      // Only what was ever changed: a contact's own value for anything else stays.
      const rows = await tx.$queryRaw<readonly Row[]>`
        update contact set policy = contact.policy || user_account.settings
        from user_account
        where user_account.id = contact.user_id and user_account.id = ${userId}::uuid
          and contact.removed_at is null and contact.stage <> 'closed'
        returning contact.id, contact.policy`;
      for (const { id, policy } of rows)
        await tellJourney(tx, id, 'changePolicy', { policy: journeyPolicy(policy) });
      return rows.length;
    });
    deliverSoon();
    return { contacts };
  },
});

type Row = { readonly id: string; readonly policy: unknown };
