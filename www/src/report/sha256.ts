import { sha256 as digest } from "@noble/hashes/sha2.js";

/**
 * The fingerprint of a text (文字指纹): SHA-256 of its UTF-8, in hexadecimal.
 *
 * The browser's own `crypto.subtle` is missing where a page comes over plain HTTP, as from a desk's own server, and it
 * answers later, while a browser that is about to print does not wait. So a library computes it everywhere.
 */
export function sha256(text: string): string {
  let hex = "";
  for (const byte of digest(new TextEncoder().encode(text))) hex += byte.toString(16).padStart(2, "0");
  return hex;
}
