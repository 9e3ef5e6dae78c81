import { describe, expect, test } from 'vitest';
import { checkEndpoint } from '../../mail/account.ts';
import { presetFor } from '../../mail/providers.ts';
import { globalProviders } from '../../mail/providers/global.ts';
import { hostingProviders } from '../../mail/providers/hosting.ts';
import { forwarder, withoutImap } from '../../mail/providers/no-mailbox.ts';
import { regionalProviders } from '../../mail/providers/regional.ts';

const all = [...globalProviders, ...regionalProviders, ...hostingProviders];

describe('the table of providers', () => {
  test('has only servers that can be used, on encrypted connections', () => {
    for (const { name, imap, smtp } of all) {
      expect(checkEndpoint(imap, 'imap'), name).toBe(imap);
      expect(checkEndpoint(smtp, 'smtp'), name).toBe(smtp);
      expect([imap.security, smtp.security], name).not.toContain('none');
    }
  });

  test.each([
    ['kim@gmail.com', 'imap.gmail.com'],
    ['kim@hotmail.co.uk', 'outlook.office365.com'],
    ['kim@verizon.net', 'imap.aol.com'],
    ['kim@online.de', 'imap.1und1.de'],
    ['kim@zoho.eu', 'imap.zoho.eu'],
    ['kim@orange.fr', 'imap.orange.fr'],
    ['kim@naver.com', 'imap.naver.com'],
    ['kim@seznam.cz', 'imap.seznam.cz'],
    ['kim@mail.com', 'imap.mail.com'],
    ['kim@cox.net', 'imap.mail.yahoo.com'],
  ])('knows %s by its domain', (address, host) => {
    expect(presetFor(address)?.imap.host).toBe(host);
  });

  test.each([
    ['kim@yahoo.co.jp'],
    ['kim@live.unibo.it'],
    ['kim@outlook.evil.example'],
    ['kim@gmail.com.example.org'],
  ])('does not take %s for somebody else’s', (address) => {
    expect(presetFor(address)).toBeUndefined();
  });

  test.each([
    ['aspmx.l.google.com', 'imap.gmail.com'],
    ['ana-dev.mail.protection.outlook.com', 'outlook.office365.com'],
    ['mx01.mail.icloud.com', 'imap.mail.me.com'],
    ['mxbiz1.qq.com', 'imap.exmail.qq.com'],
    ['aspmx1.migadu.com', 'imap.migadu.com'],
    ['mx1.mail.ovh.net', 'ssl0.ovh.net'],
    ['smtpin.rzone.de', 'imap.strato.de'],
    ['mx1.hostinger.com', 'imap.hostinger.com'],
    ['mx1.privateemail.com', 'mail.privateemail.com'],
    ['mx.zoho.eu', 'imap.zoho.eu'],
  ])('knows a domain of one’s own by its MX %s', (mx, host) => {
    expect(presetFor('me@ana.dev', [mx])?.imap.host).toBe(host);
  });
});

test.each(['tuta.io', 'tutanota.com', 'hey.com', 'yahoo.co.jp', 'rediffmail.com'])(
  '%s has no IMAP, and that is said',
  (domain) => {
    expect(withoutImap(domain)?.say).toMatch(/no access|offers/);
  },
);

test.each(['route1.mx.cloudflare.net', 'mx1.improvmx.com', 'mx1.forwardemail.net'])(
  '%s only forwards, and that is said',
  (mx) => {
    expect(forwarder([mx])?.say).toContain('only passes mail on');
  },
);
