import { z } from 'zod';
import { suppress } from '../../db/suppressions.ts';
import { withdrawUnsent } from '../../db/drafts.ts';
import { lockContact } from '../../db/postgres/locks.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import { parseEmail } from '../../domain/contact.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import { defineOperation } from '../operation.ts';

export const suppressAddress = defineOperation({
  name: 'suppressAddress',
  summary: 'Never write to an address again; an open journey with it ends',
  input: z.object({ email: z.string() }),
  output: z.object({ email: z.string() }),
  async run(context, { email: typed }) {
    const { db, userId, now } = context;
    const email = parseEmail(typed);
    await db.$transaction(async (tx) => {
      await suppress(tx, userId, [email], 'you asked for it');
      const contact = await tx.contact.findFirst({
        where: { userId, OR: [{ email }, { addresses: { some: { email } } }] },
      });
      if (!contact) return;
      await lockContact(tx, contact.id);
      await withdrawUnsent(tx, contact.id, { why: 'the address is suppressed' });
      if (contact.stage === 'closed') return;
      await tx.contact.update({
        where: { id: contact.id },
        data: {
          stoppedAt: now(),
          stage: 'closed',
          outcome: 'stopped',
          nextAt: null,
          nextWhy: null,
        },
      });
      await addTimelineEvent(tx, contact.id, 'You suppressed the address; the journey ended.');
      await tellJourney(tx, contact.id, 'stop', {});
    });
    context.deliverSoon();
    return { email };
  },
});
