import { expect, test } from 'vitest';
import { aDraft, aReply, openPages, signedIn } from './pages.ts';

async function written(text: string) {
  const pages = await openPages();
  const { contactId } = await aDraft(pages.db);
  await pages.db.contact.update({
    where: { id: contactId },
    data: { timeZone: 'Europe/Lisbon' },
  });
  const messageId = await aReply(pages.db, contactId);
  await pages.db.message.update({
    where: { id: messageId },
    data: { visibleText: text, at: new Date() },
  });
  return { pages, contactId, browser: await signedIn(pages) };
}

/** The only button that names a moment. */
function momentOf(page: string): string {
  return /name="at" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

test('a time that they named is a button, and pressing it drafts the confirmation', async () => {
  const { pages, contactId, browser } = await written('How about tomorrow at 3pm?');
  const page = await browser.text('/');
  expect(page).toContain('in Lisbon');
  expect(page).toContain('They wrote: “How about tomorrow at 3pm?”');
  const at = momentOf(page);
  await browser.post(`/contacts/${contactId}/meeting/confirm`, { at, minutes: '20', back: '/' });
  expect(await pages.db.meeting.findMany({ where: { contactId } })).toMatchObject([
    { at: new Date(at), minutes: 20, state: 'confirmed' },
  ]);
  expect(await pages.db.draft.count({ where: { contactId, purpose: 'confirmation' } })).toBe(1);
});

test('their booking page is a link that only the person opens', async () => {
  const { browser } = await written('Pick what suits you: https://calendly.com/ana/20min');
  const page = await browser.text('/');
  expect(page).toContain('href="https://calendly.com/ana/20min"');
  expect(page).toContain('rel="noopener noreferrer nofollow"');
  expect(momentOf(page)).toBe('');
});

test('where they said only when it would suit them, free times of it are buttons under their sentence', async () => {
  const { browser } = await written('Any afternoon next week would work for me.');
  const page = await browser.text('/');
  expect(page.match(/They wrote: “Any afternoon next week would work for me\.”/g)).toHaveLength(1);
  expect(page).toContain('Ask which of them suits');
  expect(page).not.toContain('This may mean something else');
  expect(momentOf(page)).not.toBe('');
});

test('a telephone number in their mail is where the call takes place, unless its box is unticked', async () => {
  const { pages, contactId, browser } = await written(
    'How about tomorrow at 3pm? Call me on +49 30 901820.',
  );
  const page = await browser.text('/');
  expect(page).toContain('You call them on +49 30 901820');
  const at = momentOf(page);
  const choice = { at, minutes: '20', back: '/' };
  await browser.post(`/contacts/${contactId}/meeting/confirm`, {
    ...choice,
    call: '+49 30 901820',
  });
  const place = () => pages.db.meeting.findFirstOrThrow({ where: { contactId } });
  expect(await place()).toMatchObject({ format: 'call', where: '+49 30 901820' });
});

test('what is agreed can be fetched as a file for one’s own calendar', async () => {
  const { contactId, browser } = await written('How about tomorrow at 3pm?');
  expect((await browser.get(`/contacts/${contactId}/meeting.ics`)).status).toBe(404);
  const at = momentOf(await browser.text('/'));
  await browser.post(`/contacts/${contactId}/meeting/confirm`, { at, minutes: '20', back: '/' });
  expect(await browser.text(`/contacts/${contactId}`)).toContain(
    `href="/contacts/${contactId}/meeting.ics"`,
  );
  const file = await browser.get(`/contacts/${contactId}/meeting.ics`);
  expect(file.headers.get('content-type')).toContain('text/calendar');
  const text = await file.text();
  expect(text).toContain(`DTSTART:${at.replace(/[-:]|\.\d+/g, '')}`);
  expect(text).not.toMatch(/METHOD|ATTENDEE/);
});

test('in an odd week each button has the hour of both clocks', async () => {
  const { pages, browser } = await written('How about 16 March at 10am, or 30 March at 10am?');
  await pages.db.user.updateMany({
    data: { profile: { name: 'Kim Lee', timeZone: 'Europe/Berlin' } },
  });
  await pages.db.contact.updateMany({ data: { timeZone: 'America/New_York' } });
  const page = await browser.text('/');
  expect(page).toMatch(/16 March[^<]*, 15:00 \(10:00 in New York\)/);
  expect(page).toMatch(/30 March[^<]*, 16:00 \(10:00 in New York\)/);
  // One sentence named both: it stands above them once.
  expect(page.match(/They wrote: “How about 16 March/g)).toHaveLength(1);
  expect(page).toContain('Agree on one of these times?');
});
