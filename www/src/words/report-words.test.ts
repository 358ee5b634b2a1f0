import { expect, test } from "vitest";
import { reportWords } from "./report-words.ts";

/** Every word with its path; functions are asked for 2 of something, or for several of it. */
function words(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "function") return Object.entries(value as object).flatMap(([key, inner]) => words(inner, path ? `${path}.${key}` : key));
  const call = value as (...args: unknown[]) => string;
  return [[path, path === "places" ? call(["x", "y"]) : path === "aside" ? call("x") : call(2, 3)]];
}

const CHINESE = /\p{Script=Han}/u;
const zh = new Map(words(reportWords.zh, ""));
const en = new Map(words(reportWords.en, ""));
const SIGNS = ["place", "aside", "places", "none", "then"];

test("both languages say the same things", () => {
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
});

test.each([...zh])("zh %s: %s", (path, text) => {
  expect(text.trim()).toBe(text);
  expect(text).not.toBe("");
  if (!SIGNS.includes(path)) expect(text).toMatch(CHINESE);
  expect(text).not.toMatch(/\p{Script=Han}[,;?!]/u);
});

test.each([...en])("en %s: %s", (path, text) => {
  if (!["aside", "then"].includes(path)) expect(text.trim()).toBe(text);
  expect(text).not.toBe("");
  expect(text).not.toMatch(CHINESE);
});
