import { listNeedsYou } from '../../operations/needs-you/list-needs-you.ts';
import { settleDraft } from '../../operations/drafts/settle-draft.ts';
import { showContact } from '../../operations/contacts/show-contact.ts';
import { Conflict } from '../../domain/errors.ts';
import { field, parseMime } from '../../practice/server/mime.ts';
import type { PracticePerson } from '../../practice/people/people.ts';
import type { Do } from '../../worker/rehearsal/look.ts';
import { actAsUser } from '../../worker/rehearsal/user.ts';
import type { MailProcess } from './mail-process.ts';
import type { Mistakes } from './mistakes.ts';

/**
 * One look of the user into the queue: approves, judges, and says truly whether a mail went out, as
 * they would by asking its reader. True when there was anything to do.
 */
export async function lookAsUser(
  act: Do,
  people: readonly PracticePerson[],
  { mail, mistakes }: { readonly mail: Pick<MailProcess, 'mails'>; readonly mistakes: Mistakes },
): Promise<boolean> {
  if (await mistakes.look(act, people)) return true;
  let acted = false;
  const note = (): void => void (acted = true);
  await actAsUser(act, { people, did: note });
  return (await settleUnclear(act, people, mail)) || acted;
}

/** Says truly of each mail in question whether it went out. True when there was one. */
export async function settleUnclear(
  act: Do,
  people: readonly PracticePerson[],
  mail: Pick<MailProcess, 'mails'>,
): Promise<boolean> {
  let acted = false;
  for (const { type, contactId, draftId } of await act(listNeedsYou, {})) {
    if (type !== 'problem' || contactId === null || draftId === null) continue;
    const { messages, email } = await act(showContact, { ref: contactId });
    const person = people.find((each) => each.email === email);
    if (!person) continue;
    const unclear = messages.find(
      (message) => message.draftId === draftId && message.state === 'ambiguous',
    );
    if (!unclear) continue;
    const received = mail
      .mails(person.email, 'INBOX')
      .some(({ raw }) => field(parseMime(raw), 'message-id') === unclear.messageId);
    try {
      await act(settleDraft, { draftId, answer: received ? 'sent' : 'not_sent' });
      acted = true;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
  return acted;
}
