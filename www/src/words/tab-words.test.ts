import { expect, test } from "vitest";
import { type TabWords, tabWords } from "./tab-words.ts";

/** Every word, with arguments of the right kind. */
function all(words: TabWords): Record<string, string> {
  const { about, closed, reread, notSo, reading, pages, entries, left, ...plain } = words;
  return {
    ...plain,
    closedOne: closed(["x.txt"]),
    closedTwo: closed(["x.txt", "y.txt"]),
    about: about("x.txt", plain.failed),
    reread: reread("UTF-8"),
    notSo: notSo("UTF-8"),
    readingOne: reading("x.txt", 1, 1),
    readingTwo: reading("x.txt", 1, 2),
    pages: pages(plain.progress, 1, 2),
    entries: entries(plain.progress, 1, 2),
    left: left(2),
    leftOne: left(1),
  };
}

test("both languages say the same things", () => {
  expect(Object.keys(tabWords.en).sort()).toEqual(Object.keys(tabWords.zh).sort());
});

test.each(Object.entries(all(tabWords.zh)))("zh %s: %s", (_, text) => {
  expect(text).toMatch(/\p{Script=Han}/u);
  // Half-width stops between Chinese characters look like a slip.
  expect(text).not.toMatch(/\p{Script=Han}[,;:?!.]/u);
});

test.each(Object.entries(all(tabWords.en)))("en %s: %s", (_, text) => {
  expect(text.trim()).not.toBe("");
  expect(text).not.toMatch(/\p{Script=Han}/u);
});
