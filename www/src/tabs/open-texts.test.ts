import { expect, test } from "vitest";
import { textOf, written } from "./open-texts.ts";

test.each(["", "\n", "a\r\nb\rc\nd", "a\n\n", "甲\r\n"])("a text in lines: %j", async (text) => {
  expect((await textOf(text)).toString()).toBe(text.replace(/\r\n?/g, "\n"));
});

test("a line end is one, wherever a portion of the text ends", async () => {
  for (const before of [199_998, 199_999, 200_000]) {
    const doc = await textOf(`${"a".repeat(before)}\r\nb`);
    expect(doc.lines, String(before)).toBe(2);
    expect(doc.line(2).text).toBe("b");
    expect(doc.length).toBe(before + 2);
  }
});

test.each([
  [[[undefined, ""]], ""],
  [[[undefined, "甲"], ["a.txt", ""]], "甲"],
  // One that stands alone needs no name.
  [[[undefined, ""], ["a.txt", "乙"]], "乙"],
  [[[undefined, "甲"], ["a.txt", "乙"], ["b.txt", "丙"]], "甲\n\na.txt\n\n乙\n\nb.txt\n\n丙"],
] satisfies [[string | undefined, string][], string][])("all texts of %j together", (texts, want) => {
  expect(written(texts.map(([name, text]) => ({ name, text })))).toBe(want);
});
