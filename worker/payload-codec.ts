import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { z } from 'zod';
import type { SecretKeys } from '../config/secret-box.ts';

const encoding = 'binary/encrypted';
/** Which key a payload was sealed with; older ones say nothing. */
const salted = 'salted';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts what workflows take and return with AES-256-GCM, under a key derived from that of the mailbox passwords.
 * Decodes in any case: what was stored before encryption was switched on, or off, stays readable.
 */
export function payloadCodec(options: {
  readonly keys: SecretKeys;
  readonly encrypts: boolean;
}): PayloadCodec {
  const { keys } = options;
  const key = payloadKey(keys.key);
  const keyOf = ({ metadata }: Payload): Buffer =>
    text(metadata?.['key']) === salted || !keys.older ? key : payloadKey(keys.older.v2());
  return {
    encode: (payloads) =>
      Promise.resolve(options.encrypts ? payloads.map((payload) => seal(payload, key)) : payloads),
    // Rejects, and does not throw, when one was sealed with another key.
    async decode(payloads) {
      return payloads.map((payload) =>
        isSealed(payload) ? open(payload, keyOf(payload)) : payload,
      );
    },
  };
}

function payloadKey(from: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', from, '', 'rapport temporal payloads v1', 32));
}

function seal(payload: Payload, key: Buffer): Payload {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(toJson(payload), 'utf8'), cipher.final()]);
  return {
    metadata: { encoding: Buffer.from(encoding), key: Buffer.from(salted) },
    data: Buffer.concat([nonce, cipher.getAuthTag(), body]),
  };
}

const isSealed = ({ metadata }: Payload): boolean => text(metadata?.['encoding']) === encoding;

function open({ data }: Payload, key: Buffer): Payload {
  const sealed = Buffer.from(data ?? []);
  const body = sealed.subarray(nonceBytes + tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  try {
    decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
    return fromJson(decipher.update(body, undefined, 'utf8') + decipher.final('utf8'));
  } catch {
    throw new Error(
      'Could not read what Temporal keeps of a workflow: it was encrypted with another key. Start with the RAPPORT_SECRET_KEY that was used before.',
    );
  }
}

const stored = z.object({ metadata: z.record(z.string(), z.string()), data: z.string() });

function toJson({ metadata, data }: Payload): string {
  return JSON.stringify({
    metadata: Object.fromEntries(
      Object.entries(metadata ?? {}).map(([name, value]) => [name, base64(value)]),
    ),
    data: base64(data),
  });
}

function fromJson(text: string): Payload {
  const { metadata, data } = stored.parse(JSON.parse(text));
  return {
    metadata: Object.fromEntries(
      Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value, 'base64')]),
    ),
    data: Buffer.from(data, 'base64'),
  };
}

const text = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString();

const base64 = (bytes: Uint8Array | null | undefined): string =>
  Buffer.from(bytes ?? []).toString('base64');
