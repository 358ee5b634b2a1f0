import { expect, test } from "vitest";
import { bytesOf } from "../../../tests/page/making/bytes.ts";
import { compoundOf, docxOf, xlsxOf } from "../../../tests/page/making/office.ts";
import { zipOf } from "../../../tests/page/making/zip.ts";
import { documentText } from "./formats/docx.ts";
import type { Answer, Job } from "./formats/reader-jobs.ts";
import { type Progress, type Result, Stop } from "./formats/results.ts";
import { csvTable, workbookTable } from "./formats/tables.ts";
import { archiveFiles } from "./formats/zip.ts";
import { read } from "./read-files.ts";

/** The readers without workers around them; whatever they throw is what a worker would tell. */
function inPlace(ended: () => void = () => undefined) {
  const readers: Record<string, (job: Job) => Promise<Answer> | Answer> = {
    document: async (job) => ({ text: await documentText(job as Uint8Array) }),
    rows: async (job) => (typeof job === "string" ? csvTable(job) : await workbookTable(job)),
    archive: (job) => ({ files: archiveFiles(job as Uint8Array, () => undefined) }),
  };
  return {
    async ask(name: string, job: Job): Promise<Answer> {
      try {
        return await readers[name]!(job);
      } catch (error) {
        throw error instanceof Stop ? error : new Stop("broken");
      }
    },
    end: ended,
  };
}

const file = (name: string, bytes: Uint8Array) => new File([bytes as Uint8Array<ArrayBuffer>], name);

async function all(files: File[], options: Parameters<typeof read>[1] = {}): Promise<Result[]> {
  const results: Result[] = [];
  for await (const result of read(files, { workers: inPlace(), ...options })) results.push(result);
  return results;
}

const short = (result: Result) => ("trouble" in result ? [result.name, result.trouble] : [result.name, result.text]);

test("many at once, in order; what is broken stops nothing", async () => {
  const files = [
    file("a.txt", bytesOf("甲", "gbk")),
    file("b.docx", docxOf(["声明"]).subarray(0, 700)),
    file("c.docx", docxOf(["乙"])),
    file("d.txt", new Uint8Array()),
    file("e.doc", compoundOf(["WordDocument"])),
    file("f.xlsx", xlsxOf({ a: [["丙"]] })),
    file("g.csv", bytesOf("丁,戊", "gbk")),
    file("h.docx", docxOf(["", " "])),
  ];
  expect((await all(files)).map(short)).toEqual([
    ["a.txt", "甲"],
    ["b.docx", "broken"],
    ["c.docx", "乙"],
    ["d.txt", "empty"],
    ["e.doc", "old"],
    ["f.xlsx", "丙"],
    ["g.csv", "丁，戊"],
    ["h.docx", "empty"],
  ]);
});

test("an archive gives one result for each of its files, and none of an archive inside", async () => {
  const inner = zipOf([{ name: "x.txt", body: "x" }]);
  const archive = zipOf([{ name: "1.txt", body: "甲" }, { name: "2.docx", body: docxOf(["乙"]) }, { name: "3.zip", body: inner }, { name: "4.bin", body: Buffer.from([0, 1, 2, 3]) }]);
  expect((await all([file("a.zip", archive), file("empty.zip", zipOf([])), file("b.txt", bytesOf("丙"))])).map(short)).toEqual([
    ["a.zip/1.txt", "甲"],
    ["a.zip/2.docx", "乙"],
    ["a.zip/3.zip", "nested"],
    ["a.zip/4.bin", "unknown"],
    ["empty.zip", "empty"],
    ["b.txt", "丙"],
  ]);
});

test("the encoding is told, and another one reads the same bytes", async () => {
  const [result] = await all([file("a.txt", bytesOf("声明作废", "gbk"))]);
  if (!result || "trouble" in result || !result.as) throw new Error("a text was expected");
  expect([result.text, result.encoding, result.notes]).toEqual(["声明作废", "gb18030", []]);
  const wrong = await result.as("utf-8");
  if ("trouble" in wrong) throw new Error("a text was expected");
  expect([wrong.encoding, wrong.notes]).toEqual(["utf-8", [{ code: "garbled" }]]);
  expect(wrong.text).toContain("\ufffd");
  const back = await wrong.as!("gb18030");
  expect(short(back)).toEqual(["a.txt", "声明作废"]);
});

test("a file that is too large is not even opened, one that is gone is told", async () => {
  const large = Object.defineProperty(file("large.txt", bytesOf("甲")), "size", { value: 100_000_001 });
  const gone = Object.defineProperty(file("folder", bytesOf("甲")), "arrayBuffer", { value: () => Promise.reject(new DOMException("", "NotFoundError")) });
  expect((await all([large, gone])).map(short)).toEqual([["large.txt", "large"], ["folder", "unreadable"]]);
});

test("progress by file; the workers are ended in the end", async () => {
  const told: Progress[] = [];
  let ended = 0;
  await all([file("a.txt", bytesOf("甲")), file("b.txt", bytesOf("乙"))], { progress: (now) => told.push(now), workers: inPlace(() => ended++) });
  expect(told).toEqual([{ name: "a.txt", file: 0, files: 2, done: 0, total: 0 }, { name: "b.txt", file: 1, files: 2, done: 0, total: 0 }]);
  expect(ended).toBe(1);
});

test("cancelled: no further result, no error", async () => {
  const controller = new AbortController();
  const names: string[] = [];
  for await (const { name } of read([file("a.txt", bytesOf("甲")), file("b.txt", bytesOf("乙"))], { signal: controller.signal, workers: inPlace() })) {
    names.push(name);
    controller.abort();
  }
  expect(names).toEqual(["a.txt"]);
});
