import { crc32, deflateRawSync } from "node:zlib";

/** One file of an archive (压缩包) made in a test. */
export interface Packed {
  /** Bytes for a name that is not in UTF-8. */
  name: string | Uint8Array;
  body: string | Uint8Array;
  /** What the directory claims the size to be, if not the truth. */
  claimed?: number;
  encrypted?: boolean;
  /** Stored as it is. */
  stored?: boolean;
}

/** An archive as the ZIP specification (APPNOTE 6.3) wants it; written apart from the library that reads it. */
export function zipOf(files: readonly Packed[]): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, body, claimed, encrypted = false, stored = false } of files) {
    const raw = Buffer.from(body as Uint8Array);
    const data = stored ? raw : deflateRawSync(raw);
    const title = Buffer.from(name as Uint8Array);
    const flags = (encrypted ? 1 : 0) | (typeof name === "string" ? 0x800 : 0);
    const common = numbers([2, 20], [2, flags], [2, stored ? 0 : 8], [4, 0], [4, crc32(raw)], [4, data.length], [4, claimed ?? raw.length], [2, title.length], [2, 0]);
    const local = Buffer.concat([numbers([4, 0x04034b50]), common, title, data]);
    centrals.push(Buffer.concat([numbers([4, 0x02014b50], [2, 20]), common, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), title]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, directory.length], [4, at], [2, 0]);
  return Buffer.concat([...locals, directory, end]);
}

/** Little-endian numbers, each with its length in bytes. */
function numbers(...fields: [length: 2 | 4, value: number][]): Buffer {
  return Buffer.concat(
    fields.map(([length, value]) => {
      const field = Buffer.alloc(length);
      field.writeUIntLE(value, 0, length);
      return field;
    }),
  );
}
