import { finished } from 'node:stream/promises';
import { Splitter, type MimeNode, type SplitterChunk } from '@zone-eu/mailsplit';
import { isReadable, longestText } from './text-types.ts';

/** A part of a mail as it came, with the parts in it. */
export type SplitPart = {
  readonly node: MimeNode;
  readonly children: readonly SplitPart[];
  /** Of a part that can be read: its body, still encoded and cut where no more of it is wanted. */
  readonly body: Buffer;
  /** The whole body's size, encoded. */
  readonly bytes: number;
};

const MAX_PARTS = 500;

/** The parts of a mail. Where damage or a bound ends the splitting, what was read until then counts. */
export async function splitMail(head: Buffer, body: Buffer): Promise<SplitPart | undefined> {
  const splitter = new Splitter({ ignoreEmbedded: true, maxChildNodes: MAX_PARTS });
  const parts = new Map<unknown, OpenPart>();
  let root: OpenPart | undefined;
  splitter.on('data', (chunk: SplitterChunk) => {
    if (chunk.type === 'node') {
      const part: OpenPart = { node: chunk, children: [], chunks: [], kept: 0, bytes: 0 };
      parts.set(chunk, part);
      root ??= part;
      parts.get(chunk.parentNode)?.children.push(part);
    } else if (chunk.type === 'body' || chunk.type === 'data') {
      const part = parts.get(chunk.node);
      if (part && chunk.value) keep(part, chunk.value);
    }
  });
  splitter.write(head);
  // The blank line behind the header, which may have been cut within a line.
  splitter.write(head.length === 0 || head.at(-1) === 0x0a ? '\n' : '\n\n');
  splitter.end(body);
  await finished(splitter).catch(() => undefined);
  return root && closed(root);
}

type OpenPart = {
  readonly node: MimeNode;
  readonly children: OpenPart[];
  readonly chunks: Buffer[];
  kept: number;
  bytes: number;
};

/** Of a multipart, what stands before its first part: all of it, when the boundary is a wrong one. */
function keep(part: OpenPart, value: Buffer): void {
  part.bytes += value.length;
  const type = part.node.contentType || 'text/plain';
  if (part.node.multipart ? part.children.length > 0 : !isReadable(type)) return;
  // Encoded text is at most three times as long as what it encodes.
  const room = longestText(type) * 3 - part.kept;
  if (room <= 0) return;
  part.chunks.push(value.subarray(0, room));
  part.kept += value.length;
}

function closed(part: OpenPart): SplitPart {
  const { node, chunks, bytes } = part;
  return { node, bytes, children: part.children.map(closed), body: Buffer.concat(chunks) };
}
