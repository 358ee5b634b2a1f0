import { expect, test } from "vitest";
import { bytesOf } from "../../../../tests/page/making/bytes.ts";
import { compoundOf, docxOf, xlsxOf } from "../../../../tests/page/making/office.ts";
import { pdfOf } from "../../../../tests/page/making/pdf.ts";
import { zipOf } from "../../../../tests/page/making/zip.ts";
import type { FileTrouble } from "../../words/words.ts";
import { recognise, type Sort } from "./recognise.ts";
import { Stop } from "./results.ts";

const text = bytesOf("声明作废");
const latin = (start: string) => Buffer.from(`${start}${"\0".repeat(64)}`, "latin1");

test.each<[string, Uint8Array, Sort]>([
  ["notice.txt", text, "txt"],
  ["notice", text, "txt"],
  ["notice.md", bytesOf("声明", "gbk"), "txt"],
  ["rows.csv", text, "csv"],
  ["ROWS.TSV", text, "csv"],
  ["a.docx", docxOf(["声明"]), "docx"],
  ["a.xlsx", xlsxOf({ a: [["声明"]] }), "xlsx"],
  ["a.pdf", pdfOf([[]]), "pdf"],
  ["a.zip", zipOf([{ name: "a.txt", body: "声明" }]), "zip"],
  ["empty.zip", zipOf([]), "zip"],
  // Names lie: what a file is, its bytes tell.
  ["a.txt", docxOf(["声明"]), "docx"],
  ["a.doc", docxOf(["声明"]), "docx"],
  ["a.docx", pdfOf([[]]), "pdf"],
  ["a.pdf", Buffer.concat([Buffer.from("\n\n"), pdfOf([[]])]), "pdf"],
])("%s is read as %#", (name, bytes, sort) => {
  expect(recognise(bytes, name)).toBe(sort);
});

test.each<[string, Uint8Array, FileTrouble]>([
  ["nothing.txt", new Uint8Array(), "empty"],
  ["old.doc", compoundOf(["WordDocument", "1Table"]), "old"],
  ["old.docx", compoundOf(["WordDocument", "1Table"]), "old"],
  ["secret.docx", compoundOf(["EncryptionInfo", "EncryptedPackage"]), "encrypted"],
  ["notice.rtf", latin("{\\rtf1"), "old"],
  ["web.doc", bytesOf("<html>"), "old"],
  ["scan.jpg", latin("\xff\xd8\xff\xe0"), "image"],
  ["scan.pdf", latin("\x89PNG\r\n\x1a\n"), "image"],
  ["a.rar", latin("Rar!\x1a\x07"), "archive"],
  ["a.gz", latin("\x1f\x8b\x08"), "archive"],
  ["a.exe", latin("MZ\x90\0\x03"), "unknown"],
  ["not found.docx", bytesOf("<html>404</html>"), "broken"],
  ["half.docx", docxOf(["声明"]).subarray(0, 600), "broken"],
  ["a.odt", zipOf([{ name: "mimetype", body: "application/vnd.oasis.opendocument.text" }, { name: "content.xml", body: "<a/>" }]), "unknown"],
  ["slides.pptx", zipOf([{ name: "[Content_Types].xml", body: "<a/>" }, { name: "ppt/presentation.xml", body: "<a/>" }]), "unknown"],
])("%s is not read: %#", (name, bytes, trouble) => {
  expect(() => recognise(bytes, name)).toThrow(new Stop(trouble));
});
