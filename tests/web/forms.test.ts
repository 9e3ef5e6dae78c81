import { describe, expect, test } from 'vitest';
import { aDraft, aMailbox, aReply, openPages, signedIn } from './pages.ts';

describe('without JavaScript', () => {
  test('a contact is added with everything that is known, and shown', async () => {
    const pages = await openPages();
    await aMailbox(pages.db);
    const browser = await signedIn(pages);
    const answer = await browser.post('/contacts', {
      name: 'Ana Ferreira',
      email: 'Ana@Example.com',
      company: 'Northgrid',
      topics: 'planning\r\n\r\nskills\r\n',
      timeZone: 'Europe/Lisbon',
      admire: '',
    });
    expect(answer.status).toBe(303);
    const contact = await pages.db.contact.findFirstOrThrow();
    expect(answer.headers.get('location')).toBe(`/contacts/${contact.id}`);
    expect(contact).toMatchObject({
      email: 'ana@example.com',
      company: 'Northgrid',
      topics: ['planning', 'skills'],
      timeZone: 'Europe/Lisbon',
      admire: null,
    });
    expect(await browser.text(`/contacts/${contact.id}`)).toContain('Northgrid');
  });

  test('a refused contact keeps what was typed, and says beside the field what to do', async () => {
    const pages = await openPages();
    await aMailbox(pages.db);
    const browser = await signedIn(pages);
    const answer = await browser.post('/contacts', {
      name: 'Ana "the grid" Ferreira',
      email: 'ana@example.com',
      wrote: 'a paper on <load>',
      timeZone: 'Europe/Lisboa',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('value="Ana &quot;the grid&quot; Ferreira"');
    expect(page).toContain('value="a paper on &lt;load&gt;"');
    expect(page).toMatch(/id="field-timeZone"[^>]*aria-invalid="true"/);
    expect(page).toMatch(/id="timeZone-wrong"[^>]*>There is no time zone/);
    expect(await pages.db.contact.count()).toBe(0);
  });

  test('a draft is edited and approved, each for the revision that was on the screen', async () => {
    const pages = await openPages();
    const { contactId, draftId } = await aDraft(pages.db);
    const browser = await signedIn(pages);
    const back = `/contacts/${contactId}`;
    const text = 'Dear Ana,\r\n\r\nI admire your work. Would you have 20 minutes for a call?';
    const edited = await browser.post(`/drafts/${draftId}/edit`, {
      revision: '1',
      subject: 'A short question',
      text,
      back,
    });
    expect(edited.status).toBe(303);
    expect(edited.headers.get('location')).toBe(back);
    const draft = await pages.db.draft.findUniqueOrThrow({ where: { id: draftId } });
    expect(draft).toMatchObject({ revision: 2, subject: 'A short question' });
    expect(draft.text).not.toContain('\r');

    const stale = await browser.post(`/drafts/${draftId}/approve`, { revision: '1' });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('was changed since');
    expect(await pages.db.approval.count()).toBe(0);
  });

  test('a draft is approved, for now or for a time in the zone of the profile', async () => {
    const pages = await openPages();
    const { draftId } = await aDraft(pages.db);
    const browser = await signedIn(pages);
    const later = { revision: '1', at: '2031-03-04T09:00' };
    expect((await browser.post(`/drafts/${draftId}/approve`, later)).status).toBe(303);
    const approval = await pages.db.approval.findFirstOrThrow();
    expect(approval.sendAfter?.toISOString()).toBe('2031-03-04T08:00:00.000Z');
    expect(await browser.text('/')).toContain('Nothing needs you');
  });

  test('a text that was refused is still in its field', async () => {
    const pages = await openPages();
    const { draftId } = await aDraft(pages.db);
    const browser = await signedIn(pages);
    const answer = await browser.post(`/drafts/${draftId}/edit`, {
      revision: '7',
      subject: 'Mine',
      text: 'An hour of my work',
      back: '/',
    });
    expect(answer.status).toBe(409);
    expect(answer.headers.get('hx-push-url')).toBe('false');
    const page = await answer.text();
    expect(page).toContain('An hour of my work</textarea>');
    expect(page).toContain('value="Mine"');
    expect(page).toMatch(/role="alert"/);
  });

  test('a reply is shown with what may be said about it, and judged', async () => {
    const pages = await openPages();
    const { contactId } = await aDraft(pages.db);
    const messageId = await aReply(pages.db, contactId);
    const browser = await signedIn(pages);
    const page = await browser.text('/');
    expect(page).toContain('Gladly. Thursday at ten?');
    for (const label of [
      'Interested',
      'Declines',
      'Proposes a time',
      'Asks something',
      'Not a reply',
      'Please stop',
    ]) {
      expect(page).toContain(label);
    }
    await browser.post(`/messages/${messageId}/judge`, { judgement: 'proposes_time' });
    const message = await pages.db.message.findUniqueOrThrow({ where: { id: messageId } });
    expect(message).toMatchObject({ judgement: 'proposes_time', state: 'handled' });
  });

  test('a journey is paused, resumed, stopped for good and removed', async () => {
    const pages = await openPages();
    const { contactId } = await aDraft(pages.db);
    const browser = await signedIn(pages);
    const now = () => pages.db.contact.findUnique({ where: { id: contactId } });
    await browser.post(`/contacts/${contactId}/pause`, {});
    expect((await now())?.pausedAt).not.toBeNull();
    await browser.post(`/contacts/${contactId}/resume`, {});
    expect((await now())?.pausedAt).toBeNull();
    await browser.post(`/contacts/${contactId}/stop`, { suppress: 'yes' });
    expect((await now())?.stoppedAt).not.toBeNull();
    expect(await pages.db.suppression.count()).toBe(1);
    expect(await browser.text(`/contacts/${contactId}`)).toContain('Rapport sends nothing to it');
    const removed = await browser.post(`/contacts/${contactId}/remove`, {});
    expect(removed.headers.get('location')).toBe('/board');
    expect(await now()).toBeNull();
  });

  test('everything is stopped at once, which every page then says', async () => {
    const pages = await openPages();
    await aDraft(pages.db);
    const browser = await signedIn(pages);
    await browser.post('/stop-all', {});
    expect(await browser.text('/board')).toContain('Nothing is being sent');
    await browser.post('/resume-all', {});
    expect(await browser.text('/board')).not.toContain('Nothing is being sent');
  });

  test('every journey is paused, snoozed until a day in the zone of the profile, and resumed', async () => {
    const pages = await openPages();
    await aDraft(pages.db);
    const browser = await signedIn(pages);
    const hold = () => pages.db.user.findFirstOrThrow();
    await browser.post('/pause-all', {});
    expect(await hold()).toMatchObject({ holdWhy: 'paused', holdUntil: null });
    await browser.post('/resume-all', {});
    expect((await hold()).holdSince).toBeNull();
    const past = await browser.post('/snooze-all', { until: '2020-03-04T09:00' });
    expect(past.status).toBe(422);
    expect(await past.text()).toContain('value="2020-03-04T09:00"');
    await browser.post('/snooze-all', { until: '2031-03-04T09:00' });
    expect((await hold()).holdUntil?.toISOString()).toBe('2031-03-04T08:00:00.000Z');
  });

  test('a contact is added with a cadence of their own, and a bad one is said beside its field', async () => {
    const pages = await openPages();
    await aMailbox(pages.db);
    const browser = await signedIn(pages);
    const person = { name: 'Ana', email: 'ana@example.com', maxNudges: '' };
    const refused = await browser.post('/contacts', { ...person, nudgeAfter: 'soon' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/id="field-nudgeAfter"[^>]*aria-invalid="true"/);
    await browser.post('/contacts', { ...person, nudgeAfter: 'P10D' });
    const { policy } = await pages.db.contact.findFirstOrThrow();
    expect(policy).toMatchObject({ nudgeAfter: 'P10D', maxNudges: 1, giveUpAfter: 'P14D' });
  });

  test('a mailbox that cannot sign in is said on every page', async () => {
    const pages = await openPages();
    const { mailboxId } = await aMailbox(pages.db);
    await pages.db.mailbox.update({
      where: { id: mailboxId },
      data: { state: 'sign_in_failed', stateDetail: 'The password was changed.' },
    });
    const browser = await signedIn(pages);
    for (const path of ['/', '/board', '/contacts/new']) {
      expect(await browser.text(path)).toContain('can no longer sign in to mira@example.org');
    }
  });

  test('a bad setting names itself and changes nothing', async () => {
    const pages = await openPages();
    await aMailbox(pages.db);
    const browser = await signedIn(pages);
    const answer = await browser.post('/settings', { nudgeAfter: 'soon', maxNudges: '2' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toMatch(/id="field-nudgeAfter"[^>]*aria-invalid="true"/);
    expect(page).toContain('value="soon"');
    expect((await pages.db.user.findFirstOrThrow()).settings).toEqual({});
  });
});

describe('the first run', () => {
  test('offers to connect or to practise, then asks who is writing', async () => {
    const pages = await openPages();
    const browser = await signedIn(pages);
    const page = await browser.text('/');
    expect(page).toContain('action="/mailboxes"');
    expect(page).toContain('action="/practice"');
    await aMailbox(pages.db);
    expect((await browser.get('/')).headers.get('location')).toBe('/welcome/profile');
    const fields = { name: 'Mira Hofmann', timeZone: 'Europe/Berlin', back: '/welcome/profile' };
    const saved = await browser.post('/profile', fields);
    expect(saved.headers.get('location')).toBe('/');
    expect(await browser.text('/')).toContain('Add the first person');
  });

  test('says which check failed, keeps the fields but not the password, and stores nothing', async () => {
    const detail = 'imap.gmail.com refused the password. Make an app password.';
    const pages = await openPages({
      checks: [{ check: 'sign_in_imap', ok: false, needed: true, detail }],
    });
    const browser = await signedIn(pages);
    const answer = await browser.post('/mailboxes', {
      address: 'mira@gmail.com',
      password: 'correct-horse',
      user: 'mira',
    });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain(detail);
    expect(page).toContain('value="mira@gmail.com"');
    expect(page).not.toContain('correct-horse');
    expect(await pages.db.mailbox.count()).toBe(0);
  });

  test('suggests people to practise with until each has been written to', async () => {
    const person = {
      name: 'Bea Lindqvist',
      email: 'bea@practice.example',
      company: 'Nordlys Press',
      role: 'Editor',
      admire: 'how you edit',
      topics: ['editing'],
      hint: 'answers the nudge',
    };
    const pages = await openPages({
      practice: {
        start: () => Promise.resolve(),
        people: [person],
      },
    });
    const { mailboxId } = await aMailbox(pages.db);
    const browser = await signedIn(pages);
    expect(await browser.text('/')).not.toContain('Bea Lindqvist');
    const refused = await browser.post('/practice/people', { email: person.email });
    expect(refused.status).toBe(409);

    await pages.db.mailbox.update({ where: { id: mailboxId }, data: { practice: true } });
    expect(await browser.text('/')).toContain('Editor, Nordlys Press: answers the nudge');
    await browser.post('/practice/people', { email: person.email });
    expect(await pages.db.contact.findFirstOrThrow()).toMatchObject({
      email: person.email,
      topics: ['editing'],
      policy: { nudgeAfter: 'PT2M', giveUpAfter: 'PT3M', maxNudges: 1 },
    });
    expect(await browser.text('/')).not.toContain('answers the nudge');
  });
});
