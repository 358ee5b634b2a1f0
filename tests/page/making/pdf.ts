import { createHash } from "node:crypto";
import { bytesOf } from "./bytes.ts";

/** A piece of text on a page: its left end and its baseline, from the page's lower left, in points. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  size?: number;
  /** Running upwards. */
  turned?: boolean;
}

/**
 * How the text is written: in a font that every reader has (ASCII only), or in a Chinese font that is not in the file, by
 * GBK or by Unicode: then only Adobe's tables tell which characters are meant.
 */
export type Font = "Helvetica" | "GBK-EUC-H" | "UniGB-UCS2-H";

export interface Making {
  font?: Font;
  /** The user's password; 40-bit RC4 (PDF 1.7, 7.6.3, revision 2). */
  password?: string;
  /** Pages turned by so many degrees clockwise when shown. */
  rotate?: 0 | 90;
}

/** A page: pieces of text, or a picture as a scanner makes one. */
export type Page = readonly Piece[] | "picture";

/** A PDF (1.4) written by hand. */
export function pdfOf(pages: readonly Page[], { font = "Helvetica", password, rotate = 0 }: Making = {}): Uint8Array {
  const lock = password === undefined ? undefined : locked(password);
  const objects: Buffer[] = [];
  const add = (body: string) => objects.push(Buffer.from(body, "latin1"));
  const stream = (dictionary: string, data: Buffer) => {
    const body = lock ? lock.hide(objects.length + 1, data) : data;
    return objects.push(Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${body.length} >>\nstream\n`), body, Buffer.from("\nendstream")]));
  };
  add("<< /Type /Catalog /Pages 2 0 R >>");
  // Of each page its two objects, behind the five that all pages share.
  const numbers = pages.map((_, i) => 7 + 2 * i);
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${numbers.map((n) => `${n} 0 R`).join(" ")}] >>`);
  if (font === "Helvetica") add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  else add(`<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-${font} /Encoding /${font} /DescendantFonts [4 0 R] >>`);
  add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 [500] 814 939 500] /FontDescriptor 5 0 R >>");
  add("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
  stream("/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8", Buffer.alloc(64, 0x80));
  for (const page of pages) {
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${rotate} /Resources << /Font << /F 3 0 R >> /XObject << /I 6 0 R >> >> /Contents ${objects.length + 2} 0 R >>`);
    stream("", Buffer.from(page === "picture" ? "595 0 0 842 0 0 cm /I Do" : page.map((piece) => painted(piece, font)).join("\n"), "latin1"));
  }
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const starts = objects.map((object, i) => {
    const start = parts.reduce((sum, { length }) => sum + length, 0);
    parts.push(Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from("\nendobj\n"));
    return start;
  });
  const table = parts.reduce((sum, { length }) => sum + length, 0);
  const size = objects.length + 1;
  parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("")}`));
  parts.push(Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R ${lock?.trailer ?? ""} >>\nstartxref\n${table}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** Lines one under the other, from the top of the page. */
export function column(lines: readonly string[], { x = 50, top = 790, size = 10, pitch = 14 } = {}): Piece[] {
  return lines.map((text, i) => ({ text, x, y: top - i * pitch, size }));
}

function painted({ text, x, y, size = 10, turned = false }: Piece, font: Font): string {
  const code = font === "Helvetica" ? Buffer.from(text, "latin1") : bytesOf(text, font === "GBK-EUC-H" ? "gbk" : "utf-16be");
  return `BT /F ${size} Tf ${turned ? "0 1 -1 0" : "1 0 0 1"} ${x} ${y} Tm <${Buffer.from(code).toString("hex")}> Tj ET`;
}

/** The padding of passwords (PDF 1.7, 7.6.3.3, step a). */
const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
const ID = Buffer.alloc(16, 7);
const PERMISSIONS = -4;

function locked(password: string): { trailer: string; hide(number: number, data: Buffer): Buffer } {
  const padded = Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = md5(padded, owner, permissions, ID).subarray(0, 5);
  const user = rc4(key, PADDING);
  return {
    trailer: `/ID [<${ID.toString("hex")}> <${ID.toString("hex")}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${owner.toString("hex")}> /U <${user.toString("hex")}> /P ${PERMISSIONS} >>`,
    hide: (number, data) => rc4(md5(key, Buffer.from([number & 0xff, number >> 8, 0, 0, 0])).subarray(0, 10), data),
  };
}

function md5(...parts: Buffer[]): Buffer {
  return createHash("md5").update(Buffer.concat(parts)).digest();
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number) => ([state[i], state[j]] = [state[j]!, state[i]!]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 0xff;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 0xff;
      j = (j + state[i]!) & 0xff;
      swap(i, j);
      return byte ^ state[(state[i]! + state[j]!) & 0xff]!;
    }),
  );
}
