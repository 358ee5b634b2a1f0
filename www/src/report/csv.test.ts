import { expect, test } from "vitest";
import { finding, notice, problem, report } from "../engine/testing.ts";
import { catalogue } from "../words/catalogue.ts";
import { account } from "./account.ts";
import { asText, csv } from "./csv.ts";

test.each([
  ["91110000000000000E", "91110000000000000E"],
  ["遗失", "遗失"],
  ["", ""],
  ["2206031981********", "2206031981********"],
  ["241800元", "241800元"],
  // What a spreadsheet would take for a number, a day, a power, an amount.
  ["921001040035100", "\t921001040035100"],
  ["00251306", "\t00251306"],
  ["1-2", "\t1-2"],
  ["2024/4/11", "\t2024/4/11"],
  ["12E5", "\t12E5"],
  ["1.5e+10", "\t1.5e+10"],
  ["0431-85012345", "\t0431-85012345"],
  ["¥5,000.00", "\t¥5,000.00"],
  ["95%", "\t95%"],
  // What it would take for a formula.
  ["=1+1", "'=1+1"],
  ["+8613900000000", "'+8613900000000"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["＝1+1", "'＝1+1"],
  [" =1+1", "' =1+1"],
  ["\u200b=1+1", "'\u200b=1+1"],
  ["\t=1+1", "'\t=1+1"],
  ["\r=1+1", "'\r=1+1"],
])("%j stands as %j", (cell, want) => {
  expect(asText(cell)).toBe(want);
});

/** A reader by the grammar of RFC 4180, which knows nothing of how it was written. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/y;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw new Error(`no cell at ${cell.lastIndex}`);
    const [, raw = "", end] = found;
    rows.at(-1)!.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === "\r\n") rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

const TEXT = '甲\n乙"00251306"';
const odd = finding("00251306", "wrong", { start: 4, notice: 0, label: "=编号", problems: [problem("a", "wrong", { message: '写作"0",请核对' }), problem("b", "doubtful", { message: "第二条" })] });
const made = (lang: "zh" | "en") =>
  csv(
    account({
      report: { ...report(odd), notices: [notice("loss", [problem("c", "hint", { message: "没有联系人" })])] },
      text: TEXT,
      at: new Date(0),
      lang,
      done: () => [{ from: 0, to: 1, how: "fixed", what: "O → 0" }],
    }),
    catalogue[lang],
  );

test("a table with a row a remark and a row a number", () => {
  const text = made("zh");
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(read(text.slice(1))).toEqual([
    ["序号", "公告", "行", "列", "结论", "未遮盖", "种类", "原文名称", "号码", "问题", "处理"],
    ["", "1 the name of loss", "1", "1", "提示", "", "公告内容", "", "", "没有联系人", ""],
    ["1", "1 the name of loss", "2", "3", "有误", "", "serial", "'=编号", "\t00251306", '写作"0",请核对\n第二条', "已修正（O → 0）\n未处理"],
  ]);
  expect(read(made("en").slice(1))[2]!.at(-1)).toBe("fixed (O → 0)\nnot dealt with");
});
