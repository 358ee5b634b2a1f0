import { expect, test } from "vitest";
import { bytesOf } from "../../../../tests/page/making/bytes.ts";
import { zipOf } from "../../../../tests/page/making/zip.ts";
import { MOST_UNPACKED, Stop } from "./results.ts";
import { crc32 } from "./unpack.ts";
import { archiveFiles } from "./zip.ts";

const read = (archive: Uint8Array) => archiveFiles(archive, () => undefined).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]);

test("files come in the order of their names, whatever these are written in, without what systems leave beside them", () => {
  const archive = zipOf([
    { name: "第10版.txt", body: "十" },
    { name: bytesOf("声明/第2版.txt", "gbk"), body: "二" },
    { name: "第9版.txt", body: "九", stored: true },
    { name: Buffer.from("utf8 without its flag 声明.txt"), body: "八" },
    { name: "声明/", body: "" },
    { name: "__MACOSX/._第9版.txt", body: "x" },
    { name: ".DS_Store", body: "x" },
    { name: "Thumbs.db", body: "x" },
  ]);
  expect(read(archive).sort()).toEqual([["utf8 without its flag 声明.txt", "八"], ["声明/第2版.txt", "二"], ["第10版.txt", "十"], ["第9版.txt", "九"]].sort());
  expect(read(archive).map(([name]) => name).indexOf("第9版.txt")).toBeLessThan(read(archive).map(([name]) => name).indexOf("第10版.txt"));
});

test("progress is told file by file", () => {
  const told: [number, number][] = [];
  archiveFiles(zipOf([{ name: "a", body: "a" }, { name: "b", body: "b" }]), (done, total) => told.push([done, total]));
  expect(told).toEqual([[1, 2], [2, 2]]);
});

const BIG = new Uint8Array(1e6);

test.each([
  ["too large together", zipOf(Array.from({ length: 201 }, (_, i) => ({ name: `${i}.txt`, body: BIG }))), "unpacked"],
  ["claims to be too large", zipOf([{ name: "a.txt", body: "a", claimed: MOST_UNPACKED + 1 }]), "unpacked"],
  ["too many files", zipOf(Array.from({ length: 2001 }, (_, i) => ({ name: `${i}.txt`, body: "a" }))), "unpacked"],
  // It unpacks to a million bytes and claims to have ten: there is room for ten.
  ["claims to be small", zipOf([{ name: "a.txt", body: BIG, claimed: 10 }]), "broken"],
  ["under a password", zipOf([{ name: "a.txt", body: "a", encrypted: true }]), "encrypted"],
  ["cut off", zipOf([{ name: "a.txt", body: "a" }]).subarray(0, 40), "broken"],
  ["a slip in the data", slipped(zipOf([{ name: "a.txt", body: "91110000000000000E", stored: true }])), "broken"],
] as const)("%s", (_, archive, trouble) => {
  expect(() => read(archive)).toThrow(new Stop(trouble));
});

/** One bit of the body turned: an 8 for a 9, or the like. */
function slipped(archive: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(archive);
  const at = Buffer.from(copy).indexOf("91110000");
  copy[at]! ^= 1;
  return copy;
}

test("the check sum is that of its standard's example", () => {
  expect(crc32(Buffer.from("123456789"))).toBe(0xcbf43926);
});
