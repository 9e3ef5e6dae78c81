import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

type Pems = { readonly certificate: string; readonly key: string };

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A new authority and one certificate each for server and client, as PEM. The authority's key is forgotten. */
export async function issueCertificates(
  now: Date,
  days: number,
): Promise<{ readonly authority: string; readonly server: Pems; readonly client: Pems }> {
  // A day back: clocks of suspended machines jump.
  const notBefore = new Date(now.getTime() - 86_400_000);
  const notAfter = new Date(now.getTime() + days * 86_400_000);
  const keys = await newKeys();
  const authority = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Rapport on this machine',
    keys,
    notBefore,
    notAfter,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
    ],
  });

  async function issue(name: string, usages: ExtendedKeyUsage[]): Promise<Pems> {
    const own = await newKeys();
    const certificate = await X509CertificateGenerator.create({
      subject: `CN=${name}`,
      issuer: authority.subject,
      publicKey: own.publicKey,
      signingKey: keys.privateKey,
      notBefore,
      notAfter,
      signingAlgorithm: algorithm,
      extensions: [
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension(usages),
        new SubjectAlternativeNameExtension([
          { type: 'dns', value: 'localhost' },
          { type: 'ip', value: '127.0.0.1' },
        ]),
      ],
    });
    const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', own.privateKey);
    return {
      certificate: certificate.toString('pem'),
      key: PemConverter.encode(pkcs8, 'PRIVATE KEY'),
    };
  }

  return {
    authority: authority.toString('pem'),
    // The services of the server are clients of each other, with the same certificate.
    server: await issue('rapport-server', [
      ExtendedKeyUsage.serverAuth,
      ExtendedKeyUsage.clientAuth,
    ]),
    client: await issue('rapport-client', [ExtendedKeyUsage.clientAuth]),
  };
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}
