import { showContact } from '../../operations/contacts/show-contact.ts';
import { listNeedsYou } from '../../operations/needs-you/list-needs-you.ts';
import { judgeReply } from '../../operations/replies/judge-reply.ts';
import type { PracticePerson } from '../../practice/people/people.ts';
import { unlessOvertaken, type Do } from '../../worker/rehearsal/look.ts';

/** The mistakes of a user who takes each no for a yes and puts it right at the next look. */
export type Mistakes = {
  /** True while something is not put right yet: nothing else is decided at such a look. */
  readonly look: (act: Do, people: readonly PracticePerson[]) => Promise<boolean>;
};

export const noMistakes: Mistakes = { look: () => Promise.resolve(false) };

export function mistakenOnce(): Mistakes {
  /** Contacts by the mail that is judged wrongly. */
  const wrong = new Map<string, string>();
  const made = new Set<string>();
  return {
    async look(act, people) {
      for (const [messageId, contactId] of wrong) {
        await unlessOvertaken(() => act(judgeReply, { messageId, judgement: 'declined' }));
        const { stage } = await act(showContact, { ref: contactId });
        if (stage === 'closed') wrong.delete(messageId);
      }
      for (const { type, messageId, contactId } of await act(listNeedsYou, {})) {
        if (type !== 'reply' || messageId === null || contactId === null) continue;
        if (made.has(messageId) || !(await declines(act, people, contactId))) continue;
        // Noted first: whether a request that broke off was carried out is not known.
        made.add(messageId);
        wrong.set(messageId, contactId);
        await unlessOvertaken(() => act(judgeReply, { messageId, judgement: 'interested' }));
      }
      return wrong.size > 0;
    },
  };
}

async function declines(act: Do, people: readonly PracticePerson[], contactId: string) {
  const { email } = await act(showContact, { ref: contactId });
  return people.some((person) => person.email === email && person.behaviour === 'declines');
}
