import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { addKnownPerson } from '../support/known-person.ts';
import { pageAddresses } from '../support/page-addresses.ts';
import { addPeople } from '../support/people.ts';
import { aDraft, aMailbox, openPages, signedIn } from './pages.ts';

const notForPeople = {
  command: /\brapport [a-z]/,
  option: /(?<![\w-])--[a-z]/,
  id: /\b[0-9a-f]{8}-[0-9a-f]{4}-/,
  duration: /\bP(?:\d+[YMWD]|T\d)/,
  moment: /\d{4}-\d\d-\d\dT\d/,
};

/** What of a page a person reads or hears that only a machine understands. */
function foreignWords(html: string): readonly string[] {
  return readable(html).flatMap((text) =>
    Object.values(notForPeople).some((pattern) => pattern.test(text)) ? [text.trim()] : [],
  );
}

/** Texts, and the attributes that are shown or read out. */
function readable(html: string): readonly string[] {
  const texts: string[] = [];
  let hidden = 0;
  const unread = new Set(['script', 'style', 'datalist', 'code']);
  const parser = new Parser({
    onopentag(name, attributes) {
      if (unread.has(name)) hidden += 1;
      const value = name === 'input' && /text|search|^$/.test(attributes['type'] ?? '');
      for (const key of ['aria-label', 'title', 'placeholder', 'alt', ...(value ? ['value'] : [])])
        if (attributes[key] !== undefined) texts.push(attributes[key]);
    },
    ontext(text) {
      if (hidden === 0) texts.push(text);
    },
    onclosetag(name) {
      if (unread.has(name)) hidden -= 1;
    },
  });
  parser.end(html);
  return texts;
}

test('no page speaks of commands, ids or ISO 8601', async () => {
  const pages = await openPages();
  const of = await aMailbox(pages.db);
  await addPeople(pages.db, of, 22);
  const contactId = await addKnownPerson(pages.db, of);
  const browser = await signedIn(pages);
  const queue = await browser.text('/');
  const items = [...queue.matchAll(/data-row="([^"]+)"/g)].map(([, id = '']) => `/?item=${id}`);
  expect(items).toHaveLength(22);
  for (const path of [...Object.values(pageAddresses(contactId)), ...items]) {
    const page = await browser.text(path);
    expect(foreignWords(page), path).toEqual([]);
  }
});

test('a draft says what it lacks without naming a command', async () => {
  const pages = await openPages();
  const { draftId } = await aDraft(pages.db);
  const browser = await signedIn(pages);
  await browser.post(`/drafts/${draftId}/edit`, {
    revision: '1',
    subject: 'Question',
    text: 'Dear Ana,\n\n{{my_name}} {{my_link}} {{slots}} {{when}}\n\nWould you have 20 minutes?',
  });
  const page = await browser.text('/');
  expect(page).toContain('your profile');
  expect(page).toContain('does not say why you write');
  expect(foreignWords(page)).toEqual([]);
});

test('what is missing from an invitation is said without a command, and can be added', async () => {
  const pages = await openPages();
  const { contactId } = await aDraft(pages.db);
  const browser = await signedIn(pages);
  const contact = `/contacts/${contactId}`;
  await browser.post(`${contact}/meeting/confirm`, { at: '2031-03-05T15:00:00.000Z' });
  const page = await browser.text(contact);
  expect(page).toContain('names no place');
  expect(page).toContain(`href="${contact}#meetings"`);
  expect(foreignWords(page)).toEqual([]);
  await browser.post(`${contact}/meeting/reschedule`, {
    localAt: '2031-03-05T16:00',
    where: 'https://meet.example.org/one',
  });
  expect(await browser.text(contact)).not.toContain('names no place');
});

test.each([
  ['stop', {}],
  ['record', { how: 'no_show' }],
  ['meeting/confirm', { at: '2020-03-05T15:00:00.000Z' }],
  ['reopen', {}],
])('a refused %s names the step, not a command', async (step, fields) => {
  const pages = await openPages();
  const { contactId } = await aDraft(pages.db);
  const browser = await signedIn(pages);
  const contact = `/contacts/${contactId}`;
  await browser.post(`${contact}/meeting/confirm`, { at: '2031-03-05T15:00:00.000Z' });
  const refused = await browser.post(`${contact}/${step}`, { ...fields, back: contact });
  expect(refused.status).toBe(409);
  expect(foreignWords(await refused.text())).toEqual([]);
});

test('lengths of time are shown and typed as people say them', async () => {
  const pages = await openPages();
  const { userId } = await aMailbox(pages.db);
  const browser = await signedIn(pages);
  expect(await browser.text('/settings')).toContain('value="7 days"');
  await browser.post('/settings', { nudgeAfter: '10 days', spacing: 'none', giveUpAfter: 'P3W' });
  const { settings } = await pages.db.user.findUniqueOrThrow({ where: { id: userId } });
  expect(settings).toMatchObject({ nudgeAfter: 'P10D', spacing: 'PT0S', giveUpAfter: 'P3W' });
  expect(await browser.text('/contacts/new')).toContain('placeholder="10 days"');
});

test.each([
  ['nudgeAfter', 'soon', '“soon” is no length of time for “Nudge after”'],
  ['thankYouWithin', '3 days', 'It is at most 48 hours'],
  ['nudgeAfter', 'none', 'It must not be zero'],
])('a %s of "%s" is refused in plain words', async (key, text, why) => {
  const pages = await openPages();
  await aMailbox(pages.db);
  const browser = await signedIn(pages);
  const refused = await browser.post('/settings', { [key]: text });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain(why);
  expect(page).toContain(`value="${text}"`);
  expect(foreignWords(page)).toEqual([]);
});

test('a contact may be given another cadence in words', async () => {
  const pages = await openPages();
  await aMailbox(pages.db);
  const browser = await signedIn(pages);
  const person = { name: 'Bo Lund', email: 'bo@lund.example' };
  await browser.post('/contacts', { ...person, nudgeAfter: '2 weeks' });
  expect((await pages.db.contact.findFirstOrThrow()).policy).toMatchObject({ nudgeAfter: 'P2W' });
});

test('a refusal leads to where the step is taken that it names', async () => {
  const pages = await openPages();
  const { contactId, draftId } = await aDraft(pages.db);
  const { mailboxId } = await pages.db.contact.findFirstOrThrow();
  const browser = await signedIn(pages);
  await browser.post(`/drafts/${draftId}/approve`, { revision: '1', back: '/' });
  await pages.db.send.upsert({
    where: { draftId },
    update: { state: 'AMBIGUOUS' },
    create: {
      ...{ draftId, mailboxId, contactId, state: 'AMBIGUOUS' },
      ...{ messageId: '<one@example.org>', slotAt: new Date() },
    },
  });
  const contact = `/contacts/${contactId}`;
  const refused = await browser.post(`${contact}/remove`, { back: contact });
  expect(refused.status).toBe(409);
  const page = await refused.text();
  expect(page).toContain('Look into your Sent folder');
  expect(page).toContain('<a href="/">It waits for you here</a>');
  expect(foreignWords(page)).toEqual([]);
});
