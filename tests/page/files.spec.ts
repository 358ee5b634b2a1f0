import { statSync } from "node:fs";
import { resolve } from "node:path";
import { copyAll, expect, paste, test } from "./fixtures.ts";
import { bytesOf } from "./making/bytes.ts";
import { drop } from "./making/drop.ts";
import { compoundOf, docxOf, xlsxOf } from "./making/office.ts";
import { column, pdfOf } from "./making/pdf.ts";
import { zipOf } from "./making/zip.ts";

/** A reader has to be loaded and compiled first, on whatever computer this runs. */
const SLOW = { timeout: 90_000 };

/** Invented: two characters of the credit code are swapped. */
const BAD = "52220104MJX3145798";
const NOTICE = ["遗失声明", `某某中心（统一社会信用代码${BAD}）`, "遗失公章，声明作废。"];
const LINES = NOTICE.join("\n");

const READ: Record<string, [file: Uint8Array, text: string]> = {
  "notice.txt": [bytesOf(LINES), LINES],
  "gbk.txt": [bytesOf(LINES, "gbk"), LINES],
  "utf16.txt": [bytesOf(LINES, "utf-16le"), LINES],
  "utf16be.txt": [bytesOf(LINES, "utf-16be-bom"), LINES],
  "notice.docx": [docxOf(NOTICE), LINES],
  "not embedded.pdf": [pdfOf([column(NOTICE)], { font: "GBK-EUC-H" }), LINES],
  "unicode.pdf": [pdfOf([column(NOTICE)], { font: "UniGB-UCS2-H" }), LINES],
  "rows.xlsx": [xlsxOf({ a: [NOTICE, ["减资公告", 251306]] }), `${NOTICE.join("，")}\n\n减资公告，251306`],
  "rows.csv": [bytesOf(`${NOTICE.join(",")}\n`, "gbk"), NOTICE.join("，")],
  "notices.zip": [zipOf([{ name: bytesOf("声明.docx", "gbk"), body: docxOf(NOTICE) }]), LINES],
};

for (const [name, [file, text]] of Object.entries(READ))
  test(`${name} is read and checked`, async ({ kanyan, watch }, info) => {
    await drop(kanyan, { [name]: file });
    await expect(kanyan.locator(".cm-content .kn.wrong")).toHaveText(BAD, SLOW);
    expect(await copyAll(kanyan)).toBe(text);
    // The one file has all readers in it; the site gets each from its own address when it is first needed.
    const loaded = watch.requests.splice(0).filter((address) => !address.startsWith("blob:"));
    if (info.project.name === "one-file") expect(loaded).toEqual([]);
    for (const address of loaded) expect(new URL(address).origin).toBe(new URL(kanyan.url()).origin);
  });

const REFUSED: Record<string, [file: Uint8Array, sentence: string]> = {
  "empty.txt": [new Uint8Array(), "没有文字"],
  "broken.docx": [docxOf(NOTICE).subarray(0, 500), "坏了"],
  "broken.pdf": [bytesOf("%PDF-1.7\n声明"), "坏了"],
  "secret.docx": [compoundOf(["EncryptionInfo", "EncryptedPackage"]), "密码"],
  "secret.pdf": [pdfOf([column(["No. 1"])], { password: "1234" }), "密码"],
  "secret.zip": [zipOf([{ name: "a.txt", body: LINES, encrypted: true }]), "密码"],
  "scan.pdf": [pdfOf(["picture", "picture"]), "扫描件"],
  "old.doc": [compoundOf(["WordDocument"]), "另存为"],
  "bomb.zip": [zipOf([{ name: "a.txt", body: "a", claimed: 0x7fffffff }]), "太大"],
  "program.exe": [Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3), "打不开"],
};

for (const [name, [file, sentence]] of Object.entries(REFUSED))
  test(`${name} is refused with a sentence, and the text stays`, async ({ kanyan, watch }) => {
    await paste(kanyan, LINES);
    await expect(kanyan.locator(".cm-content .kn.wrong")).toHaveText(BAD);
    await drop(kanyan, { [name]: file });
    await expect(kanyan.locator(".sayings")).toContainText(sentence, SLOW);
    expect(await copyAll(kanyan)).toBe(LINES);
    watch.requests.length = 0;
  });

test("a PDF of fifty pages is read beside the page, which stays usable", async ({ kanyan, watch }) => {
  const pages = Array.from({ length: 50 }, (_, i) => column([`第${i + 1}页`, ...Array.from({ length: 50 }, () => NOTICE[1]!)]));
  await kanyan.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  const file = pdfOf(pages, { font: "GBK-EUC-H" });
  const start = Date.now();
  await drop(kanyan, { "fifty.pdf": file });
  await expect(kanyan.locator(".cm-content")).toContainText("第1页", SLOW);
  const took = Date.now() - start;
  const text = await copyAll(kanyan);
  expect(text.match(/第\d+页/g)).toEqual(pages.map((_, i) => `第${i + 1}页`));
  const tasks = await kanyan.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  test.info().annotations.push({ type: "measured", description: `${took} ms to the text; tasks over 50 ms: ${tasks.map(Math.round).join(", ") || "none"}` });
  watch.requests.length = 0;
});

test("a reader can send nothing anywhere", async ({ kanyan, watch }) => {
  // What a malicious file could make of a reader, had it a way in: the worker keeps the policy of the page.
  const tried = await kanyan.evaluate(async () => {
    const address = URL.createObjectURL(
      new Blob(['fetch("https://example.invalid/").then(() => postMessage("sent"), () => postMessage("stopped"))'], { type: "text/javascript" }),
    );
    const types = (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes;
    const refused: string[] = [];
    for (const attempt of [() => new Worker(address), () => types.createPolicy("other", {})]) {
      try {
        attempt();
      } catch {
        refused.push("refused");
      }
    }
    return refused;
  });
  expect(tried).toEqual(["refused", "refused"]);
  watch.provoked = /TrustedScriptURL|TrustedTypePolicy|^policy: /;
  watch.requests.length = 0;
});

test("the one file is no larger than 5 MB with all readers in it", () => {
  expect(statSync(resolve(__dirname, "../../www/dist/kanyan.html")).size).toBeLessThanOrEqual(5e6);
});
