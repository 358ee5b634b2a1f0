import { expect, test } from "vitest";
import { finding, notice, problem } from "../engine/testing.ts";
import { isRemark, type Point, remarks, type Shown, shown, tally } from "../points/points.ts";
import { grouped, keys, type Section, sectionKeys, sections } from "./sections.ts";

const a = finding("a", "verified", { start: 0 });
const b = finding("b", "wrong", { start: 10, exposed: true });
const c = finding("c", "plausible", { start: 20, exposed: true });
const d = finding("d", "doubtful", { start: 30 });
const e = finding("e", "wrong", { start: 40 });
const names = (list: Shown[]) => list.map((item) => item.finding.value).join("");
const told = (points: Point[]) => points.map((point) => (isRemark(point) ? point.problem.code : point.finding.value)).join(" ");
const drawn = (list: Section[]) => list.map(({ notice, sign, points }) => `${notice?.type ?? "none"} ${sign}: ${told(points)}`);

test("wrong, then doubtful, then exposed, then the rest; each in text order", () => {
  const groups = grouped(shown([a, b, c, d, e]));
  expect(Object.entries(groups).map(([group, list]) => `${group} ${names(list)}`)).toEqual(["wrong be", "doubtful d", "exposed c", "rest a"]);
});

test("a number that is being typed is neither judged nor counted", () => {
  const list = shown([a, b, c], b);
  expect(grouped(list).rest.map((item) => item.finding)).toEqual([a, b]);
  expect(tally(list)).toEqual({ wrong: 0, doubtful: 0, exposed: 1, plausible: 1, verified: 1 });
});

test("keys stay apart for equal numbers, and with their number when others come and go", () => {
  const twin = finding("b", "wrong", { start: 50 });
  expect(keys(shown([b, a, twin]))).toEqual(["serial_number b", "serial_number a", "serial_number b 1"]);
  expect(new Set(keys(shown([b, b, b]))).size).toBe(3);
});

test("the list: notice by notice in text order, remarks on top, then numbers, wrong first; the rest behind", () => {
  const loss = notice("loss", [problem("missing.void"), problem("missing.contact", "hint")], { verdict: "wrong" });
  const merger = notice("merger", [], { verdict: "verified" });
  const empty = notice("other");
  const numbers = shown([
    finding("a", "verified", { notice: 0 }),
    finding("b", "doubtful", { notice: 0 }),
    finding("c", "plausible", { notice: 0, exposed: true }),
    finding("d", "wrong", { notice: 0 }),
    finding("e", "plausible"),
    finding("f", "verified", { notice: 1 }),
    finding("g", "wrong"),
  ]);
  expect(drawn(sections({ numbers, notices: [loss, merger, empty] }))).toEqual([
    "loss wrong: missing.void missing.contact d b c a",
    "merger verified: f",
    "other plausible: ",
    "none wrong: g e",
  ]);
});

test("without notices the numbers are all there is, and without numbers nothing stands behind the notices", () => {
  expect(drawn(sections({ numbers: shown([a, b]), notices: [] }))).toEqual(["none wrong: b a"]);
  expect(drawn(sections({ numbers: [], notices: [notice("loss")] }))).toEqual(["loss plausible: "]);
  expect(sections({ numbers: [], notices: [] })).toEqual([]);
});

test.each(["verified", "plausible", "doubtful", "wrong"] as const)("a notice that the core calls %s is so, whatever its numbers are", (verdict) => {
  const whole = notice("loss", [problem("missing.void")], { verdict });
  const numbers = shown([finding("a", "wrong", { notice: 0 })]);
  expect(sections({ numbers, notices: [whole] })[0]?.sign).toBe(verdict);
});

test("a number that was wrong before it was masked weighs on its notice, and is shown as what it was", () => {
  const masked = finding("a", "verified", { notice: 0 });
  const numbers = shown([masked, finding("b", "verified", { notice: 0 })], undefined, (one) => (one === masked ? { verdict: "wrong", messages: [] } : undefined));
  expect(numbers.map(({ sign }) => sign)).toEqual(["wrong", "verified"]);
  expect(sections({ numbers, notices: [notice("loss", [], { verdict: "verified" })] })[0]?.sign).toBe("wrong");
  expect(tally(numbers)).toMatchObject({ wrong: 1, verified: 1 });
});

test("keys of remarks and of notices stay apart", () => {
  const twice = notice("loss", [problem("code.two"), problem("code.two")]);
  expect(keys(remarks([twice]))).toEqual(["code.two", "code.two 1"]);
  const who = notice("loss", [], { title: "遗失声明", facts: [{ code: "party", value: "某店", message: "" }] });
  const list = sections({ numbers: shown([finding("a", "verified", { notice: 1 }), b]), notices: [who, who, who] });
  expect(new Set(sectionKeys(list)).size).toBe(4);
});
