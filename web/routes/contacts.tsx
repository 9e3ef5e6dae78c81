import { addNote } from '../../operations/contacts/add-note.ts';
import { addContact } from '../../operations/contacts/add-contact.ts';
import { previewLetter } from '../../operations/contacts/preview-letter.ts';
import { editContact } from '../../operations/contacts/edit-contact.ts';
import { showContact } from '../../operations/contacts/show-contact.ts';
import { showSettings } from '../../operations/settings/show-settings.ts';
import { writeMail } from '../../operations/drafts/write-mail.ts';
import type { ContactView, DraftView } from '../../operations/views.ts';
import type { WebApp } from '../http/environment.ts';
import { asRefusal, given, onOneLine, perform, statusOf, type FormValues } from '../http/form.ts';
import { loadFrame } from '../page/load-frame.ts';
import { policyOf } from '../page/policy-form.ts';
import { cadenceOfOne } from '../page/policy-labels.ts';
import { goOn, refusedBy, renderFormError, keepUrl } from './form-answer.tsx';
import { setFlash } from '../page/flash.ts';
import { contactPage } from './show-contact.tsx';
import { LetterPreview } from '../views/letter-preview.tsx';
import { AddContactPage, EditContactPage, type ContactValues } from '../views/contact-form.tsx';

const lines = [
  'company',
  'role',
  'path',
  'foundThrough',
  'sharedAffiliation',
  'referredBy',
  'admire',
  'wrote',
  'notes',
  'timeZone',
  'language',
  'country',
  'addressAs',
  'formality',
] as const;

/** Adding, reading and correcting one person; writing to them. */
export function contactRoutes(app: WebApp): void {
  app.get('/contacts/new', async (c) => {
    const [frame, policy] = await Promise.all([
      loadFrame(c),
      showSettings.run(c.get('context'), {}),
    ]);
    return c.html(<AddContactPage frame={frame} policy={policy} />);
  });

  app.post('/contacts', async (c) => {
    const form = c.get('form');
    try {
      const { contactId } = await perform(addContact, c.get('context'), {
        name: form['name'] ?? '',
        email: form['email'] ?? '',
        topics: topicsOf(form),
        ...given(lined(form), lines),
        ...given(form, ['mailbox']),
        set: policyOf(given(form, cadenceOfOne), cadenceOfOne),
      });
      setFlash(c, 'added', { contactIds: [contactId] });
      return c.redirect(`/contacts/${contactId}`, 303);
    } catch (error) {
      const refusal = asRefusal(error);
      keepUrl(c);
      const [frame, policy] = await Promise.all([
        loadFrame(c),
        showSettings.run(c.get('context'), {}),
      ]);
      const refused = refusedBy(refusal, form);
      return c.html(
        <AddContactPage frame={frame} policy={policy} refused={refused} />,
        statusOf(refusal),
      );
    }
  });

  app.post('/contacts/preview', async (c) => {
    const form = c.get('form');
    try {
      const preview = await perform(previewLetter, c.get('context'), {
        name: form['name'] ?? '',
        topics: topicsOf(form),
        ...Object.fromEntries(lines.map((name) => [name, lined(form)[name] ?? ''])),
        ...given(form, ['ref']),
      });
      return await c.html(<LetterPreview preview={preview} />);
    } catch (error) {
      // A field is half typed; what is wrong with it is said when the form is sent.
      asRefusal(error);
      return c.body(null, 204);
    }
  });

  app.post('/contacts/:ref/note', async (c) => {
    const ref = c.req.param('ref');
    const form = c.get('form');
    try {
      const noted = await perform(addNote, c.get('context'), { ref, text: form['text'] ?? '' });
      setFlash(c, 'noted', { contactIds: [noted.contactId] });
      return form['back'] === undefined
        ? c.redirect(`/contacts/${encodeURIComponent(ref)}`, 303)
        : goOn(c);
    } catch (error) {
      const refusal = asRefusal(error);
      keepUrl(c);
      const spot = { at: 'note', refused: refusedBy(refusal, form) };
      return contactPage(c, ref, spot, statusOf(refusal));
    }
  });

  app.get('/contacts/:ref', (c) => contactPage(c, c.req.param('ref')));

  app.get('/contacts/:ref/edit', async (c) => {
    const contact = await perform(showContact, c.get('context'), { ref: c.req.param('ref') });
    return c.html(<EditContactPage frame={await loadFrame(c)} {...editing(contact)} />);
  });

  app.post('/contacts/:ref', async (c) => {
    const form = c.get('form');
    const ref = c.req.param('ref');
    const contact = await perform(showContact, c.get('context'), { ref });
    try {
      await perform(editContact, c.get('context'), {
        ref,
        ...Object.fromEntries(lines.map((name) => [name, lined(form)[name] ?? ''])),
        name: form['name'] ?? '',
        email: form['email'] ?? '',
        topics: topicsOf(form),
      });
    } catch (error) {
      const refusal = asRefusal(error);
      keepUrl(c);
      return c.html(
        <EditContactPage
          frame={await loadFrame(c)}
          {...editing(contact)}
          refused={refusedBy(refusal, form)}
        />,
        statusOf(refusal),
      );
    }
    setFlash(c, 'saved');
    return c.redirect(`/contacts/${contact.contactId}`, 303);
  });

  app.post('/contacts/:ref/write', async (c) => {
    const ref = c.req.param('ref');
    const { subject = '', text = '' } = c.get('form');
    let draft: DraftView;
    try {
      draft = await perform(writeMail, c.get('context'), { ref, subject, text });
    } catch (error) {
      return renderFormError(c, { error: asRefusal(error), at: 'write' });
    }
    setFlash(c, 'written', { contactIds: [draft.contactId] });
    return goOn(c);
  });
}

/** Only notes have lines. */
function lined(form: FormValues): FormValues {
  return { ...form, admire: onOneLine(form['admire'] ?? '') };
}

function topicsOf(form: FormValues): string[] {
  return (form['topics'] ?? '')
    .split('\n')
    .map((topic) => topic.trim())
    .filter((topic) => topic !== '');
}

function editing(contact: ContactView): {
  readonly contactId: string;
  readonly name: string;
  readonly values: ContactValues;
} {
  const text = (fact: string | string[] | null | undefined): string =>
    Array.isArray(fact) ? fact.join('\n') : (fact ?? '');
  return {
    contactId: contact.contactId,
    name: contact.name,
    values: {
      ...Object.fromEntries(Object.entries(contact.facts).map(([key, fact]) => [key, text(fact)])),
      name: contact.name,
      email: contact.email,
      company: contact.company ?? '',
    },
  };
}
