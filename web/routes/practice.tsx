import type { Context } from 'hono';
import { addContact } from '../../operations/contacts/add-contact.ts';
import { listMailboxes } from '../../operations/mailboxes/list-mailboxes.ts';
import { Conflict } from '../../domain/errors.ts';
import type { WebDeps } from '../deps.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { asRefusal, perform } from '../http/form.ts';
import { renderFormError } from './form-answer.tsx';
import { setFlash } from '../page/flash.ts';
import { loadFrame } from '../page/load-frame.ts';
import { firstPracticeAnswer } from '../page/practice-progress.ts';
import { PracticeDonePage } from '../views/practice.tsx';

/** The built-in mailbox, and the people who can be written to in it. */
export function practiceRoutes(app: WebApp, { practice }: Pick<WebDeps, 'practice'>): void {
  app.post('/practice', async (c) => {
    await practice.start(c.get('session').userId);
    setFlash(c, 'practising');
    return c.redirect('/', 303);
  });

  app.get('/practice/done', async (c) => {
    const first = await firstPracticeAnswer(c.get('context'));
    if (first === undefined) return c.redirect('/', 303);
    return c.html(<PracticeDonePage frame={await loadFrame(c)} {...first} />);
  });

  app.post('/practice/people', async (c) => {
    const email = c.get('form')['email'] ?? '';
    try {
      const contactId = await addPerson(c, practice, email);
      setFlash(c, 'added', { contactIds: [contactId] });
      return c.redirect(`/contacts/${contactId}`, 303);
    } catch (error) {
      return renderFormError(c, { error: asRefusal(error), at: email });
    }
  });
}

async function addPerson(
  c: Context<WebEnvironment>,
  practice: WebDeps['practice'],
  email: string,
): Promise<string> {
  const client = c.get('context');
  const person = practice.people?.find((known) => known.email === email);
  const mailbox = (await listMailboxes.run(client, {})).find((box) => box.practice);
  if (person === undefined || mailbox === undefined) {
    throw new Conflict(`There is nobody ${email} to practise with. Start practising first.`);
  }
  const { name, company, role, admire, topics } = person;
  const { contactId } = await perform(addContact, client, {
    name,
    email,
    company,
    role,
    admire,
    topics: [...topics],
    foundThrough: 'the practice mailbox',
    mailbox: mailbox.mailboxId,
  });
  return contactId;
}
