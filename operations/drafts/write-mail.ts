import { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { createDraft } from '../../db/drafts.ts';
import type { Contact, Draft, Mailbox, User } from '../../db/generated/client.ts';
import { isSuppressed } from '../../db/ledger.ts';
import { threadOf } from '../../db/thread-headers.ts';
import { replySubject } from '../../domain/compose/compose.ts';
import { parseLine } from '../../domain/contact.ts';
import { Conflict } from '../../domain/errors.ts';
import { lintDraft } from '../../domain/compose/lint/lint.ts';
import { factsOf } from '../../db/contact-facts.ts';
import { profileOf } from '../../domain/profile.ts';
import { parseText } from './edit-draft.ts';
import { refuseIfStopped } from './change-draft.ts';
import { findContact, lockedContact } from '../find-contact.ts';
import { draftParts, presentDraft } from '../present.ts';
import { defineOperation } from '../operation.ts';
import { draftView } from '../views.ts';

export const writeMail = defineOperation({
  name: 'writeMail',
  makes: true,
  summary:
    'Write to a person by hand, in the thread there is: a draft that you approve like any other',
  input: z.object({ ref: z.string(), subject: z.string().optional(), text: z.string() }),
  output: draftView,
  async run(context, { ref, subject, text }) {
    const { db } = context;
    const { id } = await findContact(context, ref);
    const draft = await db.$transaction(async (tx) => {
      const contact = await lockedContact(tx, id);
      if (await isSuppressed(tx, contact.userId, contact.email))
        throw new Conflict(`${contact.email} asked not to be written to, so no mail was drafted.`);
      refuseIfStopped(contact);
      return writeReply(tx, contact, {
        text: parseText(text),
        template: 'hand',
        ...(subject === undefined ? {} : { subject: parseLine('subject', subject) }),
      });
    });
    context.deliverSoon();
    return presentDraft(
      await db.draft.findUniqueOrThrow({ where: { id: draft.id }, include: draftParts }),
    );
  },
});

/** Drafts a mail outside of the journey's story, in the thread so far. The caller holds the contact's lock. */
export async function writeReply(
  tx: Transaction,
  contact: Contact & { readonly user: User; readonly mailbox: Mailbox },
  mail: { readonly subject?: string; readonly text: string; readonly template: string },
): Promise<Draft> {
  const thread = await threadOf(tx, contact.id);
  const subject = mail.subject ?? (thread ? replySubject(thread.subject) : '');
  return createDraft(tx, {
    contactId: contact.id,
    purpose: 'reply',
    from: contact.mailbox.address,
    to: contact.email,
    subject,
    text: mail.text,
    template: mail.template,
    findings: lintDraft({
      purpose: 'reply',
      subject,
      text: mail.text,
      contact: factsOf(contact),
      profile: profileOf(contact.user),
    }),
    inReplyTo: thread?.inReplyTo,
    references: thread?.references ?? [],
  });
}
