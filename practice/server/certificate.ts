import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** PEM. */
export type Certificate = { readonly key: string; readonly cert: string };

/**
 * A new self-signed certificate for localhost, 127.0.0.1 and ::1, valid from yesterday for ten
 * years (X.509 v3, RFC 5280; ECDSA P-256 with SHA-256).
 */
export function selfSignedCertificate(now = new Date()): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const ecdsaWithSha256 = sequence(tagged(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
  const name = sequence(
    tagged(0x31, sequence(tagged(0x06, Buffer.from('550403', 'hex')), tagged(0x0c, 'localhost'))),
  );
  const toBeSigned = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    name,
    sequence(time(now, -1), time(now, 3_650)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(basicConstraints(), subjectAltName())),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const der = sequence(
    toBeSigned,
    ecdsaWithSha256,
    tagged(0x03, Buffer.concat([Buffer.from([0]), signature])),
  );
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}

function basicConstraints(): Buffer {
  const isAuthority = sequence(tagged(0x01, Buffer.from([0xff])));
  const critical = tagged(0x01, Buffer.from([0xff]));
  return sequence(tagged(0x06, Buffer.from('551d13', 'hex')), critical, tagged(0x04, isAuthority));
}

function subjectAltName(): Buffer {
  const names = sequence(
    tagged(0x82, 'localhost'),
    tagged(0x87, Buffer.from([127, 0, 0, 1])),
    tagged(0x87, Buffer.from([...Buffer.alloc(15), 1])),
  );
  return sequence(tagged(0x06, Buffer.from('551d11', 'hex')), tagged(0x04, names));
}

/** GeneralizedTime, days from now. */
function time(now: Date, days: number): Buffer {
  const iso = new Date(now.getTime() + days * 86_400_000).toISOString();
  return tagged(0x18, `${iso.slice(0, 19).replace(/\D/g, '')}Z`);
}

function sequence(...items: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(items));
}

/** DER: tag, length, value (X.690 8.1). */
function tagged(tag: number, value: Buffer | string): Buffer {
  const bytes = Buffer.from(value as string);
  if (bytes.length < 0x80) return Buffer.concat([Buffer.from([tag, bytes.length]), bytes]);
  const hex = bytes.length.toString(16);
  const length = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, bytes]);
}
