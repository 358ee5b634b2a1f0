import type { Page } from "@playwright/test";
import { breaches, expect, isEnglish, outside, paste, picture, replace, scrolls, showTools, test } from "./fixtures.ts";

/**
 * By hand: 遗失声明 ● 甲乙店 代码 遗失 作废 are 14 of full width, 12AB are 4 of half, （ ） ， 。 are 4 marks. The first paragraph
 * has 4 characters, the second fills 16 of full width.
 */
const TEXT = "遗失声明\n●甲乙店（代码12AB）遗失，作废。";

const button = (page: Page) => page.getByRole("button", { name: "计费" });
const panel = (page: Page) => page.locator("#billing");

/** The rows of a table: its first cell, and the numbers beside it. */
const rows = (page: Page, nth: number) =>
  panel(page)
    .locator("table")
    .nth(nth)
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.children].filter((cell) => !(cell as HTMLElement).hidden).map((cell) => cell.textContent)));

const COUNTS = [
  ["含标点", "22"],
  ["不含标点", "18"],
  ["含标点，数字字母两个算一字", "20"],
  ["不含标点，数字字母两个算一字", "16"],
];
const lines = (...counts: [number, number][]) => counts.map(([width, count]) => [`每行 ${width} 字`, String(count)]);

test("characters in four ways, and lines of several widths", async ({ kanyan }) => {
  await paste(kanyan, TEXT);
  await expect(panel(kanyan)).toBeHidden();
  await button(kanyan).click();
  await expect(button(kanyan)).toHaveAttribute("aria-expanded", "true");
  await expect.poll(() => rows(kanyan, 0)).toEqual(COUNTS);
  await expect.poll(() => rows(kanyan, 1)).toEqual(lines([11, 3], [12, 3], [13, 3], [14, 3], [15, 3]));
  await expect(panel(kanyan).locator(".mine")).toHaveText(/13/);

  const width = panel(kanyan).getByRole("spinbutton", { name: "每行字数" });
  await width.fill("16");
  await expect.poll(() => rows(kanyan, 1)).toEqual(lines([14, 3], [15, 3], [16, 2], [17, 2], [18, 2]));
  // 16 in lines of 4, 5, 6, 7, 8: of whole characters, and none is cut.
  await width.fill("5");
  await expect.poll(() => rows(kanyan, 1)).toEqual(lines([4, 5], [5, 5], [6, 4], [7, 4], [8, 3]));
  await expect(panel(kanyan).locator(".mine")).toHaveText(/每行 5 字/);
  // What cannot be a width changes nothing, and goes again.
  await width.fill("2");
  expect((await rows(kanyan, 1))[1]).toEqual(["每行 5 字", "5"]);
  await width.press("Tab");
  await expect(width).toHaveValue("5");
});

test("it counts as one types, and what is selected beside the whole", async ({ kanyan }) => {
  await paste(kanyan, TEXT);
  await button(kanyan).click();
  await kanyan.locator(".cm-content").focus();
  await kanyan.keyboard.press("ControlOrMeta+End");
  await kanyan.keyboard.type("甲。");
  await expect.poll(() => rows(kanyan, 0)).toEqual([["含标点", "24"], ["不含标点", "19"], ["含标点，数字字母两个算一字", "22"], ["不含标点，数字字母两个算一字", "17"]]);
  // Two characters of the end: one character, one mark.
  await kanyan.keyboard.press("Shift+ArrowLeft");
  await kanyan.keyboard.press("Shift+ArrowLeft");
  await expect.poll(() => rows(kanyan, 0).then(([first, second]) => [first, second])).toEqual([["含标点", "24", "2"], ["不含标点", "19", "1"]]);
  await expect(panel(kanyan).locator("th", { hasText: "选中" }).first()).toBeVisible();
  await expect.poll(() => rows(kanyan, 1).then((all) => all[2])).toEqual(["每行 13 字", "3", "1"]);
  await kanyan.keyboard.press("ArrowRight");
  await expect.poll(() => rows(kanyan, 0).then(([first]) => first)).toEqual(["含标点", "24"]);
  await replace(kanyan, "");
  await kanyan.keyboard.press("Delete");
  await expect.poll(() => rows(kanyan, 0).then(([first]) => first)).toEqual(["含标点", "0"]);
});

test("by keyboard: unfolded, and folded by Escape", async ({ kanyan }) => {
  await paste(kanyan, TEXT);
  await button(kanyan).focus();
  await kanyan.keyboard.press("Enter");
  await expect(panel(kanyan)).toBeVisible();
  await kanyan.keyboard.press("Tab");
  await expect(panel(kanyan).getByRole("spinbutton")).toBeFocused();
  await kanyan.keyboard.press("ArrowUp");
  await expect(panel(kanyan).locator(".mine")).toHaveText(/每行 14 字/);
  await kanyan.keyboard.press("Escape");
  await expect(panel(kanyan)).toBeHidden();
  await expect(button(kanyan)).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test("no breach, in either language", async ({ kanyan }) => {
      await paste(kanyan, TEXT);
      await kanyan.keyboard.press("ControlOrMeta+a");
      await button(kanyan).click();
      await expect(panel(kanyan).locator("th", { hasText: "选中" }).first()).toBeVisible();
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `billing-${colorScheme}`);
      await kanyan.locator("#lang").click();
      await expect(panel(kanyan)).toContainText("with punctuation");
      await isEnglish(panel(kanyan));
      expect(await breaches(kanyan)).toEqual([]);
    });
  });
}

test.describe("a narrow screen", () => {
  test.use({ viewport: { width: 360, height: 640 } });
  test("nothing runs out at the side, and there is still text to see", async ({ kanyan }) => {
    await showTools(kanyan);
    await kanyan.locator("#sample").click();
    await button(kanyan).click();
    await expect.poll(() => rows(kanyan, 0).then(([first]) => first?.[1])).not.toBe("0");
    await expect.poll(() => scrolls(kanyan)).toEqual([0, 0]);
    await expect.poll(() => outside(kanyan)).toEqual([]);
    expect((await kanyan.locator("#text").boundingBox())!.height).toBeGreaterThan(100);
    expect(await breaches(kanyan)).toEqual([]);
    await picture(kanyan, "billing-narrow");
  });
});
