import type { Encoding } from "./types.ts";

/** As much of a text as tells how it is written. */
const ENOUGH = 64 * 1024;

/** Control characters that no text has; a file with them is something else, or is read the wrong way. */
const CONTROL = /[\0-\x08\x0e-\x19\x1b-\x1f\x7f]/;

/**
 * Tells the encoding of a text by its bytes (编码): a byte order mark is believed, then whatever is valid UTF-8 is UTF-8,
 * for other encodings hardly ever are by chance; UTF-16 is told by its code units, nearly all of which are Chinese or
 * ASCII when read in the right order; what is left is GB18030, which reads GBK and GB2312 too.
 *
 * `undefined` if the bytes are no text.
 */
export function encodingOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (valid(bytes, "utf-8")) return "utf-8";
  const start = bytes.subarray(0, ENOUGH);
  for (const order of ["utf-16le", "utf-16be"] as const) if (share(start, order) > 0.9) return order;
  // One character in fifty may be broken; a text that was joined from pieces has some.
  const { text, lost } = decode(start, "gb18030");
  return !CONTROL.test(text) && lost <= text.length / 50 ? "gb18030" : undefined;
}

/** The text, without byte order mark, and how many of its bytes were no characters. */
export function decode(bytes: Uint8Array, encoding: Encoding): { text: string; lost: number } {
  const text = new TextDecoder(encoding).decode(bytes);
  // Who wrote the sign for a lost character on purpose is told of it too.
  return { text, lost: text.split("\ufffd").length - 1 };
}

function valid(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    // Streaming: a file that was cut off inside its last character is still in that encoding.
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return !CONTROL.test(text);
  } catch {
    return false;
  }
}

/** How many of the code units, of 1, are what Chinese text is made of. */
function share(bytes: Uint8Array, order: "utf-16le" | "utf-16be"): number {
  const units = bytes.length >> 1;
  if (units === 0) return 0;
  let good = 0;
  for (let i = 0; i < units; i++) {
    const [one = 0, two = 0] = [bytes[2 * i], bytes[2 * i + 1]];
    if (usual(order === "utf-16le" ? two * 0x100 + one : one * 0x100 + two)) good++;
  }
  return good / units;
}

function usual(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x20 || (unit >= 0x09 && unit <= 0x0d);
  // Ideographs, their punctuation, and the full-width forms.
  return (unit >= 0x4e00 && unit < 0xa000) || (unit >= 0x3000 && unit < 0x3040) || (unit >= 0x2010 && unit < 0x2040) || (unit >= 0xff00 && unit < 0xfff0);
}
