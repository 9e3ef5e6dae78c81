import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { secretBox } from '../../config/secret-box.ts';

const box = secretBox(randomBytes(32));

test('opens what it has sealed', () => {
  expect(box.open(box.seal('pässword'))).toBe('pässword');
});

test.each([4, 8, 12, 15])('refuses a tag that was cut to %i bytes', (bytes) => {
  const [version, nonce, tag = '', body] = box.seal('password').split('.');
  const cut = Buffer.from(tag, 'base64').subarray(0, bytes).toString('base64');
  expect(() => box.open([version, nonce, cut, body].join('.'))).toThrow('another key');
});
