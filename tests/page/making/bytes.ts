/** Text as bytes in the encodings of Chinese desks (编码), for files made in the tests. */
export type Written = "utf-8" | "utf-8-bom" | "gbk" | "utf-16le" | "utf-16be" | "utf-16le-bom" | "utf-16be-bom";

export function bytesOf(text: string, written: Written = "utf-8"): Uint8Array {
  const plain = written.replace("-bom", "");
  const marked = written.endsWith("-bom") ? `\ufeff${text}` : text;
  if (plain === "gbk") return gbk(text);
  if (plain === "utf-8") return Buffer.from(marked, "utf8");
  const little = Buffer.from(marked, "utf16le");
  return plain === "utf-16le" ? little : Buffer.from(little).swap16();
}

let codes: Map<string, number> | undefined;

/** Node only decodes GBK, so its table is read backwards: every pair of bytes, and what it means. */
function gbk(text: string): Uint8Array {
  codes ??= new Map(pairs());
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character < "\x80") return [character.charCodeAt(0)];
      const code = codes!.get(character);
      if (code === undefined) throw new Error(`GBK has no ${character}`);
      return [code >> 8, code & 0xff];
    }),
  );
}

function* pairs(): Generator<[string, number]> {
  const decoder = new TextDecoder("gbk");
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) yield [decoder.decode(Uint8Array.of(lead, trail)), (lead << 8) | trail];
}
