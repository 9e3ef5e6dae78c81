import { describe, expect, test } from 'vitest';
import { aMailbox, host, openPages, signedIn, token } from './pages.ts';

const headers = { host };
const form = (secret: string): RequestInit => ({
  method: 'POST',
  headers: { host, origin: `http://${host}` },
  body: new URLSearchParams({ secret }),
});

describe('signing in', () => {
  test('is asked for on every page, and shows nothing of what is behind it', async () => {
    const { app, db } = await openPages();
    await aMailbox(db);
    for (const path of ['/', '/board', '/settings', '/live', '/contacts/new']) {
      const answer = await app.request(path, { headers });
      expect(answer.status, path).toBe(401);
      expect(await answer.text(), path).not.toContain('mira@example.org');
    }
  });

  test('by the printed address sets a cookie that no script reads, and forgets the token', async () => {
    const { app } = await openPages();
    const answer = await app.request(`/board?token=${token}&stage=waiting`, { headers });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/board?stage=waiting');
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
  });

  test('does not redirect to another host', async () => {
    const { app } = await openPages();
    const answer = await app.request(`http://${host}//evil.example/?token=${token}`, { headers });
    expect(answer.headers.get('location')).toBe('/evil.example/');
  });

  test('with a wrong token makes no session', async () => {
    const { app, db } = await openPages();
    const answer = await app.request('/?token=wrong', { headers });
    expect(answer.status).toBe(401);
    expect(await db.session.count()).toBe(0);
  });

  test('takes the token, or the whole address, pasted into the page', async () => {
    const { app } = await openPages();
    for (const pasted of [token, `http://${host}/?token=${token}`]) {
      expect((await app.request('/sign-in', form(pasted))).status).toBe(303);
    }
  });

  test('keeps only hashes, and ends when the session has run out', async () => {
    const pages = await openPages();
    const browser = await signedIn(pages);
    expect((await browser.get('/settings')).status).toBe(200);
    await pages.db.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await browser.get('/settings')).status).toBe(401);
  });

  test('ends when the person signs out', async () => {
    const pages = await openPages();
    const browser = await signedIn(pages);
    await browser.post('/sign-out', {});
    expect((await browser.get('/settings')).status).toBe(401);
    expect(await pages.db.session.count()).toBe(0);
  });

  test('ends in every browser when the person says so in one', async () => {
    const pages = await openPages();
    const [one, other] = [await signedIn(pages), await signedIn(pages)];
    await one.post('/sign-out/everywhere', {});
    for (const browser of [one, other]) expect((await browser.get('/settings')).status).toBe(401);
  });

  test('takes the password where one is set, and no other', async () => {
    const { app } = await openPages({ password: 'correct horse battery' });
    expect((await app.request('/sign-in', form('correct horse'))).status).toBe(401);
    expect((await app.request('/sign-in', form(''))).status).toBe(401);
    expect((await app.request('/sign-in', form('correct horse battery'))).status).toBe(303);
  });

  test('is refused for a while after ten wrong attempts, even with the right password', async () => {
    const { app } = await openPages({ password: 'correct horse battery' });
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await app.request('/sign-in', form('wrong'))).status).toBe(401);
    }
    const answer = await app.request('/sign-in', form('correct horse battery'));
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain('Wait a quarter of an hour');
    expect((await app.request('/sign-in', form(token))).status).toBe(303);
  });

  test('looks at ten guesses only, though many come at once', async () => {
    const { app } = await openPages({ password: 'correct horse battery' });
    const answers = await Promise.all(
      Array.from({ length: 40 }, async () => app.request('/sign-in', form('wrong'))),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30);
  });

  test('counts no right password', async () => {
    const { app } = await openPages({ password: 'correct horse battery' });
    for (let attempt = 0; attempt < 12; attempt += 1)
      expect((await app.request('/sign-in', form('correct horse battery'))).status).toBe(303);
  });
});
