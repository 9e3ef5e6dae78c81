import { randomUUID } from 'node:crypto';
import { approveDraft } from '../../operations/drafts/approve-draft.ts';
import { createDraft } from '../../db/drafts.ts';
import type { Contact, Draft, Prisma } from '../../db/generated/client.ts';
import { claimSend } from '../../db/ledger.ts';
import { reserveSlot } from '../../db/slots.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { hasty } from '../activities/activity-fixture.ts';
import { addMailbox, addPerson, openFixture } from '../operations/fixture.ts';

export type LedgerFixture = Awaited<ReturnType<typeof openLedgerFixture>>;

/** One user, one mailbox, and what the ledger's tests do with them. */
export async function openLedgerFixture() {
  const fixture = await openFixture();
  const user = await fixture.addUser({ name: 'Kim', timeZone: 'UTC' });
  const mailbox = await addMailbox(user);
  const { db } = fixture;
  let people = 0;
  const desk = {
    db,
    user,
    mailbox,
    addUser: fixture.addUser,
    now: user.now(),
    person: (facts: Partial<Prisma.ContactUncheckedCreateInput> = {}): Promise<Contact> =>
      addPerson(user, mailbox, {
        email: `person-${++people}@work.test`,
        policy: hasty,
        stage: 'awaiting_approval',
        ...facts,
      }),
    draft: (contact: Contact, purpose: Purpose = 'outreach'): Promise<Draft> =>
      db.$transaction((tx) =>
        createDraft(tx, {
          contactId: contact.id,
          purpose,
          to: contact.email,
          from: mailbox.address,
          subject: 'Quick question',
          text: 'May I ask you something?',
          findings: [],
          template: 'test',
        }),
      ),
    approve: (draft: Pick<Draft, 'id'>) => approveDraft.run(user, { draftId: draft.id }),
    reserve: (draft: Pick<Draft, 'id'>, now = user.now(), random = () => 0.5) =>
      reserveSlot(db, { draftId: draft.id, now, random }),
    claim: (draft: Pick<Draft, 'id' | 'contactId'>, now = user.now()) =>
      claimSend(db, {
        draftId: draft.id,
        contactId: draft.contactId,
        claim: randomUUID(),
        run: 'test',
        now,
        deadline: new Date(now.getTime() + 90_000),
      }),
    /** A draft that is approved and due. */
    async due(facts: Partial<Prisma.ContactUncheckedCreateInput> = {}) {
      const contact = await desk.person(facts);
      const draft = await desk.draft(contact);
      await desk.approve(draft);
      await desk.reserve(draft);
      return { contact, draft };
    },
    close: fixture.close,
  };
  return desk;
}
