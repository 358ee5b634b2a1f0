/** The element of the page that holds the engine's binary. */
export const HOLDER = "core";

/**
 * The engine's binary as text in the page (引擎), one character a byte.
 *
 * It stands in an element of its own, not as a string in the script: the script would have to be hashed for the policy
 * and parsed with all of it before its first line runs, which was a third of the time the page took to open.
 *
 * Base64 would be four characters for three bytes, and hide the bytes' borders from the compressor on the way: a quarter
 * more to transfer. A byte is the character of its number, or, where that could not stand in a page (control characters,
 * the sign that could end the element), the one 256 further on; a byte array takes either back as the same byte.
 */
export function asText(binary: Uint8Array): string {
  let text = "";
  for (const byte of binary) text += String.fromCharCode(harmless(byte) ? byte : byte + 0x100);
  return text;
}

const LESS_THAN = 0x3c;
const SOFT_HYPHEN = 0xad;

function harmless(byte: number): boolean {
  const control = byte < 0x20 || (byte >= 0x7f && byte < 0xa0);
  return !control && byte !== LESS_THAN && byte !== SOFT_HYPHEN;
}

/** Puts the binary's text, or another's, at the end of the page, as data that no browser takes for a script. */
export function putIn(html: string, text: string, id = HOLDER): string {
  const [before, after, ...more] = html.split("</body>");
  if (before === undefined || after === undefined || more.length > 0) throw new Error("the page should have one body");
  return `${before}<script type="text/plain" id="${id}">${text}</script>\n  </body>${after}`;
}
