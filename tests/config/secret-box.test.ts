import { createCipheriv, randomBytes, scryptSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { secretBox, secretKey } from '../../config/secret-box.ts';

const box = secretBox({ key: randomBytes(32) });

test('opens what it has sealed', () => {
  expect(box.open(box.seal('pässword'))).toBe('pässword');
});

test.each([4, 8, 12, 15])('refuses a tag that was cut to %i bytes', (bytes) => {
  const [version, nonce, tag = '', body] = box.seal('password').split('.');
  const cut = Buffer.from(tag, 'base64').subarray(0, bytes).toString('base64');
  expect(() => box.open([version, nonce, cut, body].join('.'))).toThrow('another key');
});

test('a passphrase opens what a version before has sealed, and seals with more work', () => {
  const passphrase = 'a long and random passphrase';
  const old = scryptSync(passphrase, 'rapport mailbox secrets v1', 32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', old, nonce);
  const body = Buffer.concat([cipher.update('password'), cipher.final()]);
  const sealed = [
    'v1',
    ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64')),
  ];

  const keys = secretKey({ file: '/nowhere', passphrase, salt: 'here' });
  expect(secretBox(keys).open(sealed.join('.'))).toBe('password');
  expect(keys.key.equals(old)).toBe(false);
  expect(secretBox(keys).open(secretBox(keys).seal('password'))).toBe('password');
  expect(() => secretBox({ key: old }).open(secretBox(keys).seal('password'))).toThrow(
    'another key',
  );
});

test('a passphrase is another key in another database, and opens what all had the same salt for', () => {
  const passphrase = 'a long and random passphrase';
  const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
  const same = scryptSync(passphrase, 'rapport mailbox secrets v2', 32, cost);
  const sealed = secretBox({ key: same }).seal('password');

  const here = secretBox(secretKey({ file: '/nowhere', passphrase, salt: 'here' }));
  const elsewhere = secretBox(secretKey({ file: '/nowhere', passphrase, salt: 'elsewhere' }));
  expect(() => elsewhere.open(here.seal('password'))).toThrow('another key');
  const before = sealed.replace(/^v4/, 'v2');
  expect([here, elsewhere].map((box) => box.open(before))).toEqual(['password', 'password']);
  expect(here.isCurrent(before)).toBe(false);
  expect(here.isCurrent(here.seal('password'))).toBe(true);
});

test('a key kept in a file still opens what it has sealed before', () => {
  const key = randomBytes(32);
  const sealed = secretBox({ key }).seal('password');
  expect(secretBox({ key }).open(sealed.replace(/^v4/, 'v1'))).toBe('password');
});

describe('what is bound to something', () => {
  const sealed = box.seal('password', 'imap.home.test');

  test('opens for that alone', () => {
    expect(box.open(sealed, 'imap.home.test')).toBe('password');
    expect(() => box.open(sealed, 'imap.evil.test')).toThrow('for another mail server');
    expect(() => box.open(sealed)).toThrow('for another mail server');
  });

  test('does not pass for something that was never bound', () => {
    expect(() => box.open(sealed.replace(/^v5/, 'v4'))).toThrow('for another mail server');
  });

  test('does not keep a text from before from being opened', () => {
    expect(box.open(box.seal('password'), 'imap.home.test')).toBe('password');
  });
});
