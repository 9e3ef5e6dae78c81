import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/**
 * The files of a zip: `{name, read}`. Node can inflate but not open archives, and set-up runs before packages are there.
 * Field positions: PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function zipEntries(file) {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error(`${file} is not a whole zip archive.`);
  const entries = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      bytes.readUInt16LE(at + offset),
    );
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const entry = { method: bytes.readUInt16LE(at + 10), size: bytes.readUInt32LE(at + 20) };
    const header = bytes.readUInt32LE(at + 42);
    if (!name.endsWith('/')) entries.push({ name, read: () => content(bytes, header, entry) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Go's hash of a module's zip ("h1:…"): over the names and hashes of its files, whatever the packing. */
export function moduleHash(entries) {
  const lines = entries
    .map(({ name, read }) => [name, createHash('sha256').update(read()).digest('hex')])
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, hash]) => `${hash}  ${name}\n`);
  return `h1:${createHash('sha256').update(lines.join('')).digest('base64')}`;
}

/** Writes what lies below `prefix` into `folder`. Zips made for Go carry no modes, so `isProgram` tells what can be run. */
export function unzip(entries, { prefix, folder, isProgram }) {
  for (const { name, read } of entries) {
    if (!name.startsWith(prefix)) continue;
    const target = resolve(join(folder, name.slice(prefix.length)));
    if (!target.startsWith(resolve(folder) + sep)) throw new Error(`${name} leads outside.`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, read());
    if (isProgram(name.slice(prefix.length))) chmodSync(target, 0o755);
  }
}

function content(bytes, header, { method, size }) {
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const packed = bytes.subarray(start, start + size);
  if (method === 0) return packed;
  if (method === 8) return inflateRawSync(packed);
  throw new Error(`The zip uses compression method ${method}, which is not known here.`);
}
