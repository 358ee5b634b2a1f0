import { expect, test } from "vitest";
import { common } from "./acts.ts";

test.each([
  ["", "", 0, 0],
  ["ab", "ab", 2, 0],
  ["aXb", "aYb", 1, 1],
  ["aa", "aaa", 2, 0],
  ["abab", "ab", 2, 0],
])("%j and %j share %i and %i", (a, b, head, tail) => {
  expect(common(a, b)).toEqual({ head, tail });
});
