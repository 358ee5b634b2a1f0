import { expect, test } from "vitest";
import type { Note } from "../files/formats/results.ts";
import { fileWords } from "./file-words.ts";

const NOTES: Note[] = [{ code: "garbled" }, { code: "digits" }, { code: "pages", pages: [2] }, { code: "pages", pages: [2, 5] }];
const sentences = (lang: "zh" | "en") => [...Object.values(fileWords[lang].trouble), ...NOTES.map(fileWords[lang].note)];

test.each(sentences("zh"))("zh: %s", (sentence) => {
  expect(sentence).toMatch(/^\p{Script=Han}.*。$/u);
  // Half-width stops between Chinese characters look like a slip.
  expect(sentence).not.toMatch(/\p{Script=Han}[,;:?!]/u);
});

test.each(sentences("en"))("en: %s", (sentence) => {
  expect(sentence).toMatch(/^[A-Z][^\p{Script=Han}]*\.$/u);
});

test("no two troubles sound the same", () => {
  for (const { trouble } of Object.values(fileWords)) expect(new Set(Object.values(trouble)).size).toBe(Object.keys(trouble).length);
});

test("pages are named", () => {
  expect(fileWords.zh.note({ code: "pages", pages: [2, 5] })).toContain("2、5");
  expect(fileWords.en.note({ code: "pages", pages: [2, 5] })).toContain("pages 2, 5");
});
