/** The binary as the page gets it: the same reports as natively, JavaScript's own offsets, sentences for wrong calls. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createReadStream } from "node:fs";
import { test } from "node:test";

const folder = process.env.KANYAN_NATIVE;
assert.ok(folder, "run by `cargo xtask test`, which says where the native reports are");
const wasm = new URL("../../www/wasm/", import.meta.url);
const { check, initSync, kinds, rules } = await import(new URL("kanyan.js", wasm).href);
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

/** Thirty days where the law wants forty-five, and a name with another character in the signature. Invented. */
const reduction =
  "减资公告\n榆川市𠮷祥商贸有限公司（统一社会信用代码91220104MA0Y1A2B3Q）经股东会决议，注册资本由500万元减至100万元，" +
  "请债权人自公告之日起30日内要求清偿债务或提供担保。特此公告。\n榆川市𠮷祥商茂有限公司\n2024年8月11日";

test("a notice tells its type, its title, its numbers, and both places where two disagree", () => {
  const later = { lang: "zh", today: "2024-08-11" };
  const { notices, findings } = check(reduction, later);
  assert.equal(notices.length, 1);
  const [{ type, typeName, title, verdict, problems }] = notices;
  assert.deepEqual([type, typeName, title, verdict], ["capital_reduction", "减资公告", "减资公告", "doubtful"]);
  assert.ok(findings.length > 0 && findings.every((finding) => finding.notice === 0));
  const cut = ({ start, end }) => reduction.slice(start, end);
  const short = problems.find(({ code }) => code === "period.short");
  assert.equal(cut(short), "30日");
  assert.deepEqual(short.related, []);
  const names = problems.filter(({ related }) => related.length > 0).map((problem) => [problem, ...problem.related].map(cut).sort());
  assert.deepEqual(names, [["榆川市𠮷祥商茂有限公司", "榆川市𠮷祥商贸有限公司"]]);
});

test("rules are switched off by their code", () => {
  const later = { lang: "zh", today: "2024-08-11" };
  const codes = (rules) => check(reduction, { ...later, rules }).notices[0].problems.map(({ code }) => code);
  const all = codes(undefined);
  assert.ok(all.includes("period.short") && all.includes("missing.contact"), all.join());
  assert.deepEqual(codes({ off: [] }), all);
  assert.deepEqual(codes({ off: ["period.short"] }), all.filter((code) => code !== "period.short"));
  assert.deepEqual(codes({ off: rules("zh").map(({ code }) => code) }), []);
  // A rule that is off does not weigh on the notice either: its amounts and its period are all that is left.
  assert.equal(check(reduction, { ...later, rules: { off: all } }).notices[0].verdict, "plausible");
});

test("every rule is told in both languages", () => {
  const [zh, en] = [rules("zh"), rules("en")];
  assert.ok(zh.length > 0);
  assert.deepEqual(zh.map(({ code }) => code), en.map(({ code }) => code));
  assert.equal(new Set(zh.map(({ code }) => code)).size, zh.length);
  for (const rule of [...zh, ...en]) {
    assert.deepEqual(Object.keys(rule), ["code", "severity", "message", "ground"]);
    assert.ok(["hint", "doubtful", "wrong"].includes(rule.severity), rule.code);
    assert.ok(rule.message.length > 0, rule.code);
  }
  assert.throws(() => rules("fr"), TypeError);
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
    [{ ...options, rules: { off: ["period.short", "no.such"] } }, /"no\.such".*no rule/],
    [{ ...options, rules: { off: "period.short" } }, /rules\.off as a list of codes/],
    [{ ...options, rules: { off: [1] } }, /string/],
    [{ ...options, rules: {} }, /off/],
    [{ ...options, rules: ["period.short"] }, /off/],
    [{ ...options, rules: "period.short" }, /rules as an object/],
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
