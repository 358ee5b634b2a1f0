import { expect, test } from "vitest";
import type { Shown } from "./order.ts";
import { grouped, keys, needsLook, shown, step, tally } from "./order.ts";
import { finding } from "./testing.ts";

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
