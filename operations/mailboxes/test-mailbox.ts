import { z } from 'zod';
import { anotherTry, resumeSending } from '../../db/mailbox/state.ts';
import { storedAccount } from '../../mail/stored-account.ts';
import { ownMailbox } from './find-mailbox.ts';
import { defineOperation } from '../operation.ts';
import { mailboxCheckView } from '../views.ts';

export const testMailbox = defineOperation({
  name: 'testMailbox',
  summary:
    'Repeats the checks of a connected mailbox (by id or address); when all is well, watching and stopped sending go on',
  input: z.object({ mailboxId: z.string() }),
  output: z.object({
    mailboxId: z.string(),
    address: z.string(),
    /** False when a check fails that the mailbox cannot do without. */
    usable: z.boolean(),
    checks: z.array(mailboxCheckView),
  }),
  async run(context, { mailboxId }) {
    const row = await ownMailbox(context, mailboxId);
    const found = await context.checkMailbox(await storedAccount(context, row));
    const usable = !found.some(({ ok, needed }) => needed && !ok);
    if (usable && row.sendingStoppedAt) {
      await context.db.$transaction((tx) => resumeSending(tx, row.id));
      context.deliverSoon();
    }
    // The watcher hears of it, and need not wait for its next try.
    if (usable && row.state !== 'connected')
      await context.db.mailbox.update({ where: { id: row.id }, data: anotherTry });
    return {
      mailboxId: row.id,
      address: row.address,
      usable,
      checks: found.map(({ check, ok, detail }) => ({ check, ok, detail })),
    };
  },
});
