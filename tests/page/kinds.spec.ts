import type { Page } from "@playwright/test";
import { breaches, expect, isEnglish, outside, paste, picture, showTools, test } from "./fixtures.ts";

const dialog = (page: Page) => page.locator("#kinds");
const rows = (page: Page) => page.locator("#kinds li:visible");

/** Opens the list and waits for its rows. */
async function openList(page: Page): Promise<number> {
  await page.locator("#scope").click();
  await expect(rows(page).first()).toBeVisible();
  return rows(page).count();
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("every kind with name, grammar, confidence and source", async ({ kanyan }) => {
      const count = await openList(kanyan);
      expect(count).toBeGreaterThan(20);
      await expect(kanyan.locator("#kinds .shown")).toHaveText(`共 ${count} 种`);
      const uscc = rows(kanyan).filter({ hasText: "uscc" });
      await expect(uscc).toContainText("统一社会信用代码");
      await expect(uscc).toContainText("18位");
      await expect(uscc.locator(".sign.sure")).toHaveText("有据可依");
      await expect(uscc.locator(".source")).toContainText("GB 32100—2015");
      const told = await rows(kanyan).evaluateAll((all) =>
        all.map((row) => {
          const text = (part: string) => row.querySelector(part)?.textContent ?? "";
          const parts = ["strong", "code", ".told > p:first-child", ".source > span:last-child"].map(text);
          return { parts, confidence: text(".sign"), pictures: row.querySelectorAll(".sign svg path[d]").length };
        }),
      );
      for (const { parts, confidence, pictures } of told) {
        for (const part of parts) expect(part, parts.join("\n")).toMatch(/\S/);
        expect(["有据可依", "有例可循", "仅凭样式"]).toContain(confidence);
        expect(pictures).toBe(1);
      }
      expect(new Set(told.map(({ parts }) => parts[1])).size).toBe(count);
      // What each of them means, in one line.
      await expect(kanyan.locator("#kinds .legend dd")).toHaveText(["有标准，或用真实号码验证过", "见过实例，规律可信", "只知道写法，从不判“有误”"]);
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `kinds-${colorScheme}`);
    });
  });
}

test("by keyboard: opened, searched, scrolled, closed, and back at the link", async ({ kanyan }) => {
  const link = kanyan.getByRole("button", { name: "核验范围" });
  await link.focus();
  await kanyan.keyboard.press("Enter");
  await expect(kanyan.getByRole("dialog", { name: "核验范围" })).toBeVisible();
  const search = kanyan.getByRole("searchbox", { name: "查找" });
  await expect(search).toBeFocused();
  await expect(rows(kanyan).first()).toBeVisible();
  const all = await rows(kanyan).count();

  await kanyan.keyboard.type("身份证");
  await expect(search).toHaveValue("身份证");
  // By the text itself, not as it is seen: of rows that are not drawn yet the browser tells none.
  const found = rows(kanyan).filter({ hasText: "身份证" });
  await expect.poll(() => found.count()).toBeGreaterThan(1);
  const count = await found.count();
  expect(count).toBeLessThan(all);
  await expect(rows(kanyan)).toHaveCount(count);
  await expect(kanyan.locator("#kinds .shown")).toHaveText(`${count} 种，共 ${all} 种`);

  // Both words, in any order, whatever their width, case and dashes.
  await search.fill("ＧＢ11643-1999 18位");
  await expect.poll(() => rows(kanyan).count()).toBeLessThan(all);
  await expect(rows(kanyan).filter({ hasText: "resident_id" }).first()).toBeVisible();

  await search.fill("");
  await expect(rows(kanyan)).toHaveCount(all);
  const scroller = kanyan.locator("#kinds .scroller");
  await kanyan.keyboard.press("Tab");
  await kanyan.keyboard.press("Tab");
  await expect(scroller).toBeFocused();
  await kanyan.keyboard.press("End");
  await expect.poll(() => scroller.evaluate((it) => it.scrollTop)).toBeGreaterThan(0);

  await kanyan.keyboard.press("Escape");
  await expect(dialog(kanyan)).toBeHidden();
  await expect(link).toBeFocused();
  // It opens as it was the first time.
  await kanyan.keyboard.press("Enter");
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("");
  await expect(rows(kanyan)).toHaveCount(all);
});

test("nothing found is said, and what that means", async ({ kanyan }) => {
  await openList(kanyan);
  await kanyan.keyboard.type("<b>无此词</b>");
  await expect(rows(kanyan)).toHaveCount(0);
  await expect(kanyan.locator("#kinds .none")).toContainText("没有找到“<b>无此词</b>”");
  await expect(kanyan.locator("#kinds .none")).toContainText("不校验");
  await expect(kanyan.locator("#kinds .shown")).toHaveText(/^0 种/);
  expect(await breaches(kanyan)).toEqual([]);
  await picture(kanyan, "kinds-none");
});

test("the letters of an input method are not searched before they are a word", async ({ kanyan, context }) => {
  const all = await openList(kanyan);
  const client = await context.newCDPSession(kanyan);
  await client.send("Input.imeSetComposition", { text: "shenfen", selectionStart: 7, selectionEnd: 7 });
  await expect(kanyan.locator("#kinds input")).toHaveValue("shenfen");
  await expect(rows(kanyan)).toHaveCount(all);
  await client.send("Input.insertText", { text: "身份证" });
  await expect(kanyan.locator("#kinds input")).toHaveValue("身份证");
  await expect(rows(kanyan)).not.toHaveCount(all);
  await expect(rows(kanyan).first()).toContainText("身份证");
});

test("closed by its button and by a click beside it", async ({ kanyan }) => {
  for (const close of [() => kanyan.getByRole("button", { name: "关闭" }).click(), () => kanyan.mouse.click(5, 400)]) {
    await openList(kanyan);
    // A click inside leaves it open.
    await kanyan.locator("#kinds .legend").click();
    await expect(dialog(kanyan)).toBeVisible();
    await close();
    await expect(dialog(kanyan)).toBeHidden();
    await expect(kanyan.locator("#scope")).toBeFocused();
  }
});

test("in English: names in English with the Chinese ones beside them, both searched", async ({ kanyan }) => {
  const chinese = await openList(kanyan);
  await kanyan.keyboard.press("Escape");
  await kanyan.locator("#lang").click();
  expect(await openList(kanyan)).toBe(chinese);
  await expect(kanyan.getByRole("dialog", { name: "What is checked" })).toBeVisible();
  for (const part of [".head", ".legend"]) await isEnglish(kanyan.locator(`#kinds ${part}`));
  // Rows out of sight are not drawn, so this is asked of their text.
  await expect(kanyan.locator("#kinds li :is(.sign, strong)")).not.toHaveCount(0);
  await expect(kanyan.locator("#kinds li :is(.sign, strong)").filter({ hasText: /\p{Script=Han}/u })).toHaveCount(0);
  const uscc = rows(kanyan).filter({ hasText: "uscc" });
  await expect(uscc).toContainText("unified social credit code");
  await expect(uscc.locator('[lang="zh-CN"]').first()).toHaveText("统一社会信用代码");
  for (const word of ["Social Credit", "统一社会信用代码"]) {
    await kanyan.locator("#kinds input").fill(word);
    await expect(rows(kanyan).filter({ hasNotText: word })).toHaveCount(0);
    await expect(uscc).toBeVisible();
    await expect.poll(() => rows(kanyan).count()).toBeLessThan(chinese);
  }
  await kanyan.locator("#kinds input").fill("nothing of the kind");
  await expect(kanyan.locator("#kinds .none")).toContainText("Nothing holds “nothing of the kind”");
  expect(await breaches(kanyan)).toEqual([]);
  await kanyan.keyboard.press("Escape");
  await kanyan.locator("#lang").click();
  await openList(kanyan);
  await expect(rows(kanyan).first().locator("strong")).toHaveText(/\p{Script=Han}/u);
});

test.describe("a narrow screen", () => {
  test.use({ viewport: { width: 360, height: 640 } });

  for (const lang of ["zh", "en"]) {
    test(`is filled, and nothing runs out at the side: ${lang}`, async ({ kanyan }) => {
      if (lang === "en") {
        await showTools(kanyan);
        await kanyan.locator("#lang").click();
      }
      await openList(kanyan);
      const box = (await dialog(kanyan).boundingBox())!;
      expect([box.x, box.y, box.width, box.height].map(Math.round)).toEqual([0, 0, 360, 640]);
      await expect.poll(() => outside(kanyan, "#kinds")).toEqual([]);
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `kinds-narrow-${lang}`);
    });
  }
});

test("what lies under it stays as it is", async ({ kanyan }) => {
  await paste(kanyan, "统一社会信用代码：911100000000000003");
  const content = await kanyan.locator(".cm-content").innerText();
  await openList(kanyan);
  await kanyan.keyboard.press("F8");
  await expect(kanyan.locator("#kinds input")).toBeFocused();
  await kanyan.keyboard.type("x");
  await kanyan.keyboard.press("Escape");
  await expect(dialog(kanyan)).toBeHidden();
  expect(await kanyan.locator(".cm-content").innerText()).toBe(content);
  await expect(kanyan.locator("#findings .item")).toHaveCount(1);
});
