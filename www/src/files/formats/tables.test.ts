import { expect, test } from "vitest";
import { type Cell, xlsxOf } from "../../../../tests/page/making/office.ts";
import { csvTable, workbookTable } from "./tables.ts";

test.each<[string, Record<string, Cell[][]>, string, boolean]>([
  [
    "a row a notice, its cells joined",
    { Sheet1: [["遗失声明", "某某中心", "91110000000000000E"], ["减资公告。", null, "某某公司"]] },
    "遗失声明，某某中心，91110000000000000E\n\n减资公告。某某公司",
    false,
  ],
  ["empty rows are no notices; sheets one after the other", { a: [["甲"], [null], ["乙"]], b: [["丙"]] }, "甲\n\n乙\n\n丙", false],
  [
    "the rows of a table, its empty cells kept",
    { a: [["名单"], ["户名", "合同号", "本金（元）"], ["某某\n中心", null, 1200.5], ["合计", null, 1200.5]] },
    "名单\n\n户名\t合同号\t本金（元）\n某某 中心\t\t1200.5\n合计\t\t1200.5",
    false,
  ],
  [
    "notices under a head",
    { a: [["日期", "标题", "内容"], ["2024-04-12", "遗失声明", "某某中心遗失公章一枚。"]] },
    "日期，标题，内容\n\n2024-04-12，遗失声明，某某中心遗失公章一枚。",
    false,
  ],
  // Excel keeps 15 digits: a longer number is complete only as text.
  ["long numbers as text", { a: [["110101199003070011"], ["00251306"]] }, "110101199003070011\n\n00251306", false],
  ["long numbers as numbers", { a: [["证号", 110101199003070000]] }, "证号，110101199003070000", true],
  ["numbers of up to 15 digits", { a: [[251306, 0.1, 999999999999999]] }, "251306，0.1，999999999999999", false],
])("%s", async (_, sheets, text, digitsLost) => {
  expect(await workbookTable(xlsxOf(sheets))).toEqual({ text, digitsLost });
});

test.each<[string, string, string, boolean]>([
  ["commas", "遗失声明,某某中心\r\n减资公告,某某公司\r\n", "遗失声明，某某中心\n\n减资公告，某某公司", false],
  ["tabs", "甲\t1\n乙\t2\n", "甲，1\n\n乙，2", false],
  ["semicolons", "甲;1\n乙;2\n", "甲，1\n\n乙，2", false],
  ["quotes around commas and line ends", '"甲,""乙""\n丙",1\n丁,2\n', '甲,"乙"\n丙，1\n\n丁，2', false],
  ["a line for the spreadsheet", "sep=,\n甲,1\n", "甲，1", false],
  ["a formula for a text", '="110101199003070011",甲\n', "110101199003070011，甲", false],
  ["a number that a spreadsheet has spoilt", "甲,1.10101E+17\n", "甲，1.10101E+17", true],
  ["one column", "甲\n\n乙\n", "甲\n\n乙", false],
])("CSV: %s", (_, csv, text, digitsLost) => {
  expect(csvTable(csv)).toEqual({ text, digitsLost });
});
