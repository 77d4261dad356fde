import { inflateRawSync } from 'node:zlib';

/** What all wanted files of an archive may unpack to, together. */
const MAX_UNPACKED = 256 * 1024 * 1024;

/** An archive is larger inside than is worth unpacking. */
export class ArchiveTooLarge extends Error {
  readonly megabytes = MAX_UNPACKED / 1024 / 1024;
}

/**
 * Unpacks the files of a ZIP archive whose names are asked for; throws `ArchiveTooLarge`, and anything else when it is
 * no archive, or damaged. What the archive says of its own sizes is not believed.
 */
export function readZip(archive: Buffer, isWanted: (name: string) => boolean): ReadonlyMap<string, string> {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0) throw new Error('The archive has no end');
  const files = new Map<string, string>();
  let room = MAX_UNPACKED;
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error('The archive’s list of files is damaged');
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (isWanted(name)) {
      const content = unpack(archive, at, room);
      room -= content.length;
      files.set(name, content.toString());
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

function unpack(archive: Buffer, at: number, room: number): Buffer {
  const method = archive.readUInt16LE(at + 10);
  const size = archive.readUInt32LE(at + 20);
  const local = archive.readUInt32LE(at + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + size);
  if (method !== 0 && method !== 8) throw new Error('The archive is packed in an unknown way');
  if (method === 0 && packed.length > room) throw new ArchiveTooLarge();
  if (method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) });
  } catch (error) {
    if (error instanceof RangeError) throw new ArchiveTooLarge();
    throw error;
  }
}
