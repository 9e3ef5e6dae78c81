import { afterAll, beforeAll, expect, it } from 'vitest';
import { addContact } from '../../../operations/contacts/add-contact.ts';
import { editContact } from '../../../operations/contacts/edit-contact.ts';
import { labelContact } from '../../../operations/contacts/label-contact.ts';
import { suppressAddress } from '../../../operations/contacts/suppress-address.ts';
import {
  exportContacts,
  type ExportFormat,
} from '../../../operations/prospects/export-contacts.ts';
import { importPeople } from '../../../operations/prospects/import-people.ts';
import { startProspect } from '../../../operations/prospects/start-prospect.ts';
import { addMailbox, openFixture } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

const newUser = async () => {
  const user = await fixture.addUser();
  await addMailbox(user);
  return user;
};

it.each<ExportFormat>(['csv', 'json'])('moves contacts to another user as %s', async (format) => {
  const [kim, lee] = [await newUser(), await newUser()];
  const known = {
    name: 'Ro, Mila',
    company: '=Acme',
    role: 'Lead',
    path: 'from research',
    admire: 'your talk',
    notes: 'one\ntwo',
    topics: ['a, b', 'c'],
    timeZone: 'Europe/Berlin',
    language: 'de',
    country: 'DE',
    addressAs: 'Frau',
    formality: 'formal',
    referredBy: 'Jo',
  };
  const { contactId } = await addContact.run(kim, { email: 'mila@acme.test', ...known });
  await labelContact.run(kim, { ref: contactId, add: ['alumni'] });
  const { content, people } = await exportContacts.run(kim, { format });
  expect(people).toBe(1);
  const imported = await importPeople.run(lee, {
    content: Buffer.from(content).toString('base64'),
  });
  expect(imported).toMatchObject({ format, new: 1, found: 1, problems: [] });
  const moved = await startProspect.run(lee, { ref: 'mila@acme.test' });
  expect(await lee.db.contact.findUniqueOrThrow({ where: { id: moved.contactId } })).toMatchObject({
    ...known,
    labels: ['alumni'],
    notes: 'one\ntwo\nStatus: drafting',
  });
});

it('does not forget who asked not to be written to', async () => {
  const [kim, lee] = [await newUser(), await newUser()];
  await addContact.run(kim, { email: 'mila@acme.test', name: 'Mila' });
  await suppressAddress.run(kim, { email: 'mila@acme.test' });
  const { content } = await exportContacts.run(kim, {});
  const imported = await importPeople.run(lee, {
    content: Buffer.from(content).toString('base64'),
  });
  expect(imported).toMatchObject({ new: 0, suppressed: 1, batchId: null });
});

it('holds nobody of another user', async () => {
  const [kim, lee] = [await newUser(), await newUser()];
  await addContact.run(kim, { email: 'mila@acme.test', name: 'Mila' });
  await editContact.run(kim, { ref: 'mila@acme.test', company: 'Acme' });
  expect((await exportContacts.run(lee, { format: 'json' })).content).not.toContain('mila');
  expect((await exportContacts.run(kim, { format: 'vcard' })).content).toContain('ORG:Acme');
});
