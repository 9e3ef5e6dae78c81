import { z } from 'zod';
import { resolveProblems } from '../../db/problems.ts';
import { Conflict } from '../../domain/errors.ts';
import type { OauthToken } from '../../db/generated/client.ts';
import { revokeTokens } from '../../mail/oauth/refresh.ts';
import { storedClient } from '../../mail/oauth/stored-client.ts';
import type { OperationContext } from '../context.ts';
import { providerName } from './oauth/set-oauth-client.ts';
import { ownMailbox } from './find-mailbox.ts';
import { defineOperation } from '../operation.ts';

export const removeMailbox = defineOperation({
  name: 'removeMailbox',
  summary: 'Forgets a mailbox (by id or address) and its password; mail already stored is kept',
  input: z.object({ mailboxId: z.string() }),
  output: z.object({ mailboxId: z.string(), address: z.string() }),
  async run(context, { mailboxId }) {
    const { id, address } = await ownMailbox(context, mailboxId);
    const granted = await context.db.oauthToken.findUnique({ where: { mailboxId: id } });
    await context.db.$transaction(async (tx) => {
      const open = await tx.contact.count({
        where: { mailboxId: id, removedAt: null, stage: { not: 'closed' } },
      });
      if (open > 0) {
        throw new Conflict(
          `Could not remove ${address}: ${open === 1 ? 'the journey of one contact uses' : `the journeys of ${open} contacts use`} it. Stop or remove ${open === 1 ? 'it' : 'them'} first.`,
        );
      }
      const leaving = await tx.draft.count({
        where: { state: 'approved', contact: { mailboxId: id, removedAt: null } },
      });
      if (leaving > 0)
        throw new Conflict(
          `Could not remove ${address}: ${leaving === 1 ? 'a mail that you approved has' : `${leaving} mails that you approved have`} not left yet. Wait for ${leaving === 1 ? 'it' : 'them'}, or take the approval back.`,
        );
      await tx.mailbox.update({
        where: { id },
        data: { removedAt: context.now(), secret: '' },
      });
      await tx.oauthToken.deleteMany({ where: { mailboxId: id } });
      await resolveProblems(tx, { mailboxId: id });
    });
    if (granted) await withdraw(context, granted);
    await context.watchMailbox(id);
    return { mailboxId: id, address };
  },
});

/** Ends the access at the provider too. When that cannot be reached the person ends it on its security page. */
async function withdraw(context: OperationContext, granted: OauthToken): Promise<void> {
  const { db, secrets, oauth } = context;
  const provider = oauth[providerName.parse(granted.provider)];
  try {
    const client = await storedClient(db, secrets, provider);
    await revokeTokens(provider, client, secrets.open(granted.refresh));
  } catch {
    // Forgotten here in any case; without our copy of the token nobody can use it.
  }
}
