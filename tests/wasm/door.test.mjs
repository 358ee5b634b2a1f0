/** The binary as the page gets it: the same reports as natively, JavaScript's own offsets, sentences for wrong calls. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createReadStream } from "node:fs";
import { test } from "node:test";

const folder = process.env.KANYAN_NATIVE;
assert.ok(folder, "run by `cargo xtask test`, which says where the native reports are");
const wasm = new URL("../../www/wasm/", import.meta.url);
const { check, initSync, kinds } = await import(new URL("kanyan.js", wasm).href);
initSync({ module: readFileSync(new URL("kanyan_bg.wasm", wasm)) });

const options = { lang: "zh", today: "2024-04-11" };
const code = "91110000000000000E";

test("native and wasm make the same reports", async () => {
  let reports = 0;
  let findings = 0;
  for await (const line of createInterface({ input: createReadStream(`${folder}/reports.jsonl`) })) {
    const { text, lang, today, report } = JSON.parse(line);
    assert.deepStrictEqual(check(text, { lang, today }), report, text);
    reports += 1;
    findings += report.findings.length;
  }
  assert.ok(reports > 500 && findings > 500, `only ${reports} reports with ${findings} findings`);
});

test("offsets slice the JavaScript string", () => {
  for (const before of ["", "a", "刊", "é", "𠮷", "👨‍👩‍👧", "\u0000", "\r\n", "\uFFFD", "\uFEFF"]) {
    const text = `${before}，统一社会信用代码：${code}，${before}`;
    const { findings } = check(text, options);
    assert.equal(findings.length, 1, text);
    assert.equal(text.slice(findings[0].start, findings[0].end), code, text);
  }
});

test("a lone surrogate counts one unit", () => {
  for (const lone of ["\uD842", "\uDFB7", "\uDFB7\uD842", "\uD842\uD842"]) {
    const text = `${lone}，统一社会信用代码：${code}${lone}`;
    const { findings } = check(text, options);
    assert.equal(findings.length, 1);
    assert.equal(text.slice(findings[0].start, findings[0].end), code);
  }
});

test("reports are plain data", () => {
  const report = check(`统一社会信用代码：${code}，身份证号110101199002300007。合计 ¥90,071,992,547,409.91`, options);
  assert.equal(report.units, "utf16");
  const walk = (value, path) => {
    if (value === null || ["string", "boolean"].includes(typeof value)) return;
    if (typeof value === "number") return assert.ok(Number.isSafeInteger(value), path);
    assert.ok([Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value)), path);
    for (const [name, inner] of Object.entries(value)) walk(inner, `${path}.${name}`);
  };
  walk(report, "report");
  assert.deepEqual(structuredClone(report), report);
});

test("any text gives a report", () => {
  for (const text of ["", " ", "\u0000", "1".repeat(100_000), "*".repeat(10_000), "年月日".repeat(10_000), "﷽"])
    assert.equal(check(text, options).units, "utf16");
});

test("options that cannot be read give a TypeError with a sentence", () => {
  for (const [given, says] of [
    [undefined, /an object \{ lang, today \}/],
    [null, /an object \{ lang, today \}/],
    ["zh", /an object \{ lang, today \}/],
    [{}, /lang/],
    [{ lang: "zh" }, /today/],
    [{ today: "2024-04-11" }, /lang/],
    [{ lang: "fr", today: "2024-04-11" }, /zh/],
    [{ lang: "zh", today: "2024-02-30" }, /2024-02-30/],
    [{ lang: "zh", today: "11.4.2024" }, /YYYY-MM-DD/],
    [{ lang: "zh", today: new Date(0) }, /string/],
  ])
    assert.throws(() => check("", given), (error) => error instanceof TypeError && says.test(error.message), JSON.stringify(given));
  assert.throws(() => kinds("fr"), TypeError);
  // A call that failed leaves the engine whole.
  assert.equal(check(`统一社会信用代码${code}`, options).findings.length, 1);
});

test("every kind is told in both languages", () => {
  const [zh, en] = [kinds("zh"), kinds("en")];
  assert.ok(zh.length > 0);
  assert.deepEqual(zh.map((kind) => kind.id), en.map((kind) => kind.id));
  assert.equal(new Set(zh.map((kind) => kind.id)).size, zh.length);
  for (const kind of [...zh, ...en]) {
    assert.deepEqual(Object.keys(kind), ["id", "name", "grammar", "source", "confidence"]);
    assert.ok(["sure", "likely", "weak"].includes(kind.confidence), kind.id);
  }
});
