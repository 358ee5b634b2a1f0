import { expect, test } from "vitest";
import { type Block, docxOf } from "../../../../tests/page/making/office.ts";
import { zipOf } from "../../../../tests/page/making/zip.ts";
import { documentText } from "./docx.ts";

test.each<[string, Block[], string]>([
  ["a line a paragraph, empty ones kept", ["遗失声明", "公章遗失，声明作废。", "", "减资公告"], "遗失声明\n公章遗失，声明作废。\n\n减资公告"],
  ["line ends and tabs inside paragraphs", ["一\n二\t三"], "一\n二\t三"],
  ["a table row by row", ["前", [["名称", "代码"], ["某某中心", "91110000000000000E"]], "后"], "前\n名称\t代码\n某某中心\t91110000000000000E\n后"],
  ["a table that holds notices: cell by cell", [[["遗失声明\n公章遗失。", "减资公告\n减资。"]]], "遗失声明\n公章遗失。\n减资公告\n减资。"],
  ["signs of XML", ["A<B & C"], "A<B & C"],
])("%s", async (_, blocks, text) => {
  expect(await documentText(docxOf(blocks))).toBe(text);
});

test("a document without its text is broken", async () => {
  await expect(documentText(zipOf([{ name: "[Content_Types].xml", body: "<Types/>" }, { name: "word/styles.xml", body: "<a/>" }]))).rejects.toThrow();
});
