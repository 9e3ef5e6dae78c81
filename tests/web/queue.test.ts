import { describe, expect, test } from 'vitest';
import { aDraft, aReply, openPages, signedIn } from './pages.ts';

describe('the list of what needs you', () => {
  test('opens a reply before a first mail, and the item that is asked for', async () => {
    const pages = await openPages();
    const { contactId, draftId } = await aDraft(pages.db);
    await aReply(pages.db, contactId);
    const browser = await signedIn(pages);
    const first = await browser.text('/');
    expect(first.indexOf('Replies and times')).toBeLessThan(first.indexOf('First mails'));
    expect(first).toMatch(/id="pane"[^>]*data-item-id="reply:/);
    const asked = await browser.text(`/?item=draft:${draftId}`);
    expect(asked).toContain(`data-item-id="draft:${draftId}"`);
  });

  test('says that an item is settled instead of opening another in its place', async () => {
    const pages = await openPages();
    const { draftId } = await aDraft(pages.db);
    await pages.db.draft.update({ where: { id: draftId }, data: { state: 'withdrawn' } });
    const browser = await signedIn(pages);
    expect(await browser.text(`/?item=draft:${draftId}`)).toContain('This is settled');
  });

  test('approves several letters only with the proof that each was opened', async () => {
    const pages = await openPages();
    const { draftId } = await aDraft(pages.db);
    const browser = await signedIn(pages);
    const unread = await browser.post('/drafts/approve-opened', { letters: `${draftId}:1:guess` });
    expect(unread.status).toBe(409);
    expect(await pages.db.approval.count()).toBe(0);
    const shown = await browser.text(`/?item=draft:${draftId}`);
    const proof = /data-opened="([^"]+)"/.exec(shown)?.[1] ?? '';
    const opened = await browser.post('/drafts/approve-opened', { letters: proof });
    expect(opened.status).toBe(303);
    expect(await pages.db.approval.count()).toBe(1);
  });

  test('takes an approval back by Undo', async () => {
    const pages = await openPages();
    const { draftId } = await aDraft(pages.db);
    const browser = await signedIn(pages);
    await browser.post(`/drafts/${draftId}/approve`, { revision: '1', back: '/' });
    const undone = await browser.post('/undo', { step: 'unapprove', ids: draftId, back: '/' });
    expect(undone.status).toBe(303);
    const draft = await pages.db.draft.findUniqueOrThrow({ where: { id: draftId } });
    expect(draft.state).toBe('awaiting_approval');
  });

  test('leads only to pages that there are, also where an answer is owed', async () => {
    const pages = await openPages();
    const { contactId, draftId } = await aDraft(pages.db);
    await pages.db.draft.update({ where: { id: draftId }, data: { state: 'withdrawn' } });
    const messageId = await aReply(pages.db, contactId);
    await pages.db.message.update({ where: { id: messageId }, data: { state: 'handled' } });
    await pages.db.contact.update({ where: { id: contactId }, data: { answerOwedTo: messageId } });
    const browser = await signedIn(pages);
    const page = await browser.text('/');
    expect(page).toContain('Write the answer');
    const paths = [...page.matchAll(/href="(\/contacts\/[^"?#]*)/g)].map(([, path = '']) => path);
    for (const path of new Set(paths)) expect((await browser.get(path)).status, path).toBe(200);
  });
});

test('somebody who asked not to be written to is offered no mail and no new beginning', async () => {
  const pages = await openPages();
  const { contactId } = await aDraft(pages.db);
  const { userId } = await pages.db.contact.update({
    where: { id: contactId },
    data: { stage: 'closed', outcome: 'opted_out' },
  });
  const browser = await signedIn(pages);
  expect(await browser.text(`/contacts/${contactId}`)).toContain('Reopen');
  await pages.db.suppression.create({
    data: { userId, email: 'ana@example.com', why: 'asked not to be written to' },
  });
  const page = await browser.text(`/contacts/${contactId}`);
  expect(page).not.toContain('Write to Ana');
  expect(page).not.toContain(`/contacts/${contactId}/reopen`);
});

test('a line about a person is noted from an item of the queue, which stays open', async () => {
  const pages = await openPages();
  const { contactId, draftId } = await aDraft(pages.db);
  const browser = await signedIn(pages);
  const here = `/?item=draft:${draftId}`;
  const page = await browser.text(here);
  expect(page).toContain('data-key="n"');
  expect(page).toContain('data-key="c"');
  const noted = await browser.post(`/contacts/${contactId}/note`, {
    text: 'Rings on Fridays.',
    back: here,
    next: here,
  });
  expect(noted.headers.get('location')).toContain(`item=draft%3A${draftId}`);
  expect(await pages.db.timelineEvent.findMany({ where: { contactId } })).toMatchObject([
    { text: 'Note: Rings on Fridays.' },
  ]);
});
