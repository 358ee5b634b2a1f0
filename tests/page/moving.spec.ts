import type { Page } from "@playwright/test";
import { expect, past, paste, test } from "./fixtures.ts";

/** Two wrong codes (invented, two characters swapped each) around a right one, with lines enough to scroll. */
const FIRST = "52220104MJX3145798";
const SECOND = "91220104MA0Y7K3D96";
const GOOD = "52220104MJX3145789";
const FILL = "这一行没有号码。\n".repeat(60);
const TEXT = `甲中心（统一社会信用代码${FIRST}）\n${FILL}乙中心（统一社会信用代码${GOOD}）\n${FILL}丙公司（统一社会信用代码${SECOND}）`;

const selected = (page: Page) => expect.poll(() => page.evaluate(() => getSelection()?.toString() ?? ""));

test.beforeEach(async ({ kanyan }) => {
  await paste(kanyan, TEXT);
  await expect(kanyan.locator("#findings .item")).toHaveCount(3);
});

test("a click in the list jumps to the number, selects it and gives the text the focus", async ({ kanyan }) => {
  await kanyan.locator(".item.wrong:not(.remark)", { hasText: FIRST }).click();
  await expect(kanyan.locator(".cm-content")).toBeFocused();
  await selected(kanyan).toBe(FIRST);
  await expect(kanyan.locator(".cm-content .kn", { hasText: FIRST })).toBeInViewport();
  await expect(kanyan.locator(".cm-tooltip.details")).toContainText(FIRST);
  await expect(kanyan.locator(".item[aria-current]")).toContainText(FIRST);
});

test("the list by keyboard: one stop, arrows inside, Enter jumps", async ({ kanyan }) => {
  await kanyan.locator(".item.wrong:not(.remark)").first().focus();
  await kanyan.keyboard.press("ArrowDown");
  await expect(kanyan.locator(".item", { hasText: SECOND })).toBeFocused();
  await kanyan.keyboard.press("End");
  await expect(kanyan.locator(".item", { hasText: GOOD })).toBeFocused();
  await kanyan.keyboard.press("Home");
  await expect(kanyan.locator(".fold").first()).toBeFocused();
  await kanyan.keyboard.press("ArrowDown");
  await expect(kanyan.locator(".item", { hasText: FIRST })).toBeFocused();
  await expect(kanyan.locator('.notices :is(.item, .fold)[tabindex="0"]')).toHaveCount(1);
  await kanyan.keyboard.press("Enter");
  await expect(kanyan.locator(".cm-content")).toBeFocused();
  await selected(kanyan).toBe(FIRST);
});

test("F8 goes from problem to problem and round, Shift+F8 back", async ({ kanyan }) => {
  await kanyan.keyboard.press("ControlOrMeta+Home");
  for (const [key, value] of [["F8", FIRST], ["F8", SECOND], ["F8", FIRST], ["Shift+F8", SECOND]] as const) {
    await kanyan.keyboard.press(key);
    await selected(kanyan).toBe(value);
  }
  // From anywhere on the page.
  await kanyan.locator("#day").focus();
  await kanyan.keyboard.press("F8");
  await selected(kanyan).toBe(FIRST);
});

test("a count leads to the next of its sign", async ({ kanyan }) => {
  await kanyan.locator(".count.verified").click();
  await selected(kanyan).toBe(GOOD);
});

test("details by keyboard: Alt+Enter opens, Escape closes, and they are spoken", async ({ kanyan }) => {
  await kanyan.keyboard.press("ControlOrMeta+Home");
  await kanyan.keyboard.press("F8");
  await kanyan.keyboard.press("ArrowLeft");
  const details = kanyan.locator(".cm-tooltip.details");
  await expect(details).toHaveCount(0);
  // What is to be spoken stands there for an instant only.
  await kanyan.evaluate(() => {
    const told = ((window as unknown as { told: string[] }).told = []) as string[];
    const region = document.querySelector('.cm-announced[aria-live="polite"]')!;
    // It is emptied, too: of what was told before.
    new MutationObserver(() => region.textContent.trim() && told.push(region.textContent)).observe(region, { childList: true, subtree: true });
  });
  await kanyan.keyboard.press("Alt+Enter");
  await expect(details).toContainText("有误");
  await expect(details).toContainText("统一社会信用代码");
  await expect(details.locator(".problems li")).not.toHaveCount(0);
  await expect(details.locator(".facts li")).not.toHaveCount(0);
  await expect.poll(() => kanyan.evaluate(() => (window as unknown as { told: string[] }).told[0] ?? "")).toMatch(/^有误，统一社会信用代码，/);
  await kanyan.keyboard.press("Escape");
  await expect(details).toHaveCount(0);
  // Where there is no number the key is left alone.
  await kanyan.keyboard.press("ArrowLeft");
  await kanyan.keyboard.press("ArrowLeft");
  await kanyan.keyboard.press("Alt+Enter");
  await expect(details).toHaveCount(0);
});

test("details by pointer", async ({ kanyan }) => {
  await kanyan.keyboard.press("ControlOrMeta+Home");
  await kanyan.locator(".cm-content .kn", { hasText: FIRST }).hover();
  await expect(kanyan.locator(".cm-tooltip-hover .details")).toContainText(FIRST);
  await kanyan.locator("#findings .item").first().hover();
  await expect(kanyan.locator(".cm-tooltip-hover")).toHaveCount(0);
});

test("the list keeps its elements while the text around them changes", async ({ kanyan }) => {
  await kanyan.evaluate(() => document.querySelectorAll(".item").forEach((item, index) => item.setAttribute("data-test", String(index))));
  await kanyan.keyboard.press("ControlOrMeta+Home");
  await kanyan.keyboard.insertText("前面加一句。\n");
  // Longer than any pause after which the page checks.
  await past(kanyan, 350);
  expect(await kanyan.locator(".item").evaluateAll((items) => items.map((item) => item.getAttribute("data-test")))).toEqual(["0", "1", "2"]);
  // And they still lead to where their numbers are now.
  await kanyan.locator(".item", { hasText: SECOND }).click();
  await selected(kanyan).toBe(SECOND);
});
