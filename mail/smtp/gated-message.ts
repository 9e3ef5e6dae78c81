import { Readable } from 'node:stream';

const PIECE = 64 * 1024;

/**
 * The mail as a stream that first asks `beforeData`. nodemailer reads it only after the server
 * has answered RCPT and DATA; where the commands were sent together (RFC 2920), DATA is open then,
 * but the server has not a single byte of the mail.
 */
export function heldBackMail(
  raw: Buffer,
  beforeData: () => Promise<void>,
): {
  readonly source: Readable;
  readonly asked: () => boolean;
  /** True once the end of the mail may have reached the socket. */
  readonly handedOver: () => boolean;
  /** What `beforeData` threw. */
  readonly refusal: () => { readonly reason: unknown } | undefined;
} {
  let at = 0;
  let asked = false;
  let handedOver = false;
  let refusal: { readonly reason: unknown } | undefined;
  const next = () => {
    // Once the connection is lost the stream is destroyed, and nothing may follow any more.
    if (source.destroyed) return;
    if (at < raw.length) {
      const piece = raw.subarray(at, at + PIECE);
      at += piece.length;
      source.push(piece);
      return;
    }
    handedOver = true;
    source.push(null);
  };
  const look = async () => {
    try {
      await beforeData();
    } catch (reason) {
      refusal = { reason };
      source.destroy(new Error('The mail was held back.'));
      return;
    }
    next();
  };
  const source = new Readable({
    read() {
      if (asked) {
        next();
        return;
      }
      asked = true;
      void look();
    },
  });
  source.on('error', () => {});
  return {
    source,
    asked: () => asked,
    handedOver: () => handedOver,
    refusal: () => refusal,
  };
}
