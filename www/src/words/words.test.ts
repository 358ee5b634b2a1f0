import { expect, test } from "vitest";
import { catalogue } from "./catalogue.ts";
import { updateWords } from "./update-words.ts";

/** What the words that take something are given in these tests, once for each of their forms; the others get 2 of something. */
const GIVEN: Record<string, unknown[][]> = {
  sentence: [["x"]],
  item: [["x", 2]],
  tally: [[["x", "y"], 2, 2, 2], [["x"], 1, 1, 0]],
  details: [[["x", "y"]]],
  "report.place": [[2, 3]],
  "report.places": [[["x", "y"]]],
  "report.aside": [["x"]],
  "report.handled": [[2, 3]],
  "report.lines": [[2, 3], [2, 2]],
  "report.sizeOf": [[2, 3], [1, 1]],
  "report.foundOf": [[2, 3], [1, 1]],
  "tabs.closed": [[["x.txt"]], [["x.txt", "y.txt"]]],
  "tabs.about": [["x.txt", "!"]],
  "tabs.reread": [["UTF-8"]],
  "tabs.notSo": [["UTF-8"]],
  "tabs.reading": [["x.txt", 1, 1], ["x.txt", 1, 2]],
  "tabs.pages": [["x.pdf", 1, 2]],
  "tabs.entries": [["x.zip", 1, 2]],
  "tabs.left": [[2], [1]],
  "files.note": [[{ code: "garbled" }], [{ code: "digits" }], [{ code: "pages", pages: [2] }], [{ code: "pages", pages: [2, 5] }]],
};

/** Every word with its path. */
function words(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    const call = value as (...given: unknown[]) => string;
    return (GIVEN[path] ?? [[2, "x"]]).map((given, nth) => [nth === 0 ? path : `${path} ${nth}`, call(...given)]);
  }
  return Object.entries(value as object).flatMap(([key, inner]) => words(inner, path ? `${path}.${key}` : key));
}

const CHINESE = /\p{Script=Han}/u;
const zh = new Map(words({ ...catalogue.zh, update: updateWords.zh }));
const en = new Map(words({ ...catalogue.en, update: updateWords.en }));

/** In the other language on purpose: the switch is for those who cannot read the page. */
const SWITCH = ["otherLang", "otherLangHint"];
/** Signs, and frames for what comes from elsewhere. */
const SIGNS = ["tag", "sentence", "item", "details", "about", "report.place", "report.places", "report.aside", "report.none", "report.then", "tabs.about"];
/** Names of keys, and of encodings. */
const NAMES = /^help\.keys\.\d\.0$|^files\.encoding\./;
/** What follows something else, with its blank. */
const FOLLOWS = ["report.aside", "report.then"];

test("both languages say the same things", () => {
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
});

test.each([...zh])("zh %s: %s", (path, text) => {
  expect(text.trim()).toBe(text);
  expect(text).not.toBe("");
  if (!SIGNS.includes(path) && !SWITCH.includes(path) && !NAMES.test(path)) expect(text).toMatch(CHINESE);
  // Half-width stops between Chinese characters look like a slip.
  if (path !== "report.columns.place") expect(text).not.toMatch(/\p{Script=Han}[,;:?!]/u);
});

test.each([...en])("en %s: %s", (path, text) => {
  if (!FOLLOWS.includes(path)) expect(text.trim()).toBe(text);
  expect(text).not.toBe("");
  if (!SWITCH.includes(path)) expect(text).not.toMatch(CHINESE);
});

test.each([...zh].filter(([path]) => /^files\.(trouble|note)/.test(path)))("zh %s is a sentence: %s", (_, text) => {
  expect(text).toMatch(/^\p{Script=Han}.*。$/u);
});

test.each([...en].filter(([path]) => /^files\.(trouble|note)/.test(path)))("en %s is a sentence: %s", (_, text) => {
  expect(text).toMatch(/^[A-Z].*\.$/u);
});

test("no two troubles sound the same", () => {
  for (const { files } of Object.values(catalogue)) expect(new Set(Object.values(files.trouble)).size).toBe(Object.keys(files.trouble).length);
});

test("pages are named", () => {
  expect(catalogue.zh.files.note({ code: "pages", pages: [2, 5] })).toContain("2、5");
  expect(catalogue.en.files.note({ code: "pages", pages: [2, 5] })).toContain("pages 2, 5");
});

test("the phrases of the search panel that take an argument keep its place", () => {
  for (const { phrases } of Object.values(catalogue)) for (const [phrase, text] of Object.entries(phrases)) expect(text.includes("$")).toBe(phrase.includes("$"));
});
