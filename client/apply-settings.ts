import { z } from 'zod';
import { defineVerb } from './verb.ts';

export const applySettings = defineVerb({
  name: 'applySettings',
  method: 'post',
  path: '/settings/apply',
  summary: 'Extends the settings that were changed to the contacts whose journey is under way',
  input: z.object({}),
  output: z.object({ contacts: z.number() }),
  async run({ db, userId }) {
    // Only what was ever changed: a contact's own value for anything else stays.
    const contacts = await db.$executeRaw`
      update contact set policy = contact.policy || user_account.settings
      from user_account
      where user_account.id = contact.user_id and user_account.id = ${userId}::uuid
        and contact.removed_at is null and contact.stage <> 'closed'`;
    return { contacts };
  },
});
