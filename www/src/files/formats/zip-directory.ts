import { Stop } from "./results.ts";

/** A file of an archive, as the directory at the archive's end has it. */
export interface Entry {
  name: string;
  encrypted: boolean;
  /** 0: stored as it is, 8: deflated. */
  method: number;
  crc: number;
  /** Bytes in the archive, and what they claim to unpack to. */
  packed: number;
  size: number;
  /** Where its local header stands. */
  at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** Extra field of Info-ZIP: the name in UTF-8. */
const UNICODE_PATH = 0x7075;

/**
 * The directory of a ZIP archive (压缩包目录); `.docx` and `.xlsx` are such archives too.
 *
 * Written here because the readers' own do not tell what is encrypted, and take names of Chinese programs, which are in
 * GBK, for Latin.
 */
export function directory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  try {
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== CENTRAL) throw new Stop("broken");
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [number, number, number];
      const flags = view.getUint16(at + 8, true);
      const extra = at + 46 + nameLength;
      entries.push({
        name: nameOf(bytes.subarray(at + 46, extra), (flags & 0x800) !== 0, bytes.subarray(extra, extra + extraLength)),
        encrypted: (flags & 1) !== 0,
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        at: view.getUint32(at + 42, true),
      });
      at = extra + extraLength + commentLength;
    }
  } catch (error) {
    throw error instanceof RangeError ? new Stop("broken") : error;
  }
  return entries;
}

/** The bytes of an entry as they stand in the archive. */
export function packedBytes(bytes: Uint8Array, { at, packed }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw new Stop("broken");
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > bytes.length) throw new Stop("broken");
  return bytes.subarray(start, start + packed);
}

/** The end record is the last thing of the archive but a comment of at most 64 KB. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === END) return at;
  throw new Stop("broken");
}

function nameOf(raw: Uint8Array, utf8: boolean, extra: Uint8Array): string {
  const own = new TextDecoder("utf-8", { fatal: true });
  try {
    return own.decode(unicodePath(extra) ?? raw);
  } catch {
    return new TextDecoder(utf8 ? "utf-8" : "gb18030").decode(raw);
  }
}

function unicodePath(extra: Uint8Array): Uint8Array | undefined {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true);
    // A version and the check sum of the plain name stand before it.
    if (view.getUint16(at, true) === UNICODE_PATH && length > 5) return extra.subarray(at + 9, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
}
