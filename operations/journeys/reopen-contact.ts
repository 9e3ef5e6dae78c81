import { z } from 'zod';
import { stateOf, stateToJson } from '../../db/journey-state.ts';
import { isSuppressed } from '../../db/ledger.ts';
import { resolveProblems } from '../../db/problems.ts';
import { withdrawQuestions } from '../../db/questions.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import type { Transaction } from '../../db/client.ts';
import type { Contact } from '../../db/generated/client.ts';
import { Conflict } from '../../domain/errors.ts';
import type { Chapter } from '../../domain/journey.ts';
import { reopened } from '../../domain/journey/enter-chapter.ts';
import { findContact, lockedContact } from '../find-contact.ts';
import { presentContactSummary } from '../present.ts';
import { defineOperation } from '../operation.ts';
import { contactSummary } from '../views.ts';
import { refuseIfLeaving } from './refuse-if-leaving.ts';

export const reopenContact = defineOperation({
  name: 'reopenContact',
  summary:
    'Go on with a closed journey: a first mail if there was none, else a follow-up to approve',
  input: z.object({ ref: z.string() }),
  output: contactSummary,
  async run(context, { ref }) {
    const { db, now } = context;
    const { id } = await findContact(context, ref);
    const contact = await db.$transaction(async (tx) => {
      const row = await lockedContact(tx, id);
      if (row.stage !== 'closed')
        throw new Conflict(`The journey with ${row.name} is not closed: it is ${row.stage}.`);
      if (await isSuppressed(tx, row.userId, row.email))
        throw new Conflict(
          `${row.email} asked not to be written to; this journey stays closed. If they have changed their mind, allow mail to them again first.`,
          'allow_mail',
        );
      if (row.mailbox.removedAt)
        throw new Conflict(
          `You wrote to ${row.name} from ${row.mailbox.address}, which is no longer connected. Connect it again first.`,
        );
      await refuseIfLeaving(tx, id);
      await addTimelineEvent(tx, id, 'You began the journey anew.');
      return reopenAt(tx, row, { chapter: await chapterToGoOnWith(tx, row), now: now() });
    });
    context.deliverSoon();
    return presentContactSummary(contact);
  },
});

/** A first mail for somebody who never got one at this address, else a follow-up. */
async function chapterToGoOnWith(tx: Transaction, { id, outcome }: Contact): Promise<Chapter> {
  if (outcome === 'bounced') return 'outreach';
  const accepted = await tx.send.count({ where: { contactId: id, state: 'ACCEPTED' } });
  return accepted === 0 ? 'outreach' : 'silence';
}

/** Begins a new generation of a journey. The caller holds the contact's lock. */
export async function reopenAt(
  tx: Transaction,
  contact: Contact,
  { chapter, now }: { readonly chapter: Chapter; readonly now: Date },
): Promise<Contact> {
  const { id } = contact;
  const generation = contact.generation + 1;
  const at = now.getTime();
  await resolveProblems(tx, { kind: 'bounced', contactId: id });
  await withdrawQuestions(tx, id, now);
  const row = await tx.contact.update({
    where: { id },
    data: {
      journey: stateToJson(reopened(stateOf(contact), { chapter, generation, at })),
      generation,
      stage: chapter === 'outreach' ? 'drafting' : 'waiting',
      outcome: null,
      nextAt: null,
      nextWhy: null,
      stoppedAt: null,
      pausedAt: null,
      snoozedUntil: null,
    },
  });
  await tellJourney(tx, id, 'reopen', { chapter, at });
  return row;
}
