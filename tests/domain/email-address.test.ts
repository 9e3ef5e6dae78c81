import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  asciiAddress,
  asciiDomain,
  canonicalAddress,
  mailboxAddress,
} from '../../domain/email-address.ts';
import { openFixture } from '../operations/fixture.ts';

test('addresses compare without regard to case and to how the domain is written', () => {
  expect(canonicalAddress(' Ana@M\u00fcller.Test ')).toBe('ana@m\u00fcller.test');
  expect(canonicalAddress('ana@xn--mller-kva.test')).toBe('ana@m\u00fcller.test');
  expect(canonicalAddress('mailto:Ana@work.test.')).toBe('ana@work.test');
  expect(asciiAddress('Ana@m\u00fcller.test')).toBe('Ana@xn--mller-kva.test');
  expect(asciiDomain('Ana@M\u00fcller.test')).toBe('xn--mller-kva.test');
  expect(canonicalAddress('MAILER-DAEMON')).toBe('mailer-daemon');
});

const addresses: readonly (readonly [string, string])[] = [
  ['Ana@Work.test', 'ana@work.test'],
  ['ana+talks@work.test', 'ana@work.test'],
  ['ana+a+b@work.test', 'ana@work.test'],
  ['+ana@work.test', '+ana@work.test'],
  ['ana.silva@work.test', 'ana.silva@work.test'],
  ['Ana.Silva+x@googlemail.com', 'anasilva@gmail.com'],
  ['a.n.a@gmail.com', 'ana@gmail.com'],
  ['ana@xn--mller-hfen-w5a5z.test', 'ana@müller-häfen.test'],
  ['ana@müller-häfen.test', 'ana@müller-häfen.test'],
];

test.each(addresses)('%s leads to %s', (address, mailbox) => {
  expect(mailboxAddress(address)).toBe(mailbox);
});

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

test('the database computes the same of addresses as they are stored', async () => {
  for (const [, stored] of [...addresses, ['', 'ana+talks@work.test'], ['', 'a.b+c@gmail.com']]) {
    const [row] = await fixture.db.$queryRaw<{ mailbox: string }[]>`
      SELECT mailbox_address(${stored}) AS mailbox`;
    expect(row?.mailbox).toBe(mailboxAddress(stored ?? ''));
  }
});
