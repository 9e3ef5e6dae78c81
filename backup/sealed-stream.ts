import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { Transform } from 'node:stream';
import { Conflict } from '../domain/errors.ts';

/**
 * How a backup is sealed. Head: magic, protection, salt, check. Then frames of AES-256-GCM, each of 64 KiB but the last.
 * A nonce is the frame's number and whether it is the last, so frames can be neither left out, swapped nor cut off.
 */
const magic = Buffer.from('RAPPORT BACKUP 1\n', 'latin1');
const protections = { none: 0, passphrase: 1 } as const;
const saltLength = 16;
const checkLength = 16;
const headLength = magic.length + 1 + saltLength + checkLength;
const frameLength = 65_536;
const tagLength = 16;

type Keys = { readonly key: Buffer; readonly check: Buffer };

/** Seals all that is written to it. Without a passphrase only damage is noticed: everybody can open it. */
export async function sealing(passphrase: string | undefined): Promise<Transform> {
  const salt = randomBytes(saltLength);
  const protection = passphrase === undefined ? protections.none : protections.passphrase;
  const { key, check } = await keysFor(passphrase, salt);
  const head = Buffer.concat([magic, Buffer.from([protection]), salt, check]);
  let held = Buffer.alloc(0);
  let frame = 0;
  let begun = false;

  const seal = (content: Buffer, last: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(frame, last));
    cipher.setAAD(head);
    frame += 1;
    return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (!begun) this.push(head);
      begun = true;
      held = Buffer.concat([held, chunk]);
      for (; held.length > frameLength; held = held.subarray(frameLength))
        this.push(seal(held.subarray(0, frameLength), false));
      done();
    },
    flush(done) {
      if (!begun) this.push(head);
      this.push(seal(held, true));
      done();
    },
  });
}

/** What of a sealed file's beginning tells how to open it. Throws Conflict when it is no backup. */
export function isProtected(head: Buffer): boolean {
  if (!head.subarray(0, magic.length).equals(magic))
    throw new Conflict('This file is not a backup of Rapport.');
  return head[magic.length] === protections.passphrase;
}

export function looksSealed(head: Buffer): boolean {
  return head.subarray(0, magic.length).equals(magic);
}

/** The content of a sealed file, piece by piece. Throws Conflict for a wrong passphrase, and where it is damaged or cut short. */
export async function* opened(
  source: AsyncIterable<Buffer>,
  passphrase: string | undefined,
): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  let open: ((content: Buffer, last: boolean) => Buffer) | undefined;
  for await (const chunk of source) {
    held = Buffer.concat([held, chunk]);
    if (open === undefined && held.length >= headLength) {
      open = await opener(held.subarray(0, headLength), passphrase);
      held = held.subarray(headLength);
    }
    for (; open && held.length > frameLength + tagLength;)
      yield open(held.subarray(0, frameLength + tagLength), false);
  }
  if (open === undefined) {
    isProtected(held);
    throw damaged();
  }
  yield open(held, true);

  async function opener(head: Buffer, words: string | undefined) {
    const salt = head.subarray(magic.length + 1, magic.length + 1 + saltLength);
    const { key, check } = await keysFor(isProtected(head) ? (words ?? '') : undefined, salt);
    if (!timingSafeEqual(check, head.subarray(headLength - checkLength)))
      throw isProtected(head) ? wrongPassphrase() : damaged();
    let frame = 0;
    return (content: Buffer, last: boolean): Buffer => {
      if (content.length < tagLength) throw damaged();
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(frame, last));
      decipher.setAAD(head);
      decipher.setAuthTag(content.subarray(-tagLength));
      frame += 1;
      held = held.subarray(content.length);
      try {
        return Buffer.concat([decipher.update(content.subarray(0, -tagLength)), decipher.final()]);
      } catch {
        throw damaged();
      }
    };
  }
}

function nonceOf(frame: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(frame, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** The check tells a wrong passphrase from a damaged file; it says no more about the key than any frame's tag does. */
async function keysFor(passphrase: string | undefined, salt: Buffer): Promise<Keys> {
  const bytes =
    passphrase === undefined
      ? Buffer.from(hkdfSync('sha256', 'not secret', salt, 'rapport backup', 48))
      : await stretched(passphrase, salt);
  return { key: bytes.subarray(0, 32), check: bytes.subarray(32) };
}

/** 128 MiB and about half a second for each guess. */
function stretched(passphrase: string, salt: Buffer): Promise<Buffer> {
  const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * 1024 * 1024 };
  return new Promise((resolve, reject) =>
    scrypt(passphrase.normalize('NFC'), salt, 48, cost, (error, bytes) =>
      error ? reject(error) : resolve(bytes),
    ),
  );
}

function wrongPassphrase(): Conflict {
  return new Conflict('The passphrase is not the one that this backup was made with.');
}

function damaged(): Conflict {
  return new Conflict(
    'The backup is damaged or cut short: it is not as it was written. Use another copy of it.',
  );
}
