import { expect, test } from "vitest";
import type { Finding } from "../../../crate/wasm/api.d.ts";
import { finding, notice, problem, report } from "../engine/testing.ts";
import { catalogue } from "../words/catalogue.ts";
import type { How } from "../words/words.ts";
import { account, isoTime, parts, type Source } from "./account.ts";
import { csv } from "./csv.ts";
import { json } from "./json.ts";

const ID = "220104198506150013";
const TEXT = `遗失声明\n甲证${ID}，乙号123\n丙456`;
const AT = new Date(2024, 3, 10, 16, 40, 5);

const id = finding(ID, "verified", { start: TEXT.indexOf(ID), exposed: true, notice: 0, facts: [{ code: "birth", value: "1985-06-15", message: "1985年6月15日出生" }] });
const wrong = finding("123", "wrong", { start: TEXT.indexOf("123"), notice: 0, problems: [problem("a", "hint"), problem("b", "wrong")] });
const loose = finding("456", "plausible", { start: TEXT.indexOf("456") });
const loss = notice("loss", [problem("c", "doubtful", { start: 5, related: [{ start: TEXT.indexOf("丙"), end: TEXT.length }] })], {
  end: TEXT.indexOf("\n丙"),
  facts: [{ code: "party", value: "某店", message: "" }],
});

const source = (done: [Finding, ...How[]][] = [], more: Partial<Source> = {}): Source => ({
  report: { ...report(id, wrong, loose), notices: [loss] },
  text: TEXT,
  at: AT,
  lang: "zh",
  done: (one) => (done.find(([about]) => about === one)?.slice(1) as How[] | undefined ?? []).map((how) => ({ from: 0, to: 1, how })),
  ...more,
});

test("numbers and notices have their places, the heaviest problem first", () => {
  const { numbers, notices, characters, lines } = account(source());
  expect(numbers.map(({ no, line, column, notice, value }) => [no, line, column, notice, value])).toEqual([
    [1, 2, 3, 1, "220104********0013"],
    [2, 2, 24, 1, "123"],
    [3, 3, 2, undefined, "456"],
  ]);
  expect(numbers[1]!.problems.map(({ code }) => code)).toEqual(["b", "a"]);
  expect(notices).toMatchObject([{ no: 1, firstLine: 1, lastLine: 2, type: "loss", party: "某店", problems: [{ line: 2, column: 1, related: [{ line: 3, column: 1 }] }] }]);
  // 4 + (2 + 18 + 3 + 3) + 4
  expect([characters, lines]).toEqual([34, 3]);
});

test("parts: notice by notice, what stands in none comes last", () => {
  expect(parts(account(source())).map(({ notice, numbers }) => [notice?.no, ...numbers.map(({ no }) => no)])).toEqual([[1, 1, 2], [undefined, 3]]);
});

test.each<[[Finding, ...How[]][], number, number]>([
  [[], 2, 0],
  [[[wrong, "confirmed"]], 2, 1],
  // Put right, and wrong all the same.
  [[[wrong, "fixed"]], 2, 0],
  [[[wrong, "fixed", "confirmed"]], 2, 1],
  [[[id, "confirmed"]], 2, 1],
  // Masked, and still something in full.
  [[[id, "masked"]], 2, 0],
  // Dealt with, and now nothing is the matter with it.
  [[[loose, "fixed"]], 3, 1],
])("of %o: %i to deal with, %i dealt with", (done, toHandle, handled) => {
  expect(account(source(done))).toMatchObject({ toHandle, handled });
});

test("a number keeps what it was judged before it was masked, and so do its notice and the counts", () => {
  const masked = finding("220104********0014", "verified", { start: 6, notice: 0 });
  const was = { verdict: "wrong" as const, messages: ["第18位不符"] };
  const summary = { verified: 1, plausible: 0, doubtful: 0, wrong: 0, exposed: 0 };
  const told = account({
    ...source(),
    report: { ...report(masked), summary, notices: [notice("loss", [], { verdict: "verified", end: 30 })] },
    done: () => [{ from: 6, to: 24, how: "masked", was }],
  });
  expect(told.numbers[0]).toMatchObject({ verdict: "wrong", before: was, done: [{ how: "masked" }] });
  expect(told.notices[0]!.verdict).toBe("wrong");
  expect(told.counts).toEqual({ ...summary, verified: 0, wrong: 1 });
  expect([told.toHandle, told.handled]).toEqual([1, 0]);
  const table = csv(told, catalogue.zh);
  expect(table).toContain("有误");
  expect(table).toContain("脱敏前：第18位不符");
});

test("as data: nothing of a person, unless it is asked for; what a program reads is there", () => {
  const data = json(account(source([[wrong, "confirmed"]], { file: "a.docx" })));
  expect(data).not.toMatch(/1985/);
  expect(JSON.parse(data)).toMatchObject({ program: "Kanyan 刊验", version: "0", file: "a.docx", published: "2024-04-11", persons: "hidden", numbers: [{}, { done: [{ how: "confirmed" }] }, {}] });
  expect(json(account(source([], { persons: "shown" })))).toContain(ID);
});

test("a time is told with the offset of the clock", () => {
  const told = isoTime(AT);
  expect(told).toMatch(/^2024-04-10T16:40:05[+-]\d\d:\d\d$/);
  expect(new Date(told).getTime()).toBe(AT.getTime());
});
