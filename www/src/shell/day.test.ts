import { expect, test } from "vitest";
import { localDay } from "./day.ts";

test.each([
  [new Date(2024, 3, 9, 0, 0, 0), "2024-04-09"],
  [new Date(2024, 11, 31, 23, 59, 59), "2024-12-31"],
  [new Date(2024, 1, 29, 7), "2024-02-29"],
])("%s is %s here, whatever the day in Greenwich", (now, want) => {
  expect(localDay(now)).toBe(want);
});
