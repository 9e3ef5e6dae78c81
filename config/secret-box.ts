import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Encrypts what must not be readable in the database or a backup: AES-256-GCM. */
export type SecretBox = {
  readonly seal: (text: string) => string;
  /** Throws when the text was sealed with another key, or changed. */
  readonly open: (sealed: string) => string;
};

/** `key` has 32 bytes. */
export function secretBox(key: Buffer): SecretBox {
  return {
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return ['v1', nonce, cipher.getAuthTag(), body].map(encode).join('.');
    },
    open(sealed) {
      const [version, nonce, tag, body] = sealed.split('.');
      if (version !== 'v1' || !nonce || !tag || body === undefined)
        throw new Error('Could not read a stored secret: it is not in a form this version knows.');
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), {
        authTagLength: 16,
      });
      try {
        decipher.setAuthTag(Buffer.from(tag, 'base64'));
        return (
          decipher.update(Buffer.from(body, 'base64'), undefined, 'utf8') + decipher.final('utf8')
        );
      } catch {
        throw new Error(
          'Could not read a stored secret: it was encrypted with another key. Start with the key that was used before (RAPPORT_SECRET_KEY or the data folder’s secret.key), or connect the mailbox again.',
        );
      }
    },
  };
}

/** The key of a data folder: derived from `passphrase` when one is given, else kept in `file` (0600), made at first. */
export function secretKey(options: {
  readonly file: string;
  readonly passphrase: string | undefined;
}): Buffer {
  if (options.passphrase !== undefined)
    return scryptSync(options.passphrase, 'rapport mailbox secrets v1', 32);
  try {
    return Buffer.from(readFileSync(options.file, 'utf8').trim(), 'base64');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const key = randomBytes(32);
  mkdirSync(dirname(options.file), { recursive: true, mode: 0o700 });
  writeFileSync(options.file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}

const encode = (part: string | Buffer): string =>
  typeof part === 'string' ? part : part.toString('base64');
