import { inflateRawSync } from 'node:zlib';

/** What one file of an archive may unpack to. */
const MAX_UNPACKED = 256 * 1024 * 1024;

/** Unpacks the files of a ZIP archive whose names are asked for; throws when it is none, or damaged. */
export function readZip(archive: Buffer, isWanted: (name: string) => boolean): ReadonlyMap<string, string> {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0) throw new Error('The archive has no end');
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error('The archive’s list of files is damaged');
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (isWanted(name)) files.set(name, unpack(archive, at));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

function unpack(archive: Buffer, at: number): string {
  const method = archive.readUInt16LE(at + 10);
  const size = archive.readUInt32LE(at + 20);
  const local = archive.readUInt32LE(at + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + size);
  if (method === 0) return packed.toString();
  if (method !== 8) throw new Error('The archive is packed in an unknown way');
  return inflateRawSync(packed, { maxOutputLength: MAX_UNPACKED }).toString();
}
