import { profileOf } from '../../domain/profile.ts';
import type { Contact, Draft, Mailbox, User } from '../../db/generated/client.ts';
import { storedInvitation } from '../../db/invitation.ts';
import { invitationText } from '../../domain/meeting/invitation.ts';
import { composeMail } from '../../mail/mime/compose.ts';
import { isMessageId } from '../../mail/mime/message-ids.ts';

/** The mail that a draft is, as it leaves at `date`; for the same date always the same. */
export function composeDraft(
  draft: Draft,
  contact: Contact & { readonly mailbox: Mailbox; readonly user: User },
  date: Date,
): Promise<Buffer> {
  const invitation = storedInvitation(draft.calendar);
  return composeMail({
    from: {
      name: contact.mailbox.fromName ?? profileOf(contact.user).name,
      address: contact.mailbox.fromAddress ?? contact.mailbox.address,
    },
    to: draft.to,
    subject: draft.subject,
    text: draft.text,
    messageId: draft.messageId,
    // An id that a header cannot hold, stored by an earlier version, must not keep every later mail from leaving.
    inReplyTo: [draft.inReplyTo ?? ''].find(isMessageId),
    references: draft.references.filter(isMessageId),
    date,
    ...(invitation && {
      calendar: { method: invitation.method, text: invitationText(invitation, date) },
    }),
  });
}
