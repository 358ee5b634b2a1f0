import { inflateSync, zipSync } from "fflate";
import { MOST_ENTRIES, MOST_UNPACKED, Stop } from "./results.ts";
import { directory, type Entry, packedBytes } from "./zip-directory.ts";

/** An unpacked file (解压). */
export interface Unpacked {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The wanted files of an archive, one after the other. What they claim to unpack to is added up first, and none gets
 * more room than it claims, so a small archive cannot fill the memory.
 */
export function* unpack(archive: Uint8Array, wanted: (name: string) => boolean): Generator<Unpacked> {
  const entries = chosen(archive, wanted);
  for (const entry of entries) yield { name: entry.name, bytes: inflate(archive, entry) };
}

/** The entries that {@link unpack} will give; throws if they are too many, too large, or under a password. */
export function chosen(archive: Uint8Array, wanted: (name: string) => boolean): Entry[] {
  const entries = directory(archive).filter(({ name }) => wanted(name));
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (entries.length > MOST_ENTRIES || size > MOST_UNPACKED) throw new Stop("unpacked");
  if (entries.some(({ encrypted }) => encrypted)) throw new Stop("encrypted");
  return entries;
}

/**
 * The XML of an Office file in a new archive that is not compressed, for the readers of such files: theirs would unpack
 * without any limit, and start workers of their own for large files, which the page's policy forbids.
 */
export function onlyXml(archive: Uint8Array): ArrayBuffer {
  const files: Record<string, Uint8Array> = {};
  for (const { name, bytes } of unpack(archive, (name) => /\.(xml|rels)$/i.test(name))) files[name] = bytes;
  return zipSync(files, { level: 0 }).buffer as ArrayBuffer;
}

function inflate(archive: Uint8Array, entry: Entry): Uint8Array<ArrayBuffer> {
  const packed = packedBytes(archive, entry);
  if (entry.method !== 0 && entry.method !== 8) throw new Stop("broken");
  const bytes = entry.method === 0 ? packed.slice() : inflated(packed, entry.size);
  // A slip of one bit could change a number that is to be checked.
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new Stop("broken");
  return bytes;
}

function inflated(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  try {
    return inflateSync(packed, { out: new Uint8Array(size) }) as Uint8Array<ArrayBuffer>;
  } catch {
    throw new Stop("broken");
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The check sum of ZIP (ISO/IEC 8802-3, reflected polynomial EDB88320). */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}
