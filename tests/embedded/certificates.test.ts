import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ensureCertificates } from '../../embedded/certificates.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'rapport-tls-')), 'tls');
const now = new Date('2026-06-01T00:00:00Z');
const inYears = (years: number) => new Date(now.getTime() + years * 365 * 86_400_000);

afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

function serial(file: string): string {
  return new X509Certificate(readFileSync(file)).serialNumber;
}

test('makes certificates that only this user can read, and forgets the key that signed them', async () => {
  const { authority, server, client } = await ensureCertificates(folder, now);
  const issuer = new X509Certificate(readFileSync(authority));
  for (const { certificate } of [server, client]) {
    expect(new X509Certificate(readFileSync(certificate)).checkIssued(issuer)).toBe(true);
  }
  expect(readdirSync(folder).sort()).toEqual(
    ['authority.crt', 'client.crt', 'client.key', 'server.crt', 'server.key'].sort(),
  );
  for (const file of readdirSync(folder)) {
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  }
});

test('keeps them for years, and renews all of them before they run out', async () => {
  const { authority, client } = await ensureCertificates(folder, now);
  const before = [serial(authority), serial(client.certificate)];
  await ensureCertificates(folder, inYears(9));
  expect([serial(authority), serial(client.certificate)]).toEqual(before);
  await ensureCertificates(folder, inYears(9.9));
  expect(serial(authority)).not.toBe(before[0]);
  expect(serial(client.certificate)).not.toBe(before[1]);
});

test('makes a whole set again when a part of it is missing', async () => {
  const { client } = await ensureCertificates(folder, now);
  rmSync(client.key);
  await ensureCertificates(folder, now);
  expect(statSync(client.key).size).toBeGreaterThan(0);
});
