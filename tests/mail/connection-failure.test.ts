import { expect, test } from 'vitest';
import { connectionFailure, serverWords } from '../../mail/connection-failure.ts';

test.each([
  ['ENOTFOUND', 'unreachable', /Check the name/],
  ['EAI_AGAIN', 'unreachable', /online/],
  ['ECONNREFUSED', 'unreachable', /host and port/],
  ['ECONNRESET', 'unreachable', /lost/],
  ['CONNECT_TIMEOUT', 'timeout', /in time/],
  ['GREETING_TIMEOUT', 'timeout', /choose tls/],
  ['CERT_HAS_EXPIRED', 'certificate', /expired/],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate', /PEM file/],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate', /PEM file/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate', /PEM file/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate', /another host/],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'protocol', /does not speak TLS/],
])('%s is told as a sentence that says what to do', (code, reason, says) => {
  const bare = connectionFailure(Object.assign(new Error('x'), { code }));
  expect(bare.reason).toBe(reason);
  expect(bare.rest).toMatch(says);
  const wrapped = Object.assign(new Error('x'), { code: 'ESOCKET', originalCode: code });
  expect(connectionFailure(wrapped)).toEqual(bare);
  const caused = Object.assign(new Error('x', { cause: { code } }), { code: 'ECONNECTION' });
  expect(connectionFailure(caused)).toEqual(bare);
});

test('a server’s words are passed on in one bounded line', () => {
  expect(serverWords('550-no\r\n550 such\u0007 user\r\n')).toBe('550-no 550 such user');
  expect(serverWords('x'.repeat(10_000))).toHaveLength(300);
  expect(serverWords(' \r\n')).toBeUndefined();
  expect(serverWords(undefined)).toBeUndefined();
});
