import { expect, test } from "vitest";
import { finding, notice, problem } from "../engine/testing.ts";
import { catalogue } from "../words/catalogue.ts";
import { marked } from "./marked-text.ts";

const TEXT = "公告 <甲>\n号123，号456；号789，日1&2  3\n\n完";
const at = (value: string, verdict: Parameters<typeof finding>[1], more = {}) => finding(value, verdict, { start: TEXT.indexOf(value), ...more });
const findings = [
  at("123", "wrong", { problems: [problem("b", "doubtful", { message: "轻" }), problem("a", "wrong", { message: "重<b>" })] }),
  at("456", "verified"),
  at("789", "doubtful"),
  at("1&2", "plausible"),
];
const notices = [notice("loss", [problem("c", "doubtful", { start: 4, message: "缺" }), problem("d", "hint", { message: "提" })])];
const made = marked(TEXT, { findings, notices, lang: "zh-CN" }, catalogue.zh);

test("plain: the text, the words behind what is wrong or doubtful, and what to check", () => {
  expect(made.plain).toBe(
    "公告 <甲>\n号123〔有误〕，号456；号789〔存疑〕，日1&2  3\n\n完\n\n请核对 3 处：\n1. 〔存疑〕 缺\n2. 〔有误〕 serial 123 重<b>\n3. 〔存疑〕 serial 789\n",
  );
});

/** What is left of markup when its tags are taken out, as a reader of it would see the text. */
const read = (html: string) =>
  html
    .replace(/<\/(p|li)>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

test("with formats: the same text, a paragraph a line, and no markup of its own", () => {
  const [text, list] = made.html.split('<p style="margin:1em 0 0">');
  expect(read(text!).replace(/〔..〕/g, "")).toBe(TEXT.replace("\n\n", "\n \n") + "\n");
  expect(read(list!)).toBe("请核对 3 处：\n存疑 缺\n有误 serial 123 重<b>\n存疑 serial 789\n");
  expect(made.html).toContain("重&lt;b&gt;");
});

test("each verdict by a line of its own, nothing to load, nothing to run", () => {
  const lines = [...made.html.matchAll(/<span style="([^"]*)">([^<]*)<\/span>/g)].map(([, style, value]) => [value, /underline (\w+)/.exec(style!)![1]]);
  expect(lines).toEqual([["123", "wavy"], ["456", "solid"], ["789", "dashed"], ["1&amp;2", "dotted"]]);
  expect(made.html).not.toMatch(/script|class=|src=|href=|url\(|\bon\w+=/);
});

test("a number that goes on in the next line is marked in both", () => {
  const { html, plain } = marked("号12\n34失", { findings: [finding("12\n34", "wrong", { start: 1 })], notices: [], lang: "zh-CN" }, catalogue.zh);
  expect(html).toMatch(/号<span style="[^"]*wavy[^"]*">12<\/span><\/p><p [^>]*><span style="[^"]*wavy[^"]*">34<\/span><b [^>]*>〔有误〕<\/b>失<\/p>/);
  expect(plain).toMatch(/^号12\n34〔有误〕失\n/);
});

test("a text with nothing to check ends with itself", () => {
  const { html, plain } = marked("号456", { findings: [finding("456", "verified", { start: 1 })], notices: [], lang: "en" }, catalogue.en);
  expect(plain).toBe("号456");
  expect(html).not.toContain("<ol");
});
