import { expect, test } from "vitest";
import { catalogue } from "../words/catalogue.ts";
import { told } from "./reading.ts";

test.each([
  ["a.docx", 0, 1, 0, 0, "正在读“a.docx”", "Reading “a.docx”"],
  ["a.docx", 1, 3, 0, 0, "正在读第 2 份，共 3 份：“a.docx”", "Reading file 2 of 3, “a.docx”"],
  ["a.PDF", 0, 1, 7, 50, "正在读“a.PDF”，读完 7 页，共 50 页", "Reading “a.PDF”: page 7 of 50"],
  ["a.zip", 0, 1, 7, 50, "正在读“a.zip”，解开 7 份，共 50 份", "Reading “a.zip”: 7 of 50 unpacked"],
])("%s, file %i of %i, %i of %i", (name, file, files, done, total, zh, en) => {
  const progress = { name, file, files, done, total };
  expect(told(catalogue.zh.tabs, progress)).toBe(zh);
  expect(told(catalogue.en.tabs, progress)).toBe(en);
});
