import { expect, test } from "vitest";
import type { Point, Section, Shown } from "./points.ts";
import { grouped, isRemark, keys, needsLook, remarks, sectionKeys, sections, shown, step, tally } from "./points.ts";
import { finding, notice, problem } from "../engine/testing.ts";

const a = finding("a", "verified", { start: 0 });
const b = finding("b", "wrong", { start: 10, exposed: true });
const c = finding("c", "plausible", { start: 20, exposed: true });
const d = finding("d", "doubtful", { start: 30 });
const e = finding("e", "wrong", { start: 40 });
const names = (list: Shown[]) => list.map((item) => item.finding.value).join("");

test("wrong, then doubtful, then exposed, then the rest; each in text order", () => {
  const groups = grouped(shown([a, b, c, d, e]));
  expect(Object.entries(groups).map(([group, list]) => `${group} ${names(list)}`)).toEqual(["wrong be", "doubtful d", "exposed c", "rest a"]);
});

test("a number that is being typed is neither judged nor counted", () => {
  const list = shown([a, b, c], b);
  expect(grouped(list).rest.map((item) => item.finding)).toEqual([a, b]);
  expect(tally(list)).toEqual({ wrong: 0, doubtful: 0, exposed: 1, plausible: 1, verified: 1 });
});

test("what is wrong and exposed counts as both", () => {
  expect(tally(shown([a, b, c, d, e]))).toEqual({ wrong: 2, doubtful: 1, exposed: 2, plausible: 1, verified: 1 });
});

test("what needs a look", () => {
  expect(names(shown([a, b, c, d, e]).filter(needsLook))).toBe("bcde");
});

test("keys stay apart for equal numbers, and with their number when others come and go", () => {
  const twin = finding("b", "wrong", { start: 50 });
  expect(keys(shown([b, a, twin]))).toEqual(["serial_number b", "serial_number a", "serial_number b 1"]);
  expect(new Set(keys(shown([b, b, b]))).size).toBe(3);
});

test.each([
  [{ from: 0, to: 0 }, 1, "a"], // before it, though it starts there
  [{ from: 0, to: 1 }, 1, "b"], // it is selected: on to the next
  [{ from: 5, to: 5 }, 1, "b"],
  [{ from: 41, to: 41 }, 1, "a"], // round the end
  [{ from: 10, to: 11 }, -1, "a"],
  [{ from: 0, to: 1 }, -1, "e"], // round the start
  [{ from: 12, to: 12 }, -1, "b"],
] as const)("from %o by %i to %s", (at, direction, want) => {
  expect(step([a, b, c, d, e], at, direction)?.value).toBe(want);
});

test("nowhere to go", () => {
  expect(step([], { from: 0, to: 0 }, 1)).toBeUndefined();
  expect(step([], { from: 0, to: 0 }, -1)).toBeUndefined();
});

const told = (points: Point[]) => points.map((point) => (isRemark(point) ? point.problem.code : point.finding.value)).join(" ");
const drawn = (list: Section[]) => list.map(({ notice, sign, points }) => `${notice?.type ?? "none"} ${sign}: ${told(points)}`);

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

test("remarks count under their weight, and a hint is nothing to be led to", () => {
  const list = [...shown([a, b]), ...remarks([notice("loss", [problem("missing.void"), problem("missing.contact", "hint")])])];
  expect(tally(list)).toEqual({ wrong: 1, doubtful: 1, exposed: 1, plausible: 0, verified: 1 });
  expect(told(list.filter(needsLook))).toBe("b missing.void");
});

test("keys of remarks and of notices stay apart", () => {
  const twice = notice("loss", [problem("code.two"), problem("code.two")]);
  expect(keys(remarks([twice]))).toEqual(["code.two", "code.two 1"]);
  const who = notice("loss", [], { title: "遗失声明", facts: [{ code: "party", value: "某店", message: "" }] });
  const list = sections({ numbers: shown([finding("a", "verified", { notice: 1 }), b]), notices: [who, who, who] });
  expect(new Set(sectionKeys(list)).size).toBe(4);
});

test("places that start together: the shorter, then the longer, and back", () => {
  const inner = { start: 10, end: 12 };
  const outer = { start: 10, end: 20 };
  const items = [{ start: 0, end: 1 }, inner, outer, { start: 30, end: 31 }];
  const walk = (direction: 1 | -1) => {
    let at = { from: 0, to: 1 };
    return items.map(() => {
      const next = step(items, at, direction)!;
      at = { from: next.start, to: next.end };
      return items.indexOf(next);
    });
  };
  expect(walk(1)).toEqual([1, 2, 3, 0]);
  expect(walk(-1)).toEqual([3, 2, 1, 0]);
});
