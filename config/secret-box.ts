import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Encrypts what must not be readable in the database or a backup: AES-256-GCM. */
export type SecretBox = {
  /** What is bound to something only opens with the same `boundTo`. */
  readonly seal: (text: string, boundTo?: string) => string;
  /**
   * Throws when the text was sealed with another key, changed, or bound to something else. One that was sealed without
   * opens in any case.
   */
  readonly open: (sealed: string, boundTo?: string) => string;
  /** Whether it was sealed as `seal` does now, and not by an older version. */
  readonly isCurrent: (sealed: string) => boolean;
};

/** Keys have 32 bytes. */
export type SecretKeys = {
  readonly key: Buffer;
  /**
   * Derived from the same passphrase as older versions did: `v1` with less work, `v2` with the same salt everywhere. Made
   * when something of theirs is opened. A key that is kept in a file has always been the same.
   */
  readonly older?: Readonly<Record<'v1' | 'v2', () => Buffer>>;
};

export function secretBox({ key, older }: SecretKeys): SecretBox {
  const keyOf = (version: string | undefined): Buffer | undefined => {
    if (version === 'v4' || version === 'v5') return key;
    if (version === 'v2' || version === 'v3') return older?.v2() ?? key;
    return version === 'v1' ? (older?.v1() ?? key) : undefined;
  };
  return {
    isCurrent: (sealed) => /^v[45]\./.test(sealed),
    seal(text, boundTo) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      if (boundTo !== undefined) cipher.setAAD(Buffer.from(boundTo));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [boundTo === undefined ? 'v4' : 'v5', nonce, cipher.getAuthTag(), body]
        .map(encode)
        .join('.');
    },
    open(sealed, boundTo = '') {
      const [version, nonce, tag, body] = sealed.split('.');
      const opener = keyOf(version);
      if (opener === undefined || !nonce || !tag || body === undefined)
        throw new Error('Could not read a stored secret: it is not in a form this version knows.');
      const decipher = createDecipheriv('aes-256-gcm', opener, Buffer.from(nonce, 'base64'), {
        authTagLength: 16,
      });
      if (version === 'v3' || version === 'v5') decipher.setAAD(Buffer.from(boundTo));
      try {
        decipher.setAuthTag(Buffer.from(tag, 'base64'));
        return (
          decipher.update(Buffer.from(body, 'base64'), undefined, 'utf8') + decipher.final('utf8')
        );
      } catch {
        throw new Error(
          'Could not read a stored secret: it was encrypted with another key, or for another mail server. Start with the key that was used before (RAPPORT_SECRET_KEY or the data folder’s secret.key), or connect the mailbox again.',
        );
      }
    },
  };
}

/** As much work for a guess as a backup's passphrase takes: 128 MB and about half a second. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

/** The key of an installation: derived from `passphrase` when one is given, else kept in `file` (0600), made at first. */
export function secretKey(options: {
  readonly file: string;
  readonly passphrase: string | undefined;
  /** That of the database. */
  readonly salt: string;
}): SecretKeys {
  const { passphrase, salt } = options;
  if (passphrase === undefined) return { key: keptKey(options.file) };
  return {
    key: scryptSync(passphrase, salt, 32, cost),
    older: {
      v1: once(() => scryptSync(passphrase, 'rapport mailbox secrets v1', 32)),
      v2: once(() => scryptSync(passphrase, 'rapport mailbox secrets v2', 32, cost)),
    },
  };
}

function once(make: () => Buffer): () => Buffer {
  let made: Buffer | undefined;
  return () => (made ??= make());
}

function keptKey(file: string): Buffer {
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const key = randomBytes(32);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}

const encode = (part: string | Buffer): string =>
  typeof part === 'string' ? part : part.toString('base64');
