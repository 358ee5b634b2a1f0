import { expect, test } from "vitest";
import { numbered, telling } from "./tabs.ts";

const NONE = { wrong: 0, doubtful: 0, exposed: 0, plausible: 0, verified: 0 };

test.each([
  [{ wrong: 2, doubtful: 1, verified: 5 }, "wrong 2, doubtful 1"],
  [{ doubtful: 1, exposed: 3, plausible: 1 }, "doubtful 1, exposed 3"],
  // What holds for all of a text is its weakest verdict.
  [{ plausible: 1, verified: 5 }, "plausible 0"],
  [{ verified: 5, exposed: 1 }, "verified 0, exposed 1"],
  [{}, ""],
])("of %j the tab tells: %s", (sums, want) => {
  const told = telling({ ...NONE, ...sums }).map(({ sign, count }) => `${sign} ${count}`);
  expect(told.join(", ")).toBe(want);
});

test.each([
  [["a", "b"], ["a", "b"]],
  [["a", "b", "a", "a"], ["a", "b", "a (2)", "a (3)"]],
  // A file may be called as another would be numbered.
  [["a (2)", "a", "a"], ["a (2)", "a", "a (3)"]],
])("files called %j are shown as %j", (names, want) => {
  expect(numbered(names)).toEqual(want);
});
