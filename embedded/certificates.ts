import { X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TLSConfig } from '@temporalio/client';
import { writePrivate } from './private-file.ts';

/** Paths of PEM files. One authority signed both; its key is not kept, so nobody can sign a third. */
export type Certificates = {
  readonly authority: string;
  readonly server: CertifiedKey;
  readonly client: CertifiedKey;
};

export type CertifiedKey = { readonly certificate: string; readonly key: string };

const validForDays = 3_650;
const renewBeforeDays = 90;

/**
 * The certificates with which the embedded Temporal server and we know each other, kept in `folder` (0600). They are
 * made anew when they are missing or run out within 90 days; a server that runs with the old ones must be restarted.
 */
export async function ensureCertificates(folder: string, now: Date): Promise<Certificates> {
  const certificates: Certificates = {
    authority: join(folder, 'authority.crt'),
    server: { certificate: join(folder, 'server.crt'), key: join(folder, 'server.key') },
    client: { certificate: join(folder, 'client.crt'), key: join(folder, 'client.key') },
  };
  if (!areUsable(certificates, now)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    // Loaded here only: once in nine years, against tens of milliseconds at every start.
    const { issueCertificates } = await import('./certificate-issue.ts');
    const issued = await issueCertificates(now, validForDays);
    writePrivate(certificates.server.key, issued.server.key);
    writePrivate(certificates.server.certificate, issued.server.certificate);
    writePrivate(certificates.client.key, issued.client.key);
    writePrivate(certificates.client.certificate, issued.client.certificate);
    // Last: together with the signatures it shows that the set is whole.
    writePrivate(certificates.authority, issued.authority);
  }
  return certificates;
}

/** What a Temporal client or worker needs to be let in. */
export function clientTls({ authority, client }: Certificates): TLSConfig {
  return {
    serverRootCACertificate: readFileSync(authority),
    serverNameOverride: 'localhost',
    clientCertPair: { crt: readFileSync(client.certificate), key: readFileSync(client.key) },
  };
}

function areUsable({ authority, server, client }: Certificates, now: Date): boolean {
  const files = [authority, server.certificate, server.key, client.certificate, client.key];
  if (!files.every((file) => existsSync(file))) return false;
  const issuer = new X509Certificate(readFileSync(authority));
  const latest = now.getTime() + renewBeforeDays * 86_400_000;
  return [server.certificate, client.certificate].every((file) => {
    const certificate = new X509Certificate(readFileSync(file));
    return certificate.verify(issuer.publicKey) && Date.parse(certificate.validTo) > latest;
  });
}
