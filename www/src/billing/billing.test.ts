import { expect, test } from "vitest";
import { billing, characters, WIDTHS } from "./billing.ts";

const ways = (text: string) => {
  const counted = billing(text);
  return (["with", "without"] as const).flatMap((marks) => ([1, 0.5] as const).map((half) => characters(counted, { marks, half })));
};

// Counted by hand: with punctuation, the same with halves, without punctuation, the same with halves.
test.each<[string, number[]]>([
  ["", [0, 0, 0, 0]],
  ["声明作废", [4, 4, 4, 4]],
  ["声明作废。", [5, 5, 4, 4]],
  ["声 明\u3000作\t废\n\n", [4, 4, 4, 4]],
  ["00251306", [8, 4, 8, 4]],
  ["0025130", [7, 4, 7, 4]],
  ["９２２", [3, 3, 3, 3]],
  ["电话：0431-85012345。", [17, 11, 14, 8]],
  ["2206031981********", [18, 9, 18, 9]],
  ["（¥5,000.00）", [11, 7, 7, 4]],
  ["●第3号", [4, 4, 4, 4]],
  ["“甲”《乙》—…·", [9, 9, 2, 2]],
  ["95％，8%", [6, 4, 5, 3]],
  ["𠮷某", [2, 2, 2, 2]],
  ["零\u200b宽\ufeff", [2, 2, 2, 2]],
  ["e\u0301A", [2, 1, 2, 1]],
])("characters of %j: %j", (text, want) => {
  expect(ways(text)).toEqual(want);
});

const lines = (text: string, width: number) => billing(text, [width]).lines.get(width);
const of = (count: number) => "字".repeat(count);

test.each<[string, number, number]>([
  ["", 10, 0],
  ["\n \n", 10, 0],
  [of(10), 10, 1],
  [of(11), 10, 2],
  [`${of(10)}。`, 10, 2],
  [`${of(10)}\n${of(10)}`, 10, 2],
  [`${of(3)}\n\n${of(3)}\n`, 10, 2],
  ["12345678901234567890", 10, 1],
  ["123456789012345678901", 10, 2],
  // Nineteen halves, and a character that does not fit into the one left over.
  ["1234567890123456789字", 10, 2],
  [`1${of(10)}`, 10, 2],
  [`1${of(9)}2`, 10, 1],
  // Each line has a half left over: nine characters and the digit in the first, then nine and a digit again.
  [`1${of(9)}字2${of(9)}`, 10, 3],
  ["字 字 字\u3000字", 2, 2],
  ["ab cd", 2, 2],
  ["ab   cd", 2, 2],
  ["甲 12 乙", 3, 1],
  ["12 34 ", 3, 1],
  ["𠮷𠮷𠮷", 2, 2],
])("%j at %i characters a line: %i lines", (text, width, want) => {
  expect(lines(text, width)).toBe(want);
});

/** The same by putting down one character after the other. */
function setOneByOne(text: string, width: number): number {
  let count = 0;
  for (const paragraph of text.split("\n")) {
    let room = 0;
    for (const character of paragraph) {
      const takes = /[ -~]/.test(character) ? 1 : 2;
      if (room < takes) {
        count++;
        room = 2 * width;
      }
      room -= takes;
    }
  }
  return count;
}

test("every width, on texts of every mixture, as when set one by one", () => {
  let seed = 1;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 200; round++) {
    const mixture = 1 + random(9);
    const text = Array.from({ length: random(300) }, () => (random(40) === 0 ? "\n" : random(10) < mixture ? "7" : "字")).join("");
    const { lines } = billing(text);
    for (const width of WIDTHS) expect(lines.get(width), `${width}: ${JSON.stringify(text)}`).toBe(setOneByOne(text, width));
  }
});

test("the usual widths", () => {
  expect([WIDTHS[0], WIDTHS.at(-1), WIDTHS.length]).toEqual([10, 24, 15]);
});
