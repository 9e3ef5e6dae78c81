import { z } from 'zod';
import { resolveProblems } from '../../db/problems.ts';
import { Conflict } from '../../domain/errors.ts';
import { ownMailbox } from './find-mailbox.ts';
import { defineOperation } from '../operation.ts';

export const removeMailbox = defineOperation({
  name: 'removeMailbox',
  method: 'delete',
  path: '/mailboxes/{mailboxId}',
  summary: 'Forgets a mailbox (by id or address) and its password; mail already stored is kept',
  input: z.object({ mailboxId: z.string() }),
  output: z.object({ mailboxId: z.string(), address: z.string() }),
  async run(context, { mailboxId }) {
    const { id, address } = await ownMailbox(context, mailboxId);
    await context.db.$transaction(async (tx) => {
      const open = await tx.contact.count({
        where: { mailboxId: id, removedAt: null, stage: { not: 'closed' } },
      });
      if (open > 0) {
        throw new Conflict(
          `Could not remove ${address}: ${open === 1 ? 'the journey of one contact uses' : `the journeys of ${open} contacts use`} it. Stop or remove ${open === 1 ? 'it' : 'them'} first.`,
        );
      }
      await tx.mailbox.update({
        where: { id },
        data: { removedAt: context.now(), secret: '' },
      });
      await resolveProblems(tx, { mailboxId: id });
    });
    await context.watchMailbox(id);
    return { mailboxId: id, address };
  },
});
