import type { Encoding } from "../../words/words.ts";

/** So much of a text decides whether it is UTF-16. */
const ENOUGH = 64 * 1024;

/** One broken place in so many characters is still taken for a damaged text. */
const CHARACTERS_PER_BROKEN = 20;

/** One control character in so many characters is still taken for text. */
const CHARACTERS_PER_CONTROL = 50;

/** Control characters that no text editor writes. */
const CONTROL = /[\0-\x08\x0e-\x19\x1c-\x1f\x7f]/g;

const LOST = "\ufffd";

/**
 * Tells the encoding of a text by its bytes (编码), as the command does (`crate/cli/src/encoding.rs`; both are held to
 * `tests/encodings.json`):
 *
 * | what the bytes show                                               | read as                   |
 * |-------------------------------------------------------------------|---------------------------|
 * | a mark at the start (`EF BB BF`, `FF FE`, `FE FF`, `84 31 95 33`) | what the mark says        |
 * | well-formed UTF-8 without control characters                      | UTF-8                     |
 * | taken in pairs, Chinese text                                      | UTF-16 of that byte order |
 * | UTF-8 but for a few broken places                                 | UTF-8                     |
 * | well-formed GB18030 (also GBK, GB2312), or so but for a few       | GB18030                   |
 *
 * `undefined` if the bytes are no text.
 */
export function encodingOf(bytes: Uint8Array): Encoding | undefined {
  const encoding = marked(bytes) ?? told(bytes);
  const { text, lost } = decode(bytes, encoding);
  const all = characters(text);
  const controls = text.match(CONTROL)?.length ?? 0;
  // One broken place is a file cut short, however little there is before it.
  return lost > Math.max(1, Math.floor(all / CHARACTERS_PER_BROKEN)) || controls > Math.floor(all / CHARACTERS_PER_CONTROL) ? undefined : encoding;
}

/** The text, without byte order mark, and how many of its places were no characters. */
export function decode(bytes: Uint8Array, encoding: Encoding): { text: string; lost: number } {
  const decoded = new TextDecoder(encoding).decode(bytes);
  // The decoder knows no mark of GB18030.
  const text = decoded.startsWith("\ufeff") ? decoded.slice(1) : decoded;
  // A replacement character that was written on purpose is reported too.
  return { text, lost: text.split(LOST).length - 1 };
}

function marked(bytes: Uint8Array): Encoding | undefined {
  const starts = (...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);
  if (starts(0xef, 0xbb, 0xbf)) return "utf-8";
  if (starts(0xff, 0xfe)) return "utf-16le";
  if (starts(0xfe, 0xff)) return "utf-16be";
  return starts(0x84, 0x31, 0x95, 0x33) ? "gb18030" : undefined;
}

function told(bytes: Uint8Array): Encoding {
  const { text, lost } = decode(bytes, "utf-8");
  if (lost === 0 && text.search(CONTROL) < 0) return "utf-8";
  const pairs = bytes.subarray(0, ENOUGH);
  const [little, big] = [share(pairs, true), share(pairs, false)];
  // Rare Han of four bytes in GB18030 are Han in pairs, too. What is UTF-16 is seldom without a control character there.
  const other = () => {
    const read = decode(bytes, "gb18030");
    return read.lost > 0 || read.text.search(CONTROL) >= 0;
  };
  if (Math.max(little, big) >= 0.9 && (bytes.includes(0) || other())) return little >= big ? "utf-16le" : "utf-16be";
  if (lost === 0) return "utf-8";
  // Chinese in another encoding breaks at nearly every character.
  const sound = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  const broken = lost - (text.endsWith(LOST) && sound > 0 ? 1 : 0);
  return sound > 0 && broken <= Math.floor(sound / CHARACTERS_PER_BROKEN) ? "utf-8" : "gb18030";
}

/** Characters, not units: those beyond the first plane have two. */
function characters(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/** How many of the code units, of 1, are what Chinese text is made of. */
function share(bytes: Uint8Array, little: boolean): number {
  const units = bytes.length >> 1;
  if (units === 0) return 0;
  let good = 0;
  for (let i = 0; i < units; i++) {
    const [one = 0, two = 0] = [bytes[2 * i], bytes[2 * i + 1]];
    if (standsInANotice(little ? two * 0x100 + one : one * 0x100 + two)) good++;
  }
  return good / units;
}

/** ASCII, Latin, signs and figures, Han, full-width forms, halves of the rare Han. */
function standsInANotice(unit: number): boolean {
  const within = (first: number, last: number) => unit >= first && unit <= last;
  if (unit < 0x80) return unit >= 0x20 ? unit < 0x7f : [0x09, 0x0a, 0x0c, 0x0d].includes(unit);
  return (
    within(0xa0, 0xff) || within(0x2000, 0x27ff) || within(0x3000, 0x303f) || within(0x4e00, 0x9fff) || within(0xd840, 0xd87f) || within(0xdc00, 0xdfff) || unit === 0xfeff || within(0xff00, 0xffef)
  );
}
