import { expect, test } from "vitest";
import { strings } from "./words.ts";

/** Every word with its path; functions are asked for 2 of something. The words of the report have a test of their own. */
function words(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (path === "report") return [];
  if (typeof value === "function") {
    const call = value as (...args: unknown[]) => string;
    const list = /tally|details/.test(path);
    return [[path, list ? call(["x", "y"], 2, 2, 2) : call(...(path.endsWith("item") ? ["x", 2] : [2, "x"]))]];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => words(inner, path ? `${path}.${key}` : key));
}

const CHINESE = /\p{Script=Han}/u;
const zh = new Map(words(strings.zh, ""));
const en = new Map(words(strings.en, ""));

/** Words that stand in the other language by intent: the switch speaks to whoever cannot read the page. */
const SWITCH = ["otherLang", "otherLangHint"];

test("both languages say the same things", () => {
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
});

test.each([...zh])("zh %s: %s", (path, text) => {
  expect(text.trim()).toBe(text);
  expect(text).not.toBe("");
  if (!["tag", "item", "details", "about", ...SWITCH].includes(path)) expect(text).toMatch(CHINESE);
  // Half-width stops between Chinese characters look like a slip.
  expect(text).not.toMatch(/\p{Script=Han}[,;:?!]/u);
});

test.each([...en])("en %s: %s", (path, text) => {
  expect(text.trim()).toBe(text);
  expect(text).not.toBe("");
  if (!SWITCH.includes(path)) expect(text).not.toMatch(CHINESE);
});

test("the phrases of the search panel that take an argument keep its place", () => {
  for (const { phrases } of Object.values(strings)) for (const [phrase, text] of Object.entries(phrases)) expect(text.includes("$")).toBe(phrase.includes("$"));
});
