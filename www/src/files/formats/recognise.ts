import type { FileTrouble } from "../../words/words.ts";
import { encodingOf } from "./encoding.ts";
import { Stop } from "./results.ts";
import { directory } from "./zip-directory.ts";

/** What can be read. */
export type Sort = "txt" | "csv" | "docx" | "xlsx" | "pdf" | "zip";

/** First bytes, one character a byte, and what they stand for. */
const MAGIC: readonly (readonly [string, "zip" | FileTrouble])[] = [
  ["PK\x03\x04", "zip"],
  ["PK\x05\x06", "zip"],
  ["{\\rtf", "old"],
  ["\xff\xd8\xff", "image"],
  ["\x89PNG\r\n", "image"],
  ["GIF8", "image"],
  ["II*\0", "image"],
  ["MM\0*", "image"],
  ["Rar!\x1a", "archive"],
  ["7z\xbc\xaf\x27\x1c", "archive"],
  ["\x1f\x8b", "archive"],
];

/** Compound files: Word and Excel before 2007, WPS, and everything of Office under a password. */
const COMPOUND = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const UNDER_PASSWORD = utf16("EncryptedPackage");

/**
 * What a file is (文件类型): by its bytes first, since names lie, then by its name.
 *
 * Throws {@link Stop} for what cannot be read.
 */
export function recognise(bytes: Uint8Array, name: string): Sort {
  if (bytes.length === 0) throw new Stop("empty");
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  // Programs put a line or two before it.
  if (head.includes("%PDF-")) return "pdf";
  if (head.startsWith(COMPOUND)) throw new Stop(ascii(bytes).includes(UNDER_PASSWORD) ? "encrypted" : "old");
  const magic = MAGIC.find(([start]) => head.startsWith(start))?.[1];
  if (magic === "zip") return inside(bytes);
  if (magic) throw new Stop(magic);
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  // A text that calls itself something else is half of that, or the page of a server that says it is not there.
  if (["docx", "xlsx", "pdf", "zip"].includes(ending)) throw new Stop("broken");
  if (["doc", "xls", "wps", "et", "rtf"].includes(ending)) throw new Stop("old");
  if (["bmp", "heic", "webp"].includes(ending)) throw new Stop("image");
  if (!encodingOf(bytes)) throw new Stop("unknown");
  return ending === "csv" || ending === "tsv" ? "csv" : "txt";
}

/** Which of the archives this is. */
function inside(bytes: Uint8Array): Sort {
  const names = new Set(directory(bytes).map(({ name }) => name));
  const has = (start: string) => [...names].some((name) => name.startsWith(start));
  if (!names.has("[Content_Types].xml")) {
    // OpenDocument, OFD and e-books are archives by make only: nothing in them is meant to be opened alone.
    if (names.has("mimetype") || names.has("OFD.xml")) throw new Stop("unknown");
    return "zip";
  }
  if (has("word/")) return "docx";
  if (names.has("xl/workbook.bin")) throw new Stop("old");
  if (has("xl/")) return "xlsx";
  throw new Stop("unknown");
}

/** Good for finding ASCII only: what browsers call Latin-1 is Windows' own. */
function ascii(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

function utf16(text: string): string {
  return [...text].map((character) => `${character}\0`).join("");
}
