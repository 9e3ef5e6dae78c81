import { afterAll, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rapport } from './fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapport-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What scripts rely on. */
const verbs = [
  'start',
  'status',
  'stop-server',
  'doctor',
  'rehearse',
  'inspect',
  'compose',
  'profile show',
  'profile set',
  'settings show',
  'settings set',
  'settings apply',
  'mailbox connect',
  'mailbox list',
  'mailbox test',
  'mailbox remove',
  'mailbox send-test',
  'contact add',
  'contact list',
  'contact show',
  'contact edit',
  'contact remove',
  'contact reopen',
  'contact import',
  'contact export',
  'contact prospects',
  'contact start',
  'drafts',
  'approve',
  'unapprove',
  'edit',
  'skip',
  'settle',
  'write',
  'needs-you',
  'reply judge',
  'answer',
  'slots',
  'propose',
  'meeting confirm',
  'meeting reschedule',
  'meeting cancel',
  'meeting record',
  'meeting list',
  'meeting show',
  'brief',
  'brief edit',
  'check-in',
  'referral list',
  'referral add',
  'referral accept',
  'referral dismiss',
  'landed',
  'takeaways',
  'advice done',
  'calendar add',
  'calendar list',
  'calendar remove',
  'calendar read',
  'calendar link',
  'pause',
  'resume',
  'snooze',
  'stop',
  'suppress',
  'unsuppress',
  'backup',
  'restore',
  'worker',
  'watch',
  'web',
];

it.each(verbs)('has “%s”, and says how it is used', async (verb) => {
  const { code, out, err } = await rapport(folder, [...verb.split(' '), '--help']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(`Usage: rapport ${verb}`);
});
