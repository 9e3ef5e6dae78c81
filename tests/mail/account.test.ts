import { describe, expect, test } from 'vitest';
import { checkEndpoint, hostAndPort, type Security } from '../../mail/account.ts';
import { presetFor, sentCopyOf } from '../../mail/providers.ts';

const endpoint = (host: string, security: Security, port = 993) => ({ host, port, security });

describe('an endpoint', () => {
  test.each(['localhost', '127.0.0.1', '127.1.2.3', '::1', 'LOCALHOST.'])(
    'without encryption is allowed towards %s',
    (host) => {
      expect(checkEndpoint(endpoint(host, 'none'), 'imap').host).toBe(host);
    },
  );

  test.each(['mail.example.org', '192.168.1.2', '128.0.0.1', '127.0.0.1.example.org', '10.0.0.1'])(
    'without encryption is refused towards %s',
    (host) => {
      expect(() => checkEndpoint(endpoint(host, 'none'), 'imap')).toThrow(/unencrypted/);
      expect(checkEndpoint(endpoint(host, 'tls'), 'imap').host).toBe(host);
    },
  );

  test.each(['', ' ', 'a b', 'host\r\n', 'http://host', '-host', 'host/path', 'user@host'])(
    'with the host %j is refused',
    (host) => {
      expect(() => checkEndpoint(endpoint(host, 'tls'), 'imap')).toThrow(/host name/);
    },
  );

  test.each([0, -1, 65_536, 1.5, NaN])('with port %s is refused', (port) => {
    expect(() => checkEndpoint(endpoint('host', 'tls', port), 'smtp')).toThrow(/port/);
  });

  test('is written as host:port, IPv6 in brackets', () => {
    expect(hostAndPort(endpoint('mail.example.org', 'tls'))).toBe('mail.example.org:993');
    expect(hostAndPort(endpoint('::1', 'tls'))).toBe('[::1]:993');
  });
});

describe('a provider', () => {
  test.each([
    ['ana@gmail.com', 'Gmail'],
    ['ana@GoogleMail.com', 'Gmail'],
    ['ana@hotmail.co.uk', 'Outlook.com'],
    ['ana@contoso.onmicrosoft.com', 'Microsoft 365'],
    ['ana@me.com', 'iCloud Mail'],
    ['ana@yahoo.de', 'Yahoo Mail'],
    ['ana@aol.com', 'AOL Mail'],
    ['ana@fastmail.fm', 'Fastmail'],
    ['ana@gmx.at', 'GMX'],
    ['ana@web.de', 'WEB.DE'],
    ['ana@t-online.de', 'T-Online'],
    ['ana@mailbox.org', 'mailbox.org'],
    ['ana@posteo.net', 'Posteo'],
    ['ana@proton.me', 'Proton Mail'],
    ['ana@ya.ru', 'Yandex Mail'],
    ['ana@163.com', 'NetEase 163'],
    ['ana@qq.com', 'QQ Mail'],
    ['ana@zoho.com', 'Zoho Mail'],
  ])('of %s is %s', (address, name) => {
    expect(presetFor(address)?.name).toBe(name);
  });

  test.each([
    ['aspmx.l.google.com', 'Gmail'],
    ['smtp.google.com.', 'Gmail'],
    ['contoso-com.mail.protection.outlook.com', 'Microsoft 365'],
    ['in1-smtp.messagingengine.com', 'Fastmail'],
    ['mx01.mail.icloud.com', 'iCloud Mail'],
    ['MX.zoho.com', 'Zoho Mail'],
  ])('of an own domain is known by its MX host %s', (host, name) => {
    expect(presetFor('ana@example.org')).toBeUndefined();
    expect(presetFor('ana@example.org', ['mx.elsewhere.test', host])?.name).toBe(name);
  });

  test.each(['ana@notgmail.com', 'ana@gmail.com.evil.test', 'ana@example.org', 'ana'])(
    'of %s is not known',
    (address) => {
      expect(presetFor(address, ['mx.google.com.evil.test'])).toBeUndefined();
    },
  );

  test('says in sentences which password is needed', () => {
    expect(presetFor('ana@gmail.com')?.advice.join(' ')).toContain('app password');
    expect(presetFor('ana@outlook.com')?.advice.join(' ')).toContain('neither passwords nor app');
    for (const address of ['a@gmail.com', 'a@gmx.de', 'a@qq.com', 'a@proton.me'])
      for (const sentence of presetFor(address)?.advice ?? []) expect(sentence).toMatch(/\.$/);
  });

  test('is never reached without encryption', () => {
    for (const address of ['a@gmail.com', 'a@outlook.com', 'a@proton.me', 'a@web.de']) {
      const { imap, smtp } = presetFor(address)!;
      expect(checkEndpoint(imap, 'imap').security).not.toBe('none');
      expect(checkEndpoint(smtp, 'smtp').security).not.toBe('none');
    }
  });

  test('that keeps the copy in Sent is known by the SMTP host that was used', () => {
    expect(sentCopyOf('smtp.gmail.com')).toBe('server');
    expect(sentCopyOf('SMTP.office365.com')).toBe('server');
    expect(sentCopyOf('posteo.de')).toBe('client');
    expect(sentCopyOf('mail.example.org')).toBe('unknown');
    expect(sentCopyOf('127.0.0.1')).toBe('unknown');
  });
});
