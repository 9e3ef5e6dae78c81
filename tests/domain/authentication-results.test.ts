import { describe, expect, test } from 'vitest';
import {
  authenticationOf,
  learnServer,
  ownServer,
  readAuthenticationResults,
  type LearntServer,
} from '../../domain/authentication-results.ts';

const verdictOf = (...fields: readonly string[]) =>
  authenticationOf(fields, { domain: 'work.test', ownServer: 'mx.home.test' });

describe("the user's own server", () => {
  test.each([
    ['passes DMARC', 'mx.home.test; spf=fail; dmarc=pass header.from=work.test', 'pass'],
    ['fails DMARC', 'mx.home.test; spf=pass; dmarc=fail (p=none) header.from=work.test', 'fail'],
    ['fails SPF alone', 'mx.home.test; spf=softfail smtp.mailfrom=work.test', 'fail'],
    ['fails DKIM alone', 'mx.home.test; dkim=fail header.d=work.test', 'fail'],
    [
      'finds a good signature of the author on a forwarded mail',
      'mx.home.test; spf=fail smtp.mailfrom=else.test; dkim=pass header.d=work.test',
      'pass',
    ],
    [
      'finds a signature of somebody else only',
      'mx.home.test; spf=fail; dkim=pass header.d=evil.test',
      'fail',
    ],
    ['finds nothing to check', 'mx.home.test; none', 'unknown'],
    ['checks neither', 'mx.home.test; auth=pass smtp.auth=x', 'unknown'],
  ])('%s', (_, field, expected) => expect(verdictOf(field)).toBe(expected));

  test('is believed, and not what the sender wrote below it or beside it', () => {
    const own = 'mx.home.test; dmarc=fail header.from=work.test';
    expect(verdictOf(own, 'mx.home.test; dmarc=pass')).toBe('fail');
    expect(verdictOf('evil.test; dmarc=pass', own)).toBe('fail');
    expect(verdictOf('evil.test; dmarc=fail')).toBe('unknown');
    expect(verdictOf()).toBe('unknown');
  });

  test('need not name itself, as at Microsoft', () => {
    const field = 'spf=fail (sender IP is 1.2.3.4) smtp.mailfrom=work.test; dkim=none; dmarc=fail';
    expect(authenticationOf([field], { domain: 'work.test', ownServer: '' })).toBe('fail');
    expect(readAuthenticationResults(field)).toMatchObject({ server: '' });
  });
});

describe("the server's name is learnt", () => {
  const after = (...names: readonly string[]) =>
    names.reduce<LearntServer | undefined>(learnServer, undefined);

  test('once some mails agree on it', () => {
    expect(ownServer(after('mx.home.test', 'mx.home.test'))).toBeUndefined();
    expect(ownServer(after('mx.home.test', 'mx.home.test', 'mx.home.test'))).toBe('mx.home.test');
  });
  test('in spite of single mails with an invented one', () => {
    const home = Array.from({ length: 6 }, () => 'mx.home.test');
    expect(ownServer(after('evil.test', ...home))).toBe('mx.home.test');
    expect(ownServer(after(...home, 'evil.test', 'evil.test'))).toBe('mx.home.test');
  });
  test('anew after the user has moved', () => {
    const old = Array.from({ length: 100 }, () => 'old.test');
    const moved = Array.from({ length: 30 }, () => 'new.test');
    expect(ownServer(after(...old, ...moved))).toBe('new.test');
  });
});

test('a field of any length is read in bounded time', () => {
  const long = `mx.home.test; ${'('.repeat(500_000)} dmarc=pass`;
  expect(readAuthenticationResults(long).results).toEqual([]);
});
