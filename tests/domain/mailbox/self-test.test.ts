import { describe, expect, test } from 'vitest';
import {
  judgeSelfTest,
  readFields,
  type ReturnedMail,
  type SelfTest,
} from '../../../domain/mailbox/self-test.ts';

const mail = (...lines: readonly string[]): ReturnedMail => ({
  seconds: 4,
  folder: 'inbox',
  headers: readFields(
    ['From: Kim <kim@ana.dev>', 'Message-ID: <1@ana.dev>', ...lines].join('\r\n') + '\r\n\r\nText',
  ),
});

const test1: SelfTest = {
  from: 'kim@ana.dev',
  messageId: '<1@ana.dev>',
  returned: mail(),
  waited: 90,
  copied: true,
  dns: undefined,
};

const judge = (change: Partial<SelfTest>) =>
  Object.fromEntries(judgeSelfTest({ ...test1, ...change }).map((each) => [each.check, each]));

describe('a test mail to oneself', () => {
  test('that came back as it was sent is well', () => {
    expect(judgeSelfTest(test1).every(({ ok }) => ok)).toBe(true);
    expect(judge({})['came_back']?.detail).toBe('It came back after 4 seconds.');
  });

  test('that never came back is said, and nothing is guessed', () => {
    const checks = judgeSelfTest({ ...test1, returned: undefined });
    expect(checks.map(({ check, ok }) => [check, ok])).toEqual([['came_back', false]]);
  });

  test('in Spam is a warning', () => {
    expect(judge({ returned: { ...mail(), folder: 'junk' } })['folder']?.ok).toBe(false);
  });

  test('shows a From address that the server replaced without a word', () => {
    const replaced = { ...mail(), headers: readFields('From: kim@gmail.com\r\n\r\n') };
    expect(judge({ returned: replaced })['from']).toMatchObject({
      ok: false,
      detail: expect.stringContaining('came from kim@gmail.com'),
    });
  });

  test.each([
    ['mx.test; dkim=pass header.d=ana.dev', true, 'A signature of ana.dev'],
    ['mx.test; dkim=pass header.d=gmail.com', false, 'vouched for by gmail.com'],
    ['mx.test; dkim=none; spf=pass', false, 'Nothing vouches'],
    ['mx.test; spf=pass smtp.mailfrom=ana.dev', true, 'could not be judged'],
  ])('with %s is vouched for: %s', (field, ok, says) => {
    const checks = judge({ returned: mail(`Authentication-Results: ${field}`) });
    expect(checks['vouched_for']).toMatchObject({ ok, detail: expect.stringContaining(says) });
  });

  test('believes the topmost field only', () => {
    const returned = mail(
      'Authentication-Results: mx.test; dkim=none',
      'Authentication-Results: forged.test; dkim=pass header.d=ana.dev',
    );
    expect(judge({ returned })['vouched_for']?.ok).toBe(false);
  });

  test.each([
    [{ spf: ['v=spf1 -all'], dmarc: true }, [true, true]],
    [{ spf: [], dmarc: false }, [false, false]],
    [{ spf: ['v=spf1 a', 'v=spf1 mx'], dmarc: true }, [false, true]],
  ])('judges the records of one’s own domain: %j', (dns, expected) => {
    const found = judgeSelfTest({ ...test1, dns }).filter(({ check }) => check === 'domain');
    expect(found.map(({ ok }) => ok)).toEqual(expected);
  });
});

test('folded fields are read as one', () => {
  expect(readFields('Subject: a\r\n b\r\nX: 1\r\n\r\nY: 2')).toEqual([
    ['subject', 'a b'],
    ['x', '1'],
  ]);
});
