import { createHash } from "node:crypto";

/**
 * The engine's binary as text in the script, one character a byte.
 *
 * Base64 would be four characters for three bytes, and hide the bytes' borders from the compressor on the way: a quarter
 * more to transfer. A byte is the character of its number, or, where that could not stand in a string in a page (control
 * characters, quotes, the sign that could end the script), the one 256 further on; a byte array takes either back as the
 * same byte.
 */
export function asText(binary: Uint8Array): string {
  let text = "";
  for (const byte of binary) text += String.fromCharCode(harmless(byte) ? byte : byte + 0x100);
  return text;
}

const NOT_IN_A_STRING = new Set([..."\"\\`$<\u00ad"].map((character) => character.charCodeAt(0)));

function harmless(byte: number): boolean {
  const control = byte < 0x20 || (byte >= 0x7f && byte < 0xa0);
  return !control && !NOT_IN_A_STRING.has(byte);
}

/**
 * What stands for the binary until the script is minified, which would write half of it as escapes. It names the
 * contents, so that the script's file name changes with them.
 */
export function standIn(binary: Uint8Array): string {
  return `kanyan-binary:${createHash("sha256").update(binary).digest("hex").slice(0, 16)}`;
}

/** Puts the binary where its stand-in is. */
export function putIn(code: string, binary: Uint8Array): string {
  const [before, after, ...more] = code.split(new RegExp(`["'\`]${standIn(binary)}["'\`]`));
  if (before === undefined || after === undefined || more.length > 0) throw new Error("the script should hold the binary once");
  return `${before}"${asText(binary)}"${after}`;
}
