import { breaches, drawn, expect, isEnglish, outside, picture, scrolls, showTools, test } from "./fixtures.ts";

test("empty: what to do, what the signs mean, and that nothing leaves the computer", async ({ kanyan }) => {
  await expect(kanyan.locator(".cm-placeholder")).toHaveText("把声明、公告的文字粘贴到这里");
  await expect(kanyan.locator("#findings .note")).toContainText("粘贴进来");
  await expect(kanyan.locator("#findings .legend dt")).toHaveCount(6);
  await expect(kanyan.locator("footer")).toContainText("不上传、不保存");
  await expect(kanyan.locator(".cm-content")).toBeFocused();
  expect(await breaches(kanyan)).toEqual([]);
  await picture(kanyan, "empty");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("the checked sample, and its details", async ({ kanyan }) => {
      await kanyan.locator("#sample").click();
      await expect(kanyan.locator("#findings .item").first()).toBeVisible();
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `sample-${colorScheme}`);
      await kanyan.keyboard.press("F8");
      await expect(kanyan.locator(".cm-tooltip.details")).toBeInViewport();
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `details-${colorScheme}`);
    });

    test("the search panel", async ({ kanyan }) => {
      await kanyan.locator("#sample").click();
      await kanyan.keyboard.press("ControlOrMeta+f");
      await expect(kanyan.getByRole("textbox", { name: "查找" })).toBeFocused();
      await kanyan.keyboard.type("声明作废");
      await expect(kanyan.getByRole("textbox", { name: "查找" })).toHaveValue("声明作废");
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `search-${colorScheme}`);
      await kanyan.keyboard.press("Escape");
      await expect(kanyan.locator(".cm-search")).toHaveCount(0);
    });
  });
}

test.describe("a narrow screen", () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test("shows the list below the text, and nothing runs out at the side", async ({ kanyan }) => {
    await showTools(kanyan);
    await kanyan.locator("#sample").click();
    const text = (await kanyan.locator("#text").boundingBox())!;
    const list = (await kanyan.locator("#findings").boundingBox())!;
    expect(list.y).toBeGreaterThanOrEqual(text.y + text.height);
    expect(text.height).toBeGreaterThan(200);
    expect(list.height).toBeGreaterThan(120);
    await expect.poll(() => scrolls(kanyan)).toEqual([0, 0]);
    await expect.poll(() => outside(kanyan)).toEqual([]);
    await picture(kanyan, "narrow");
    await kanyan.locator("#findings .item").first().click();
    await expect(kanyan.locator(".cm-tooltip.details")).toBeInViewport();
    await drawn(kanyan);
    const details = (await kanyan.locator(".cm-tooltip.details").boundingBox())!;
    expect(details.x).toBeGreaterThan(-1);
    expect(details.x + details.width).toBeLessThan(361);
    expect(await breaches(kanyan)).toEqual([]);
    await picture(kanyan, "narrow-details");
  });
});

test("the theme follows the system, and the switch", async ({ kanyan }) => {
  const ground = () => kanyan.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  await kanyan.emulateMedia({ colorScheme: "light" });
  await expect(kanyan.locator("#theme")).toHaveText("深色");
  const light = await ground();
  await kanyan.emulateMedia({ colorScheme: "dark" });
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();
  await expect(kanyan.locator("#theme")).toHaveText("浅色");
  await kanyan.locator("#theme").click();
  await expect.poll(ground).toBe(light);
  await expect(kanyan.locator("#theme")).toHaveText("深色");
  await kanyan.emulateMedia({ colorScheme: "light" });
  await kanyan.locator("#theme").click();
  await expect.poll(ground).toBe(dark);
});

test("the language switch changes every word, and the words of the findings", async ({ kanyan }) => {
  const html = kanyan.locator("html");
  await kanyan.locator("#sample").click();
  await expect(html).toHaveAttribute("lang", "zh-CN");
  const first = kanyan.locator("#findings .item").first();
  const chinese = await first.innerText();
  await kanyan.locator("#lang").click();
  await expect(html).toHaveAttribute("lang", "en");
  await expect(kanyan).toHaveTitle(/Kanyan/);
  await expect.poll(() => first.innerText()).not.toBe(chinese);
  for (const part of [".bar h1", ".counts", ".filter", ".fold .head", ".fold .size", "footer", "#findings .kind"]) await isEnglish(kanyan.locator(part));
  // Titles and names are the text's own, and said to be Chinese.
  for (const about of await kanyan.locator(".fold .about").all()) await expect(about).toHaveAttribute("lang", "zh-CN");
  await picture(kanyan, "english");
  await kanyan.locator("#lang").click();
  await expect(html).toHaveAttribute("lang", "zh-CN");
  await expect.poll(() => first.innerText()).toBe(chinese);
});

test("a language switch leaves text, cursor and open details where they are", async ({ kanyan }) => {
  await kanyan.locator("#sample").click();
  await kanyan.keyboard.press("F8");
  const details = kanyan.locator(".cm-tooltip.details");
  const value = await details.locator(".value").innerText();
  const chinese = await details.innerText();
  await kanyan.locator("#lang").click();
  await expect(details.locator(".value")).toHaveText(value);
  await expect.poll(() => details.innerText()).not.toBe(chinese);
});
