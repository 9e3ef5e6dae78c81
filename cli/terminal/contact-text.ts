import type { ContactView, MessageView } from '../../operations/views.ts';
import { draftText } from './draft-text.ts';
import { list, oneLine, safe, spoken, when } from './print.ts';
import { standing } from '../steer.ts';

/** A contact's page in plain text. */
export function contactText(contact: ContactView): string {
  const { earlier } = contact;
  return [
    standing(contact),
    list([
      ['id', contact.contactId],
      ['address', contact.addresses.join(', ')],
      ['company', contact.company ?? '-'],
      ['mailbox', contact.mailbox.address],
    ]),
    ...(contact.suppressed ? ['Nothing is written to this person any more.'] : []),
    ...(earlier ? [`There are ${earlier.count} earlier mails with this person.`] : []),
    ...contact.problems.map(({ text }) => `Problem: ${oneLine(text)}`),
    ...contact.messages.map(messageText),
    ...contact.drafts.map(draftText),
  ].join('\n\n');
}

function messageText(message: MessageView): string {
  const arrow = message.direction === 'in' ? '<-' : '->';
  const what = spoken(message.subkind ?? message.purpose ?? message.kind);
  return [
    `${arrow} ${when(message.at)}  ${oneLine(message.subject)}  (${what}, ${spoken(message.state)})`,
    ...safe(message.visibleText)
      .trim()
      .split('\n')
      .map((line) => (line === '' ? '' : `   ${line}`)),
  ].join('\n');
}
