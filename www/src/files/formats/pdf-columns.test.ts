import { expect, test } from "vitest";
import { inOrder, type Item } from "./pdf-columns.ts";

const SIZE = 10;
const PITCH = 14;

/** Lines of full-width characters at a place; each as one piece, as wide as it is long. */
function lines(texts: readonly string[], x: number, top: number, size = SIZE): Item[] {
  return texts.map((text, i) => ({ text, x, y: top + i * PITCH, width: text.length * size, height: size }));
}

/** Lines as in a column: all but the last are full. */
const words = (name: string, count: number) => Array.from({ length: count }, (_, i) => (i + 1 < count ? `${name}栏第${"一二三四五六七八九十"[i]}行文字排满` : `${name}栏末行`));

/** As they are painted row by row, which is what programs do. */
const painted = (...items: Item[][]) => items.flat().sort((a, b) => a.y - b.y || a.x - b.x);

const LEFT = words("左", 6);
const MIDDLE = words("中", 6);
const RIGHT = words("右", 6);

test("columns from left to right, each from top to bottom", () => {
  const page = painted(lines(LEFT, 50, 100), lines(MIDDLE, 160, 100), lines(RIGHT, 270, 100));
  expect(inOrder(page).split("\n")).toEqual([...LEFT, ...MIDDLE, ...RIGHT]);
});

test("columns whose lines do not stand on one height", () => {
  const page = painted(lines(LEFT, 50, 100), lines(MIDDLE, 160, 105), lines(RIGHT, 270, 97));
  expect(inOrder(page).split("\n")).toEqual([...LEFT, ...MIDDLE, ...RIGHT]);
});

test("what goes across stands before and behind what it parts", () => {
  const across = "这一行从左边的栏一直写到右边的栏，中间不分开";
  const page = painted(lines([across], 50, 80), lines(LEFT, 50, 100), lines(RIGHT, 160, 100), lines([across], 50, 190), lines(MIDDLE, 50, 210), lines(MIDDLE, 160, 210));
  expect(inOrder(page).replaceAll("\n\n", "\n").split("\n")).toEqual([across, ...LEFT, ...RIGHT, across, ...MIDDLE, ...MIDDLE]);
});

test("a column that starts lower than its neighbour", () => {
  const page = painted(lines(LEFT, 50, 100), lines(RIGHT.slice(1), 160, 100 + PITCH));
  expect(inOrder(page).split("\n")).toEqual([...LEFT, ...RIGHT.slice(1)]);
});

test("two columns under three", () => {
  const wide = words("宽的左", 4).map((line) => line.padEnd(15, "字"));
  const other = words("宽的右", 4).map((line) => line.padEnd(15, "字"));
  const page = painted(lines(LEFT, 50, 100), lines(MIDDLE, 160, 100), lines(RIGHT, 270, 100), lines(wide, 50, 200), lines(other, 215, 200));
  expect(inOrder(page).replaceAll("\n\n", "\n").split("\n")).toEqual([...LEFT, ...MIDDLE, ...RIGHT, ...wide, ...other]);
});

test("a table is read row by row", () => {
  const names = ["张某", "李某某", "王某", "赵某某", "钱某"];
  const codes = ["11010119900307001X", "110101199003070028", "110101199003070036", "110101199003070044", "110101199003070052"];
  const cells = codes.map((text, i) => ({ text, x: 120, y: 100 + i * PITCH, width: 90, height: SIZE }));
  expect(inOrder(painted(lines(names, 50, 100), cells)).split("\n")).toEqual(names.map((name, i) => `${name} ${codes[i]}`));
});

test("blanks of one justified line part no columns", () => {
  const page = [...lines(["第一行没有空格的文字在这里"], 50, 100), ...lines(["张"], 50, 114), ...lines(["忱"], 80, 114), ...lines(["将证件遗失"], 110, 114), ...lines(["第三行没有空格的文字在这里"], 50, 128)];
  expect(inOrder(page).split("\n")).toEqual(["第一行没有空格的文字在这里", "张 忱 将证件遗失", "第三行没有空格的文字在这里"]);
});

test("pieces of one line join; a wide step down is a blank line; text painted twice is there once", () => {
  const line = [...lines(["统一社会"], 50, 100), ...lines(["信用代码"], 90, 100), ...lines(["信用代码"], 90.4, 100.2)];
  expect(inOrder([...line, ...lines(["声明作废", "特此公告"], 50, 114), ...lines(["减资公告"], 50, 170)])).toBe("统一社会信用代码\n声明作废\n特此公告\n\n减资公告");
});

test("narrow digits painted one by one all stay", () => {
  const digits = [..."91110000"].map((text, i) => ({ text, x: 50 + 2.5 * i, y: 100, width: 2.5, height: SIZE }));
  expect(inOrder(digits)).toBe("91110000");
  expect(inOrder(digits.flatMap((digit) => [digit, { ...digit, x: digit.x + 0.3 }]))).toBe("91110000");
});

test("nothing on the page, nothing in the text", () => {
  expect(inOrder([])).toBe("");
  expect(inOrder(lines([" "], 50, 100))).toBe("");
});
