import type { Page } from "@playwright/test";
import { breaches, expect, isEnglish, outside, paste, picture, replace, showTools, test } from "./fixtures.ts";

const dialog = (page: Page) => page.locator("#help");

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("one screen: the four verdicts with their signs, what green does not mean, keys, privacy", async ({ kanyan }) => {
      await kanyan.getByRole("button", { name: "帮助" }).click();
      await expect(kanyan.getByRole("dialog", { name: "帮助" })).toBeVisible();
      for (const sign of ["有误", "存疑", "合式", "已验", "未遮盖"]) {
        const row = dialog(kanyan).locator(".signs dt", { has: kanyan.locator(".sign", { hasText: sign }) });
        await expect(row.locator("svg path[d]")).toHaveCount(1);
        await expect(row.locator(".kn")).toHaveCount(1);
      }
      // Every mark with another line, as in the text.
      const shapes = await dialog(kanyan).locator(".signs .kn:not(.exposed)").evaluateAll((all) => all.map((mark) => getComputedStyle(mark).textDecorationStyle));
      expect(new Set(shapes).size).toBe(4);
      for (const part of ["不说明这个单位或个人真的存在", "也不说明号码就是它的", "公告缺了什么", "提示不算错", "不上传、不保存", "Ctrl+Shift+Enter"]) await expect(dialog(kanyan)).toContainText(part);
      const scroller = dialog(kanyan).locator(".scroller");
      await expect.poll(() => scroller.evaluate((it) => it.scrollHeight - it.clientHeight)).toBeLessThanOrEqual(1);
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `help-${colorScheme}`);
    });
  });
}

test("F1 opens it from anywhere, ? where nothing is typed; Escape leads back to where one was", async ({ kanyan }) => {
  await paste(kanyan, "甲");
  await kanyan.keyboard.type("?");
  await expect(dialog(kanyan)).toBeHidden();
  await expect(kanyan.locator(".cm-content")).toHaveText("甲?");
  await kanyan.keyboard.press("F1");
  await expect(dialog(kanyan)).toBeVisible();
  // What lies under it is not to be reached.
  await kanyan.keyboard.press("F8");
  await kanyan.keyboard.press("ControlOrMeta+z");
  await kanyan.keyboard.press("Escape");
  await expect(dialog(kanyan)).toBeHidden();
  await expect(kanyan.locator(".cm-content")).toBeFocused();
  await expect(kanyan.locator(".cm-content")).toHaveText("甲?");
  await kanyan.locator("#theme").focus();
  await kanyan.keyboard.press("?");
  await expect(dialog(kanyan)).toBeVisible();
  await kanyan.keyboard.press("Escape");
  await expect(kanyan.locator("#theme")).toBeFocused();
  // Not over another dialog.
  await kanyan.locator("#scope").click();
  await kanyan.keyboard.press("F1");
  await expect(dialog(kanyan)).toBeHidden();
  await expect(kanyan.locator("#kinds")).toBeVisible();
});

test("closed by its button and by a click beside it", async ({ kanyan }) => {
  for (const close of [() => dialog(kanyan).getByRole("button", { name: "关闭" }).click(), () => kanyan.mouse.click(5, 400)]) {
    await kanyan.locator("#aid").click();
    await dialog(kanyan).locator("h3").first().click();
    await expect(dialog(kanyan)).toBeVisible();
    await close();
    await expect(dialog(kanyan)).toBeHidden();
    await expect(kanyan.locator("#aid")).toBeFocused();
  }
});

test("in English, on one screen too", async ({ kanyan }) => {
  await kanyan.locator("#lang").click();
  await kanyan.getByRole("button", { name: "Help" }).click();
  await expect(dialog(kanyan)).toContainText("does not say that the company or person exists");
  await isEnglish(dialog(kanyan));
  await expect.poll(() => dialog(kanyan).locator(".scroller").evaluate((it) => it.scrollHeight - it.clientHeight)).toBeLessThanOrEqual(1);
  expect(await breaches(kanyan)).toEqual([]);
  await picture(kanyan, "help-en");
});

test.describe("a narrow screen", () => {
  test.use({ viewport: { width: 360, height: 640 } });
  for (const lang of ["zh", "en"]) {
    test(`it scrolls, by keys too, and nothing runs out at the side: ${lang}`, async ({ kanyan }) => {
      await replace(kanyan, "甲");
      if (lang === "en") {
        await showTools(kanyan);
        await kanyan.locator("#lang").click();
      }
      await kanyan.keyboard.press("F1");
      await expect(dialog(kanyan)).toBeVisible();
      const scroller = dialog(kanyan).locator(".scroller");
      await expect.poll(() => outside(kanyan, "#help")).toEqual([]);
      await kanyan.keyboard.press("Tab");
      await expect(scroller).toBeFocused();
      await kanyan.keyboard.press("End");
      await expect.poll(() => scroller.evaluate((it) => it.scrollTop)).toBeGreaterThan(0);
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `help-narrow-${lang}`);
    });
  }
});
