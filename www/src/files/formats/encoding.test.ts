import { expect, test } from "vitest";
import vectors from "../../../../tests/encodings.json" with { type: "json" };
import { bytesOf, type Written } from "../../../../tests/page/making/bytes.ts";
import type { Encoding } from "../../words/words.ts";
import { decode, encodingOf } from "./encoding.ts";

const NOTICE = "遗失声明\r\n某某中心（统一社会信用代码91110000000000000E）遗失公章，声明作废。\r\n";

test.each<[Written, string, Encoding]>([
  ["utf-8", NOTICE, "utf-8"],
  ["utf-8-bom", NOTICE, "utf-8"],
  ["gbk", NOTICE, "gb18030"],
  ["utf-16le", NOTICE, "utf-16le"],
  ["utf-16be", NOTICE, "utf-16be"],
  ["utf-16le-bom", NOTICE, "utf-16le"],
  ["utf-16be-bom", NOTICE, "utf-16be"],
  // Digits and letters alone: UTF-8 as every ASCII, UTF-16 by its zeros.
  ["utf-8", "No. 00251306", "utf-8"],
  ["utf-16le", "No. 00251306", "utf-16le"],
  ["utf-16be", "No. 00251306", "utf-16be"],
  // The word that a text editor once took for UTF-8 (C1 AA CD A8), and lower case, which in pairs looks like ideographs.
  ["gbk", "联通", "gb18030"],
  ["utf-8", "abcdefgh", "utf-8"],
  // Characters of GBK that GB 2312 lacks; a name with nothing beside it.
  ["gbk", "朱镕基煊喆堃", "gb18030"],
  ["gbk", "声明", "gb18030"],
  ["utf-16le", "声明作废", "utf-16le"],
])("%s: %j is %s", (written, text, encoding) => {
  const bytes = bytesOf(text, written);
  expect(encodingOf(bytes)).toBe(encoding);
  expect(decode(bytes, encoding)).toEqual({ text, lost: 0 });
});

test("a text that was cut off inside a character keeps its encoding, and tells of the loss", () => {
  const cut = bytesOf(NOTICE).subarray(0, 4);
  expect(encodingOf(cut)).toBe("utf-8");
  expect(decode(cut, "utf-8")).toEqual({ text: "遗\ufffd", lost: 1 });
});

test.each(vectors)("as the command reads it: $what", ({ hex, encoding, text, broken }) => {
  const bytes = Uint8Array.from(Buffer.from(hex, "hex"));
  expect(encodingOf(bytes) ?? null).toBe(encoding);
  if (encoding) expect(decode(bytes, encoding as Encoding)).toEqual({ text, lost: broken });
});
