import { inflateRawSync } from 'node:zlib';

export type Archive = {
  readonly names: readonly string[];
  /** The content of a member; throws RangeError for more than `mostBytes` and Error for a damaged one. */
  readonly read: (name: string, mostBytes: number) => Uint8Array;
};

type Member = {
  readonly at: number;
  readonly size: number;
  readonly method: number;
  readonly locked: boolean;
};

const mostMembers = 2000;

/** The list of a ZIP file's members (APPNOTE 4.3); undefined when it has none. Nothing is unpacked before it is read. */
export function openArchive(bytes: Uint8Array): Archive | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length) return undefined;
  const members = new Map<string, Member>();
  let at = file.readUInt32LE(end + 16);
  while (
    members.size < mostMembers &&
    at + 46 <= file.length &&
    file.readUInt32LE(at) === 0x02014b50
  ) {
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    members.set(name, {
      at: file.readUInt32LE(at + 42),
      size: file.readUInt32LE(at + 20),
      method: file.readUInt16LE(at + 10),
      locked: (file.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return {
    names: [...members.keys()],
    read: (name, mostBytes) => unpack(file, members.get(name), mostBytes),
  };
}

function unpack(file: Buffer, member: Member | undefined, mostBytes: number): Uint8Array {
  if (member === undefined || member.locked)
    throw new Error('it is missing or protected by a password');
  if (member.at + 30 > file.length || file.readUInt32LE(member.at) !== 0x04034b50)
    throw new Error('it is damaged');
  const from =
    member.at + 30 + file.readUInt16LE(member.at + 26) + file.readUInt16LE(member.at + 28);
  const packed = file.subarray(from, from + member.size);
  if (member.method === 0 && packed.length <= mostBytes) return packed;
  if (member.method !== 8) throw new Error('it is packed in a way that is not read');
  return inflateRawSync(packed, { maxOutputLength: mostBytes });
}
