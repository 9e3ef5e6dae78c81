import { describe, expect, test } from 'vitest';
import { aDraft, openPages, token } from '../pages.ts';

const publicUrl = new URL('https://rapport.example.org');
const host = publicUrl.host;

async function signIn(headers: Readonly<Record<string, string>>, given = { publicUrl }) {
  const pages = await openPages(given);
  const answer = await pages.app.request(`/?token=${token}`, { headers });
  return { pages, answer, cookie: answer.headers.get('set-cookie') ?? '' };
}

describe('behind a reverse proxy', () => {
  test('the public name is ours, and its cookie is for TLS alone', async () => {
    const { answer, cookie } = await signIn({ host });
    expect(answer.status).toBe(303);
    expect(cookie).toContain('Secure');
  });

  test('a proxy that calls us by our own name says by a header that it was TLS', async () => {
    const { cookie } = await signIn({ host: '127.0.0.1:3000', 'x-forwarded-proto': 'https' });
    expect(cookie).toContain('Secure');
  });

  test('that header means nothing where no public address is configured', async () => {
    const pages = await openPages();
    const headers = { host: '127.0.0.1:3000', 'x-forwarded-proto': 'https' };
    const answer = await pages.app.request(`/?token=${token}`, { headers });
    expect(answer.headers.get('set-cookie')).not.toContain('Secure');
  });

  test('a form from the public address counts, one from another site does not', async () => {
    const { pages, cookie } = await signIn({ host });
    const { draftId } = await aDraft(pages.db);
    const { csrf } = await pages.db.session.findFirstOrThrow();
    const approve = (origin: string) =>
      pages.app.request(`/drafts/${draftId}/approve`, {
        method: 'POST',
        headers: {
          host,
          origin,
          cookie: cookie.split(';')[0]!,
          'x-csrf-token': csrf,
          'content-type': 'application/x-www-form-urlencoded',
        },
      });
    expect((await approve('https://evil.example')).status).toBe(403);
    expect((await approve(publicUrl.origin)).status).not.toBe(403);
  });

  test('every other name stays foreign', async () => {
    const pages = await openPages({ publicUrl });
    for (const name of ['evil.example', `${host}.evil.example`]) {
      const answer = await pages.app.request('/', { headers: { host: name } });
      expect(answer.status, name).toBe(403);
    }
  });
});
