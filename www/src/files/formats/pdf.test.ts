import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { column, type Font, type Making, type Page, pdfOf } from "../../../../tests/page/making/pdf.ts";
import { pdfText } from "./pdf.ts";

const tables = (name: string) => new Uint8Array(readFileSync(new URL(`../../../node_modules/pdfjs-dist/cmaps/${name}.bcmap`, import.meta.url)));
const read = (pages: readonly Page[], making?: Making, progress = (_done: number, _total: number): void => undefined) => pdfText(Uint8Array.from(pdfOf(pages, making)), tables, progress);

const NOTICE = ["遗失声明", "某某中心（统一社会信用代码91110000000000000E）", "遗失公章，声明作废。"];

test("ASCII in a font that every reader has", async () => {
  expect(await read([column(["No. 00251306", "A & B (C)"])])).toEqual({ text: "No. 00251306\nA & B (C)", without: [] });
});

test.each<Font>(["GBK-EUC-H", "UniGB-UCS2-H"])("Chinese in a font that is not in the file: %s", async (font) => {
  expect(await read([column(NOTICE)], { font })).toEqual({ text: NOTICE.join("\n"), without: [] });
});

test.each([
  ["a page that is turned, its text with it", 90],
  ["a page whose text lies on its side", 0],
] as const)("%s", async (_, rotate) => {
  const turned = NOTICE.map((text, i) => ({ text, x: 100 + 14 * i, y: 50, turned: true }));
  expect((await read([turned], { font: "GBK-EUC-H", rotate })).text).toBe(NOTICE.join("\n"));
});

test("what runs up a margin comes last", async () => {
  const page = [{ text: "某某日报", x: 20, y: 50, turned: true }, ...column(NOTICE)];
  expect((await read([page], { font: "GBK-EUC-H" })).text).toBe([...NOTICE, "某某日报"].join("\n"));
});

test("columns in order, though painted row by row", async () => {
  const side = (name: string) => Array.from({ length: 6 }, (_, i) => `${name}栏第${"一二三四五六"[i]}行的文字排满这里`);
  const rows = side("左").flatMap((left, i) => [{ text: left, x: 50, y: 700 - 14 * i }, { text: side("右")[i]!, x: 200, y: 700 - 14 * i }]);
  expect((await read([rows], { font: "GBK-EUC-H" })).text.split("\n")).toEqual([...side("左"), ...side("右")]);
});

test("fifty pages, with progress", async () => {
  const told: string[] = [];
  const pages = Array.from({ length: 50 }, (_, i) => column([`第${i + 1}页`, ...NOTICE]));
  const { text } = await read(pages, { font: "GBK-EUC-H" }, (done, total) => told.push(`${done}/${total}`));
  expect(text.match(/第\d+页/g)).toEqual(pages.map((_, i) => `第${i + 1}页`));
  expect(told).toEqual(Array.from({ length: 51 }, (_, done) => `${done}/50`));
});

test("pages without text are told; pictures alone give none", async () => {
  expect(await read([column(["a"]), "picture", column(["b"]), []])).toEqual({ text: "a\n\nb", without: [2, 4] });
  expect(await read(["picture", "picture"])).toEqual({ text: "", without: [1, 2] });
});

test("a password: told, unless it is the empty one", async () => {
  await expect(read([column(["a"])], { password: "1234" })).rejects.toThrow("encrypted");
  expect((await read([column(["No. 1"])], { password: "" })).text).toBe("No. 1");
});

test("what only begins like a PDF is broken", async () => {
  await expect(pdfText(Uint8Array.from(Buffer.from("%PDF-1.4\n声明")), tables, () => undefined)).rejects.toThrow();
});
