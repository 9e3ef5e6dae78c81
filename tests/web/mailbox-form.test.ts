import { describe, expect, test } from 'vitest';
import { openPages, signedIn } from './pages.ts';

const advice = async (address: string) => {
  const browser = await signedIn(await openPages());
  return browser.text(`/mailboxes/advice?address=${encodeURIComponent(address)}`);
};

describe('the address of a mailbox, while it is typed', () => {
  test('shows the servers and where they are known from', async () => {
    const html = await advice('kim@gmail.com');
    expect(html).toContain('Rapport knows this provider.');
    expect(html).toContain('imap.gmail.com:993');
    // Fields that a person may be typing into are not part of what is replaced.
    expect(html).not.toContain('name="imap"');
    expect(html).toContain('app password');
  });

  test('offers to sign in where no password works', async () => {
    const html = await advice('kim@hotmail.com');
    expect(html).toContain('/mailboxes/sign-in?provider=microsoft');
    expect(html).toContain('address=kim%40hotmail.com');
  });

  test('says of a provider without IMAP what it is, and asks for servers it does not know', async () => {
    expect(await advice('kim@tuta.com')).toContain('no access for mail programs');
    expect(await advice('kim@uni.example')).toContain('are not known');
  });

  test('says nothing about half an address', async () => {
    expect(await advice('kim')).not.toContain('class="note"');
  });
});

test('signing in without a client id says which one is needed', async () => {
  const browser = await signedIn(await openPages());
  expect(await browser.text('/mailboxes/sign-in?provider=microsoft')).toContain(
    'Mobile and desktop applications',
  );
  const answer = await browser.post('/mailboxes/sign-in', {
    provider: 'microsoft',
    address: 'kim@hotmail.com',
  });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('needs a client id of your own');
});

test('an answer that nobody waits for changes nothing', async () => {
  const pages = await openPages();
  const answer = await pages.app.request('/mailboxes/oauth?code=x&state=y', {
    headers: { host: '127.0.0.1:3000' },
  });
  expect(answer.status).toBe(404);
});
