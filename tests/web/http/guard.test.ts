import { describe, expect, test } from 'vitest';
import { aDraft, aReply, host, openPages, signedIn, token } from '../pages.ts';

describe('requests from elsewhere', () => {
  test('are refused for a host that is not ours, as DNS rebinding sends it', async () => {
    const { app } = await openPages();
    for (const name of ['evil.example', 'evil.example:3000', '127.0.0.1.evil.example', '']) {
      const answer = await app.request('/', { headers: { host: name } });
      expect(answer.status, name).toBe(403);
    }
  });

  test('are refused for the form of another site, although the cookie came along', async () => {
    const pages = await openPages();
    const { draftId } = await aDraft(pages.db);
    const browser = await signedIn(pages);
    for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1:4000']) {
      const answer = await browser.post(`/drafts/${draftId}/approve`, {}, { origin });
      expect(answer.status, origin).toBe(403);
    }
    expect(await pages.db.approval.count()).toBe(0);
  });

  test.each(['', 'another'])('are refused with the CSRF token "%s"', async (csrf) => {
    const pages = await openPages();
    const { draftId } = await aDraft(pages.db);
    const browser = await signedIn(pages);
    const answer = await browser.post(`/drafts/${draftId}/approve`, { csrf });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Load the page again');
    expect(await pages.db.approval.count()).toBe(0);
  });

  test('are refused with the CSRF token of another session', async () => {
    const pages = await openPages();
    const { draftId } = await aDraft(pages.db);
    const [one, other] = [await signedIn(pages), await signedIn(pages)];
    const answer = await one.post(`/drafts/${draftId}/approve`, { csrf: other.csrf });
    expect(answer.status).toBe(409);
  });

  test('cannot put a page into a frame, or load or run anything that is not ours', async () => {
    const pages = await openPages();
    const browser = await signedIn(pages);
    for (const path of ['/', '/settings', '/nothing-here', '/style.css', '/live.js']) {
      const { headers } = await browser.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });
});

describe('at an address of its own', () => {
  const own = '127.0.0.2';

  test('another name of this machine, where other programs listen, is not ours', async () => {
    const { app } = await openPages({ allowedHosts: [own] });
    for (const name of ['127.0.0.1:3000', 'localhost:3000', '127.0.0.3:3000'])
      expect((await app.request('/', { headers: { host: name } })).status, name).toBe(403);
  });

  test('the session’s cookie names no domain, so that no other address gets it', async () => {
    const { app } = await openPages({ allowedHosts: [own] });
    const answer = await app.request(`/?token=${token}`, { headers: { host: `${own}:3000` } });
    expect(answer.status).toBe(303);
    const cookies = answer.headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    for (const cookie of cookies) expect(cookie).not.toMatch(/domain/i);
  });
});

test('whether Rapport is ready is said to anybody, its address with the token to nobody', async () => {
  const parts = { ready: false, database: 'ok', temporal: 'starting', workers: 0 };
  const url = 'http://127.0.0.1:3000/?token=secret';
  const { app } = await openPages({ health: () => Promise.resolve({ ...parts, url }) });
  const answer = await app.request('/health', { headers: { host } });
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual(parts);
});

describe('pages', () => {
  test('hold no script, style or handler inside, as the policy would not run them', async () => {
    const pages = await openPages();
    const { contactId } = await aDraft(pages.db);
    await aReply(pages.db, contactId);
    const browser = await signedIn(pages);
    for (const path of ['/', `/contacts/${contactId}`, '/board', '/contacts/new', '/settings']) {
      const page = await browser.text(path);
      expect(page, path).not.toMatch(/<script(?![^>]*\ssrc="\/)/);
      expect(page, path).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:|hx-on/);
      expect(page, path).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    }
  });

  test('are never kept by caches', async () => {
    const pages = await openPages();
    const browser = await signedIn(pages);
    expect((await browser.get('/')).headers.get('cache-control')).toBe('no-store');
  });

  test('change nothing when they are only looked at', async () => {
    const pages = await openPages();
    const { contactId, draftId } = await aDraft(pages.db);
    const messageId = await aReply(pages.db, contactId);
    const browser = await signedIn(pages);
    const before = await everything(pages.db);
    const paths = [
      ...['approve', 'edit', 'skip', 'unapprove', 'settle'].map(
        (step) => `/drafts/${draftId}/${step}`,
      ),
      ...['pause', 'resume', 'snooze', 'stop', 'reopen', 'remove', 'write', 'edit'].map(
        (step) => `/contacts/${contactId}/${step}`,
      ),
      `/messages/${messageId}/judge?judgement=opt_out`,
      '/',
      '/board',
      ...['/stop-all', '/pause-all', '/snooze-all?until=2031-03-04T09:00', '/resume-all'],
      '/practice',
      '/sign-out',
      '/mailboxes',
      `/contacts/${contactId}?_method=delete`,
    ];
    for (const path of paths) expect((await browser.get(path)).status, path).toBeLessThan(500);
    expect(await everything(pages.db)).toEqual(before);
    expect((await browser.get('/settings')).status).toBe(200);
  });

  test('answer an unknown address in our own style', async () => {
    const pages = await openPages();
    const browser = await signedIn(pages);
    const answer = await browser.get('/no/such/page');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('There is no page at this address');
  });

  test('do not say what failed inside', async () => {
    const pages = await openPages({
      contextFor: () => {
        throw new Error('password=hunter2 at 10.0.0.5');
      },
    });
    const { app } = pages;
    const signIn = await app.request(`/?token=a-token-that-nobody-guesses`, { headers: { host } });
    const cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const answer = await app.request('/', { headers: { host, cookie } });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('hunter2');
    expect(pages.errors).toHaveLength(1);
  });
});

async function everything(db: Awaited<ReturnType<typeof openPages>>['db']): Promise<unknown> {
  return {
    users: await db.user.findMany(),
    contacts: await db.contact.findMany(),
    drafts: await db.draft.findMany(),
    approvals: await db.approval.findMany(),
    messages: await db.message.findMany(),
    mailboxes: await db.mailbox.findMany(),
    suppressions: await db.suppression.findMany(),
    outbox: await db.outbox.count(),
  };
}
