import { expect, test } from "vitest";
import { finding, notice, problem } from "../engine/testing.ts";
import { isRemark, needsLook, type Point, remarks, type Shown, shown, step, tally } from "./points.ts";

const a = finding("a", "verified", { start: 0 });
const b = finding("b", "wrong", { start: 10, exposed: true });
const c = finding("c", "plausible", { start: 20, exposed: true });
const d = finding("d", "doubtful", { start: 30 });
const e = finding("e", "wrong", { start: 40 });
const names = (list: Shown[]) => list.map((item) => item.finding.value).join("");
const told = (points: Point[]) => points.map((point) => (isRemark(point) ? point.problem.code : point.finding.value)).join(" ");

test("what is wrong and exposed counts as both", () => {
  expect(tally(shown([a, b, c, d, e]))).toEqual({ wrong: 2, doubtful: 1, exposed: 2, plausible: 1, verified: 1 });
});

test("what needs a look", () => {
  expect(names(shown([a, b, c, d, e]).filter(needsLook))).toBe("bcde");
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

test("remarks count under their weight, and a hint is nothing to be led to", () => {
  const list = [...shown([a, b]), ...remarks([notice("loss", [problem("missing.void"), problem("missing.contact", "hint")])])];
  expect(tally(list)).toEqual({ wrong: 1, doubtful: 1, exposed: 1, plausible: 0, verified: 1 });
  expect(told(list.filter(needsLook))).toBe("b missing.void");
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
