import { afterEach, beforeEach, expect, test } from 'vitest';
import { addMailbox } from '../operations/fixture.ts';
import { openInstance } from './fixture.ts';

let instance: Awaited<ReturnType<typeof openInstance>>;

beforeEach(async () => {
  instance = await openInstance();
  const { user } = instance;
  const { id } = await addMailbox(user, 'kim@example.org');
  await user.db.mailbox.update({
    where: { id },
    data: { secret: user.secrets.seal('a password'), state: 'connected' },
  });
});
afterEach(() => instance.close());

async function mailboxChecks(): Promise<readonly any[]> {
  const { out } = await instance.rapport(['doctor', '--json']);
  return JSON.parse(out).filter(({ check }: any) => check.startsWith('mailbox kim@example.org'));
}

test('the doctor asks each mailbox how it answers now; what can be done without is no illness', async () => {
  expect(await mailboxChecks()).toEqual([
    { check: 'mailbox kim@example.org', ok: true, detail: 'connected, last looked never' },
    { check: 'mailbox kim@example.org, sign in imap', ok: true, detail: 'Signed in.' },
    {
      check: 'mailbox kim@example.org, idle',
      ok: true,
      detail: 'No IDLE: looks every minute instead.',
    },
  ]);
});

test('a sign-in that fails is found, though the last look went well', async () => {
  instance.user.checks.splice(0, 1, {
    check: 'sign_in_imap',
    ok: false,
    needed: true,
    detail: 'The server refused the password.',
  });
  expect(await mailboxChecks()).toContainEqual({
    check: 'mailbox kim@example.org, sign in imap',
    ok: false,
    detail: 'The server refused the password.',
  });
  expect((await instance.rapport(['doctor'])).code).toBe(1);
});

test('looking does not let a mailbox send again whose sending is stopped', async () => {
  const { db } = instance.user;
  const stopped = { sendingStoppedAt: new Date(), sendingStoppedWhy: '5.7.1 not today' };
  await db.mailbox.updateMany({ data: stopped });
  expect(await mailboxChecks()).toMatchObject([{ check: 'mailbox kim@example.org', ok: false }]);
  expect(await db.mailbox.findFirst()).toMatchObject(stopped);
});
