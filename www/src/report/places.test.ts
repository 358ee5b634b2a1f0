import { expect, test } from "vitest";
import { places } from "./places.ts";

test.each<[string, number, number, [number, string][]]>([
  ["", 0, 0, [[0, "1:1"]]],
  ["一二三", 1, 3, [[0, "1:1"], [2, "1:3"], [3, "1:4"]]],
  ["一\n二三\n", 3, 3, [[0, "1:1"], [1, "1:2"], [2, "2:1"], [3, "2:2"], [5, "3:1"]]],
  // A rare character is two units and one character; the second line begins afresh.
  ["𠮷一𠮷二\n𠮷三", 2, 6, [[2, "1:2"], [5, "1:4"], [7, "2:1"], [9, "2:2"]]],
])("%j: %i lines, %i characters", (text, lines, characters, ats) => {
  const it = places(text);
  expect([it.lines, it.characters]).toEqual([lines, characters]);
  for (const [offset, want] of ats) {
    const { line, column } = it.at(offset);
    expect(`${line}:${column}`, String(offset)).toBe(want);
  }
});
