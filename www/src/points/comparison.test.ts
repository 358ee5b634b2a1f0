import { expect, test } from "vitest";
import { aligned, digits } from "./comparison.ts";

/** A number as the page shows it beside the other: gaps as `_`, and what differs marked below. */
function drawn(old: string, may: string): string[] {
  const cells = aligned(old, may);
  const line = (what: "old" | "may") => cells.map((cell) => cell[what] ?? "_").join("");
  return [line("old"), line("may"), cells.map((cell) => (cell.old === cell.may ? " " : "^")).join("")];
}

test.each([
  ["replaced", "12345", "12945", ["12345", "12945", "  ^  "]],
  ["swapped", "12345", "12435", ["12345", "12435", "  ^^ "]],
  ["left out", "1245", "12345", ["12_45", "12345", "  ^  "]],
  ["one too many", "123345", "12345", ["123345", "123_45", "   ^  "]],
  ["two apart, and the places between agree", "1O3I5", "10315", ["1O3I5", "10315", " ^ ^ "]],
  ["two blocks", "19930418", "19931804", ["19930418", "19931804", "    ^^^^"]],
  ["at the start", "X1", "11", ["X1", "11", "^ "]],
  ["at the end, left out", "12", "123", ["12_", "123", "  ^"]],
  ["alike", "12", "12", ["12", "12", "  "]],
])("%s", (_, old, may, want) => {
  expect(drawn(old, may)).toEqual(want);
});

test("every place of both is there once, in order", () => {
  for (const [old, may] of [["112", "12"], ["2112", "1221"], ["𠮷1", "𠮷2"], ["", "1"]] as const) {
    expect(aligned(old, may).map((cell) => cell.old ?? "").join("")).toBe(old);
    expect(aligned(old, may).map((cell) => cell.may ?? "").join("")).toBe(may);
  }
});

test("read digit by digit", () => {
  expect(digits("911X")).toBe("9 1 1 X");
});
