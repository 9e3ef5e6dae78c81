import type { MimeNode } from '@zone-eu/mailsplit';
import { buffer } from 'node:stream/consumers';

/** The bytes of a part after its Content-Transfer-Encoding; unknown encodings pass. */
export async function decodeTransfer(node: MimeNode, body: Buffer): Promise<Buffer> {
  if (node.encoding !== 'base64' && node.encoding !== 'quoted-printable') return body;
  const decoder = node.getDecoder();
  decoder.end(node.encoding === 'base64' ? withoutFooter(body) : body);
  return buffer(decoder);
}

/** Mailing lists append a plain footer to base64: what is no base64 any more after a padding is none. */
function withoutFooter(body: Buffer): Buffer {
  const padded = /=[A-Za-z0-9+/\s]*[^A-Za-z0-9+/=\s]/.exec(body.toString('latin1'));
  return padded ? body.subarray(0, padded.index + 1) : body;
}
