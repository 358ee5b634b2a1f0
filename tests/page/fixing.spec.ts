import type { Locator, Page } from "@playwright/test";
import { breaches, copyAll, drawn, expect, isEnglish, MOD, outside, paste, picture, replace, scrolls, test } from "./fixtures.ts";

/** Invented: no organisation has this code. Valid by both check characters; the second has two characters swapped. */
const GOOD = "52220104MJX3145789";
const SWAPPED = "52220104MJX3145798";
/** The good one as it must not be written: full width, and a letter for the zero it looks like. */
const WIDE = "５２２２０１０４ＭＪＸ３１４５７８９";
const LETTER = "522201O4MJX3145789";
/** Invented identity numbers, valid by ISO 7064 MOD 11-2; the second ends in 10. */
const ID = "220182199304182045";
const ID_X = "22018219930418207X";
const MASKED = "220182********2045";
/** Invented: the date of issue and the identity number inside. */
const PHYSICIAN = `201922110${ID}`;
/** Invented, and its last digit does not compute. */
const CARD = "6222020200112230000";

const code = (value: string) => `某某中心（统一社会信用代码${value}）遗失公章，声明作废。`;
const person = (value: string) => `林某（身份证号${value}）遗失身份证，声明作废。`;
const FILL = "这一行没有号码，也不是公告。\n".repeat(40);

const marks = (sign: string) => `.cm-content .kn.${sign}`;
const details = (page: Page) => page.locator(".cm-tooltip.details");
const row = (page: Page, value: string) => page.locator("li.row").filter({ has: page.locator(".item:not(.remark) .value", { hasText: value }) });
const all = (page: Page, act: "fix" | "mask") => page.locator(`#bulk .all.${act}`);
const fix = { name: /^修正/ };
const mask = { name: /^脱敏/ };

/** Everything that ends up in the editor, with line ends as the page counts them. */
const text = async (page: Page) => (await copyAll(page)).replaceAll("\r\n", "\n");

/** Puts the cursor so many characters behind the start of the text. */
async function cursor(page: Page, at: number): Promise<void> {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+Home");
  for (let step = 0; step < at; step++) await page.keyboard.press("ArrowRight");
}

/** How many characters of the text are before the cursor. */
const before = (page: Page) =>
  page.evaluate(() => {
    const { focusNode, focusOffset } = getSelection()!;
    const range = document.createRange();
    range.setStart(document.querySelector(".cm-content")!, 0);
    range.setEnd(focusNode!, focusOffset);
    return range.toString().length;
  });

/** A press on the button of the row or of the details that does it. */
const press = async (where: Locator, button: typeof fix) => where.getByRole("button", button).click();

test.describe("put right", () => {
  test("from the details: the number, nothing else, and one step back", async ({ kanyan }) => {
    const pasted = `甲乙。${code(WIDE)}丙丁。`;
    await paste(kanyan, pasted);
    await row(kanyan, GOOD).locator(".item").click();
    await press(details(kanyan), fix);
    expect(await text(kanyan)).toBe(pasted.replace(WIDE, GOOD));
    await expect(kanyan.locator(marks("verified"))).toHaveText(GOOD);
    await expect(details(kanyan)).toHaveCount(0);
    await expect(kanyan.locator(".cm-content")).toBeFocused();
    await expect(all(kanyan, "fix")).toBeHidden();
    await kanyan.keyboard.press(`${MOD}+z`);
    expect(await text(kanyan)).toBe(pasted);
    await expect(all(kanyan, "fix")).toHaveText("全部修正 (1)");
  });

  test("from the details that a pointer opened", async ({ kanyan }) => {
    await paste(kanyan, code(LETTER));
    await kanyan.locator(".cm-content .kn", { hasText: LETTER }).hover();
    await press(kanyan.locator(".cm-tooltip-hover .details"), fix);
    await expect(kanyan.locator(marks("verified"))).toHaveText(GOOD);
    expect(await text(kanyan)).toBe(code(GOOD));
  });

  test("from the list: the focus stays there, and undo works from there too", async ({ kanyan }) => {
    const pasted = `${code(LETTER)}\n${code(SWAPPED)}`;
    await paste(kanyan, pasted);
    await row(kanyan, LETTER).getByRole("button", fix).focus();
    await kanyan.keyboard.press("Enter");
    await expect(kanyan.locator(marks("verified"))).toHaveText(GOOD);
    await expect(kanyan.locator("#findings .notices button:focus")).toHaveCount(1);
    await kanyan.keyboard.press(`${MOD}+z`);
    await expect(kanyan.locator(marks("verified"))).toHaveCount(0);
    await kanyan.keyboard.press(`${MOD}+y`);
    await expect(kanyan.locator(marks("verified"))).toHaveText(GOOD);
    await kanyan.keyboard.press(`${MOD}+z`);
    expect(await text(kanyan)).toBe(pasted);
  });

  test("by the key at the number: cursor and scroll stay, and it is told", async ({ kanyan }) => {
    const pasted = `${FILL}${code(WIDE)}\n${FILL}`;
    await paste(kanyan, pasted);
    await row(kanyan, GOOD).locator(".item").click();
    await expect(kanyan.locator(".cm-content .kn", { hasText: WIDE })).toBeInViewport();
    await kanyan.keyboard.press("ArrowLeft");
    for (let step = 0; step < 5; step++) await kanyan.keyboard.press("ArrowRight");
    const scroller = kanyan.locator(".cm-scroller");
    const place = await before(kanyan);
    await drawn(kanyan);
    const scrolled = await scroller.evaluate((element) => element.scrollTop);
    expect(scrolled).toBeGreaterThan(0);
    await kanyan.keyboard.press("ControlOrMeta+Enter");
    await expect(kanyan.locator(marks("verified"))).toHaveText(GOOD);
    expect(await before(kanyan)).toBe(place);
    await drawn(kanyan);
    expect(await scroller.evaluate((element) => element.scrollTop)).toBe(scrolled);
    await expect(kanyan.getByRole("status").filter({ hasText: "已修正 1 处（统一社会信用代码）" })).toBeVisible();
    // Until the text changes again.
    await kanyan.keyboard.press(`${MOD}+z`);
    await expect(kanyan.locator("#done")).toHaveText("");
    expect(await text(kanyan)).toBe(pasted);
  });

  test("the same key in the list", async ({ kanyan }) => {
    await paste(kanyan, code(LETTER));
    await row(kanyan, LETTER).locator(".item").focus();
    await kanyan.keyboard.press("ControlOrMeta+Enter");
    expect(await text(kanyan)).toBe(code(GOOD));
  });

  test("where there is nothing to put right the key says so, and does nothing", async ({ kanyan }) => {
    for (const [pasted, at, told] of [
      [code(GOOD), 20, "没有可以直接改的写法"],
      [code(GOOD), 1, "没有可以直接改的写法"],
      [code(SWAPPED), 20, "只有证照原件说了算"],
    ] as const) {
      await replace(kanyan, pasted);
      await cursor(kanyan, at);
      await kanyan.keyboard.press("ControlOrMeta+Enter");
      await expect(kanyan.locator("#done")).toContainText(told);
      expect(await text(kanyan)).toBe(pasted);
    }
    await cursor(kanyan, 20);
    await kanyan.keyboard.press("ControlOrMeta+Shift+Enter");
    await expect(kanyan.locator("#done")).toContainText("没有要脱敏的号码");
  });

  test("all at once is one step, and leaves alone what only the original tells", async ({ kanyan }) => {
    const pasted = [code(WIDE), code(SWAPPED), code(LETTER), person(ID_X.toLowerCase())].join("\n");
    await paste(kanyan, pasted);
    await expect(all(kanyan, "fix")).toHaveText("全部修正 (3)");
    await all(kanyan, "fix").click();
    await expect(kanyan.locator("#done")).toContainText("已修正 3 处");
    await expect(kanyan.locator(".cm-content")).toBeFocused();
    expect(await text(kanyan)).toBe([code(GOOD), code(SWAPPED), code(GOOD), person(ID_X)].join("\n"));
    await expect(all(kanyan, "fix")).toBeHidden();
    await kanyan.locator(".cm-content").focus();
    await kanyan.keyboard.press(`${MOD}+z`);
    expect(await text(kanyan)).toBe(pasted);
    await kanyan.keyboard.press(`${MOD}+Shift+z`);
    await expect(all(kanyan, "fix")).toBeHidden();
  });

  test("a thousand at once", async ({ kanyan }) => {
    await paste(kanyan, `${code(LETTER)}\n`.repeat(1000));
    await expect(all(kanyan, "fix")).toHaveText("全部修正 (1000)");
    await all(kanyan, "fix").click();
    await expect(kanyan.locator(".count.verified .number")).toHaveText("1000");
    expect(await text(kanyan)).toBe(`${code(GOOD)}\n`.repeat(1000));
    await kanyan.keyboard.press(`${MOD}+z`);
    expect(await text(kanyan)).toBe(`${code(LETTER)}\n`.repeat(1000));
  });
});

test.describe("compare", () => {
  test("both numbers one below the other, place under place, what differs in more than a colour, and no button", async ({ kanyan }) => {
    await paste(kanyan, code(SWAPPED));
    await row(kanyan, SWAPPED).locator(".item").click();
    const compare = details(kanyan).locator(".advice.compare");
    await expect(compare).toContainText("请与证照原件核对");
    await expect(compare).toContainText("第17至18位");
    await expect(compare.locator(".old")).toHaveText(SWAPPED);
    await expect(compare.locator(".may").first()).toHaveText(GOOD);
    await expect(compare.locator("button, a, input")).toHaveCount(0);
    await expect(details(kanyan).getByRole("button", fix)).toHaveCount(0);
    for (const [line, value] of [["old", "98"], ["may", "89"]] as const) {
      const differs = compare.locator(`.${line} .differs`);
      expect((await differs.allInnerTexts()).join("")).toBe(value);
      const look = await differs.first().evaluate((sign) => [getComputedStyle(sign).fontWeight, getComputedStyle(sign).textDecorationLine]);
      expect(look).toEqual(["700", "underline"]);
    }
    // The places stand under each other.
    const [old, may] = await compare.evaluate((advice) => ["old", "may"].map((line) => advice.querySelector(`.${line} .differs`)!.getBoundingClientRect().toJSON() as DOMRect));
    expect(Math.abs(old!.x - may!.x)).toBeLessThan(0.5);
    expect(old!.width).toBeCloseTo(may!.width, 1);
    // One press selects the number, to be copied.
    await compare.locator(".may").first().click();
    await expect.poll(() => kanyan.evaluate(() => getSelection()!.toString().trim())).toBe(GOOD);
    expect(await text(kanyan)).toBe(code(SWAPPED));
  });

  test("for readers of the screen: the sentence, and both numbers digit by digit", async ({ kanyan }) => {
    await paste(kanyan, code(SWAPPED));
    await cursor(kanyan, 20);
    await kanyan.evaluate(() => {
      const told = ((window as unknown as { told: string[] }).told = []) as string[];
      const region = document.querySelector('.cm-announced[aria-live="polite"]')!;
      new MutationObserver(() => told.push(region.textContent)).observe(region, { childList: true, subtree: true });
    });
    await kanyan.keyboard.press("Alt+Enter");
    await expect(details(kanyan)).toBeVisible();
    const told = () => kanyan.evaluate(() => (window as unknown as { told: string[] }).told[0] ?? "");
    await expect.poll(told).toContain("请与证照原件核对");
    expect(await told()).toContain(`原文 ${[...SWAPPED].join(" ")}，可能 ${[...GOOD].join(" ")}`);
    // In the details the drawn numbers are for the eye alone.
    const compare = details(kanyan).locator(".advice.compare");
    await expect(compare.locator(".pair")).toHaveAttribute("aria-hidden", "true");
    await expect(compare.locator(".unseen")).toHaveText(`原文 ${[...SWAPPED].join(" ")}，可能 ${[...GOOD].join(" ")}`);
    // What a key does is told with the number.
    await replace(kanyan, person(ID));
    await cursor(kanyan, 10);
    await kanyan.keyboard.press("Alt+Enter");
    await expect.poll(() => kanyan.evaluate(() => (window as unknown as { told: string[] }).told.join())).toContain("按 Ctrl+Shift+Enter 脱敏");
  });

  test("in the list it unfolds, by pointer and by keyboard, and stays while one types elsewhere", async ({ kanyan }) => {
    await paste(kanyan, `${code(SWAPPED)}\n${FILL}`);
    const own = row(kanyan, SWAPPED);
    const unfold = own.getByRole("button", { name: /^对照/ });
    await expect(unfold).toHaveAttribute("aria-expanded", "false");
    await own.locator(".item").focus();
    await kanyan.keyboard.press("ArrowRight");
    await expect(unfold).toBeFocused();
    await kanyan.keyboard.press("Enter");
    await expect(unfold).toHaveAttribute("aria-expanded", "true");
    await expect(unfold).toBeFocused();
    await expect(own.locator(".pair .may").first()).toHaveText(GOOD);
    await expect(own.locator(".acts .details")).toContainText("请与证照原件核对");
    await expect(own.locator(".acts .details button")).toHaveCount(0);
    await kanyan.keyboard.press("ArrowLeft");
    await expect(own.locator(".item")).toBeFocused();
    // Tab too leads from a row to its buttons.
    await kanyan.keyboard.press("Tab");
    await expect(unfold).toBeFocused();
    await kanyan.locator(".cm-content").focus();
    await kanyan.keyboard.press("ControlOrMeta+End");
    await kanyan.keyboard.type("完");
    await expect(own.locator(".pair").first()).toBeVisible();
    await unfold.click();
    await expect(own.locator(".pair")).toHaveCount(0);
    expect(await text(kanyan)).toBe(`${code(SWAPPED)}\n${FILL}完`);
  });

  test("where nothing can be suggested, how many places there are to look at", async ({ kanyan }) => {
    await paste(kanyan, `林某银行卡${CARD}遗失，声明作废。`);
    await expect(row(kanyan, CARD).locator(".nowhere")).toContainText("原件核对");
    await row(kanyan, CARD).locator(".item").click();
    await expect(details(kanyan).locator(".nowhere")).toContainText(/\d+处/);
    await expect(details(kanyan).locator(".compare")).toHaveCount(0);
  });

  test("a number that is being typed gets no advice yet", async ({ page, kanyan }) => {
    await page.evaluate(() => {
      const { setTimeout } = window;
      window.setTimeout = ((run: () => void, after: number, ...more: unknown[]) => (after === 700 ? 0 : setTimeout(run, after, ...more))) as typeof window.setTimeout;
    });
    await kanyan.keyboard.insertText("统一社会信用代码");
    await kanyan.keyboard.type(LETTER);
    await expect(kanyan.locator(marks("pending"))).toHaveText(LETTER);
    await expect(kanyan.locator(".acts")).toHaveCount(0);
    await expect(kanyan.locator("#bulk")).toBeHidden();
    await kanyan.keyboard.press("Home");
    await expect(row(kanyan, LETTER).getByRole("button", fix)).toBeVisible();
  });
});

test.describe("mask", () => {
  test("one from the details, with the ground; it stays a finding", async ({ kanyan }) => {
    const pasted = `甲乙。${person(ID)}丙丁。`;
    await paste(kanyan, pasted);
    await expect(kanyan.locator(".count.exposed .number")).toHaveText("1");
    await row(kanyan, ID).locator(".item").click();
    await expect(details(kanyan)).toContainText("个人信息保护法");
    await press(details(kanyan), mask);
    expect(await text(kanyan)).toBe(pasted.replace(ID, MASKED));
    await expect(row(kanyan, MASKED)).toHaveCount(1);
    await expect(kanyan.locator(".cm-content .kn", { hasText: MASKED })).toHaveCount(1);
    await expect(kanyan.locator(".count.exposed .number")).toHaveText("0");
    await expect(kanyan.locator("#bulk")).toBeHidden();
    await kanyan.locator(".cm-content").focus();
    await kanyan.keyboard.press(`${MOD}+z`);
    expect(await text(kanyan)).toBe(pasted);
    await expect(kanyan.locator(".count.exposed .number")).toHaveText("1");
  });

  test("one from the list, where the ground unfolds", async ({ kanyan }) => {
    await paste(kanyan, person(ID));
    const own = row(kanyan, ID);
    await own.getByRole("button", { name: "依据" }).click();
    await expect(own.locator(".acts .details")).toContainText("个人信息保护法");
    await press(own, mask);
    expect(await text(kanyan)).toBe(person(MASKED));
    await expect(kanyan.locator("#done")).toContainText("已脱敏 1 处");
  });

  test("one by the key, in the text and in the list", async ({ kanyan }) => {
    await paste(kanyan, person(ID));
    await cursor(kanyan, 12);
    const place = await before(kanyan);
    await kanyan.keyboard.press("ControlOrMeta+Shift+Enter");
    await expect(row(kanyan, MASKED)).toHaveCount(1);
    expect(await before(kanyan)).toBe(place);
    await kanyan.keyboard.press(`${MOD}+z`);
    await row(kanyan, ID).locator(".item").focus();
    await kanyan.keyboard.press("ControlOrMeta+Shift+Enter");
    expect(await text(kanyan)).toBe(person(MASKED));
  });

  test("all at once is one step; inside a certificate only the number of the person", async ({ kanyan }) => {
    const lines = (one: string, two: string) => [person(one), `林某将编号为${two}的医师资格证书遗失，声明作废。`, code(GOOD)].join("\n");
    const pasted = lines(ID, PHYSICIAN);
    await paste(kanyan, pasted);
    await expect(all(kanyan, "mask")).toHaveText("全部脱敏 (2)");
    await all(kanyan, "mask").click();
    await expect(kanyan.locator("#done")).toContainText("已脱敏 2 处");
    await expect(kanyan.locator(".count.exposed .number")).toHaveText("0");
    const masked = await text(kanyan);
    expect(masked).toBe(lines(MASKED, PHYSICIAN.replace(ID, MASKED)));
    expect(masked.length).toBe(pasted.length);
    await kanyan.locator(".cm-content").focus();
    await kanyan.keyboard.press(`${MOD}+z`);
    expect(await text(kanyan)).toBe(pasted);
  });

  test("one that is wrong is left out of all, and asked for twice; masked, it stays what it was, and undo takes all back", async ({ kanyan }) => {
    const wrong = `${ID.slice(0, -1)}6`;
    const hidden = "220182********2046";
    const pasted = `${person(ID)}\n\n${person(wrong)}`;
    await paste(kanyan, pasted);
    await expect(all(kanyan, "mask")).toHaveText("全部脱敏 (1)");
    await all(kanyan, "mask").click();
    expect(await text(kanyan)).toBe(`${person(MASKED)}\n\n${person(wrong)}`);
    // What is left is told, and offered for itself.
    const rest = kanyan.locator("#bulk .all.rest");
    await expect(rest).toHaveText("有误的也脱敏 (1)");
    await rest.click();
    await expect(kanyan.locator("#done")).toContainText("再按一次");
    expect(await text(kanyan)).toContain(wrong);
    // The details warn before anything is pressed; their button asks as well.
    await row(kanyan, wrong).locator(".item").click();
    await expect(details(kanyan).locator(".warning")).toContainText("请先核对改正");
    await kanyan.keyboard.press("Escape");
    await rest.click();
    expect(await text(kanyan)).toBe(`${person(MASKED)}\n\n${person(hidden)}`);
    await expect(kanyan.locator(".count.wrong .number")).toHaveText("1");
    await expect(kanyan.locator(marks("wrong"))).toHaveText(hidden);
    await expect(row(kanyan, hidden)).toContainText("脱敏前：第18位校验码");
    await expect(row(kanyan, hidden)).toContainText("已脱敏");
    await expect(kanyan.locator("#bulk")).toBeHidden();
    await kanyan.keyboard.press(`${MOD}+z`);
    await kanyan.keyboard.press(`${MOD}+z`);
    expect(await text(kanyan)).toBe(pasted);
    await expect(row(kanyan, wrong)).not.toContainText("脱敏前");
  });

  test("by its key, a wrong one is masked at the second press", async ({ kanyan }) => {
    const wrong = `${ID.slice(0, -1)}6`;
    await paste(kanyan, person(wrong));
    await row(kanyan, wrong).locator(".item").focus();
    await kanyan.keyboard.press("ControlOrMeta+Shift+Enter");
    await expect(kanyan.locator("#done")).toContainText("再按一次");
    expect(await text(kanyan)).toBe(person(wrong));
    await row(kanyan, wrong).locator(".item").focus();
    await kanyan.keyboard.press("ControlOrMeta+Shift+Enter");
    expect(await text(kanyan)).toBe(person("220182********2046"));
    await expect(kanyan.locator(".count.wrong .number")).toHaveText("1");
  });

  test("fixed and masked, each for itself", async ({ kanyan }) => {
    await paste(kanyan, person(ID_X.toLowerCase()));
    await expect(all(kanyan, "fix")).toHaveText("全部修正 (1)");
    await expect(all(kanyan, "mask")).toHaveText("全部脱敏 (1)");
    await all(kanyan, "fix").click();
    await all(kanyan, "mask").click();
    expect(await text(kanyan)).toBe(person("220182********207X"));
    await kanyan.locator(".cm-content").focus();
    await kanyan.keyboard.press(`${MOD}+z`);
    expect(await text(kanyan)).toBe(person(ID_X));
  });
});

test("by keyboard alone: to the number, into its details, the button, and out again", async ({ kanyan }) => {
  await paste(kanyan, person(ID));
  await kanyan.keyboard.press("F8");
  await expect(details(kanyan)).toBeVisible();
  const button = details(kanyan).getByRole("button", mask);
  await kanyan.keyboard.press("Tab");
  await expect(button).toBeFocused();
  expect(await button.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid");
  await kanyan.keyboard.press("Escape");
  await expect(details(kanyan)).toHaveCount(0);
  await expect(kanyan.locator(".cm-content")).toBeFocused();
  // The key that opens them leads into them when they are open.
  await kanyan.keyboard.press("Alt+Enter");
  await kanyan.keyboard.press("Alt+Enter");
  await expect(button).toBeFocused();
  await kanyan.keyboard.press("Enter");
  await expect(row(kanyan, MASKED)).toHaveCount(1);
  await expect(kanyan.locator(".cm-content")).toBeFocused();
});

test("the keys are told in the page, in the details and to readers of the screen", async ({ kanyan }) => {
  await expect(kanyan.locator("#keys")).toContainText("Ctrl+Enter 修正");
  await expect(kanyan.locator("#keys")).toContainText("Ctrl+Shift+Enter 脱敏");
  await paste(kanyan, person(ID_X.toLowerCase()));
  await row(kanyan, ID_X.toLowerCase()).locator(".item").click();
  await expect(details(kanyan).locator("kbd")).toHaveText(["Ctrl+Enter", "Ctrl+Shift+Enter"]);
  await expect(details(kanyan).getByRole("button", fix)).toHaveAttribute("aria-keyshortcuts", "Control+Enter");
});

const EVERYTHING = [code(WIDE), code(SWAPPED), code(LETTER), person(ID), `林某银行卡${CARD}遗失，声明作废。`].join("\n\n");

for (const colorScheme of ["light", "dark"] as const) {
  for (const lang of ["zh", "en"] as const) {
    test(`${colorScheme}, ${lang}: within the rules for everybody, and in no other language`, async ({ page, kanyan }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await paste(kanyan, EVERYTHING);
      if (lang === "en") await kanyan.locator("#lang").click();
      await row(kanyan, SWAPPED).locator(".act.unfold").click();
      await row(kanyan, ID).locator(".act.unfold").click();
      await row(kanyan, LETTER).locator(".item").click();
      await expect(details(kanyan).locator(".act")).toHaveCount(1);
      await expect(details(kanyan)).toBeInViewport();
      expect(await breaches(kanyan)).toEqual([]);
      await row(kanyan, SWAPPED).locator(".item").click();
      await expect(details(kanyan).locator(".pair").first()).toBeInViewport();
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `compare-${colorScheme}-${lang}`);
      await row(kanyan, ID).locator(".item").click();
      await expect(details(kanyan).locator(".act.mask")).toBeInViewport();
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `mask-${colorScheme}-${lang}`);
      if (lang === "en")
        for (const part of ["#bulk", ".acts", ".advice", "#keys"]) await isEnglish(kanyan.locator(part));
      await all(kanyan, "mask").click();
      await expect(kanyan.locator("#done")).toBeVisible();
      expect(await breaches(kanyan)).toEqual([]);
      // The page itself never scrolls: its parts do.
      await expect.poll(() => scrolls(kanyan)).toEqual([0, 0]);
    });
  }
}

test.describe("a narrow screen", () => {
  test.use({ viewport: { width: 360, height: 640 } });

  for (const lang of ["zh", "en"] as const) {
    test(`${lang}: everything fits, and the tools are behind a button`, async ({ kanyan }) => {
      await paste(kanyan, EVERYTHING);
      const menu = kanyan.locator("#menu");
      const tools = kanyan.locator("#tools");
      await expect(tools).toBeHidden();
      await menu.click();
      await expect(menu).toHaveAttribute("aria-expanded", "true");
      await expect(tools).toBeVisible();
      const box = (await tools.boundingBox())!;
      expect(box.x).toBeGreaterThan(-1);
      expect(box.x + box.width).toBeLessThan(361);
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `menu-narrow-${lang}`);
      if (lang === "en") await kanyan.locator("#lang").click();
      await kanyan.keyboard.press("Escape");
      await expect(tools).toBeHidden();
      await expect(menu).toBeFocused();

      await row(kanyan, SWAPPED).locator(".item").click();
      await expect(details(kanyan)).toBeInViewport();
      await drawn(kanyan);
      for (const part of [details(kanyan), all(kanyan, "fix"), all(kanyan, "mask"), menu]) {
        const { x, width } = (await part.boundingBox())!;
        expect(x).toBeGreaterThan(-1);
        expect(x + width).toBeLessThan(361);
      }
      // The number keeps to one line.
      const line = (await details(kanyan).locator(".pair .old").first().boundingBox())!;
      expect(line.height).toBeLessThan(40);
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `compare-narrow-${lang}`);
      await kanyan.keyboard.press("Escape");
      await row(kanyan, SWAPPED).locator(".act.unfold").click();
      await expect(row(kanyan, SWAPPED).locator(".pair").first()).toBeInViewport();
      await picture(kanyan, `compare-list-narrow-${lang}`);
      await all(kanyan, "mask").click();
      await expect(kanyan.locator("#done")).toBeVisible();
      await expect.poll(() => scrolls(kanyan)).toEqual([0, 0]);
      await expect.poll(() => outside(kanyan)).toEqual([]);
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `masked-narrow-${lang}`);
    });
  }

  test("the menu closes when something else is pressed or focused, and its tools work", async ({ kanyan }) => {
    const tools = kanyan.locator("#tools");
    await kanyan.locator("#menu").click();
    await kanyan.locator(".cm-content").click();
    await expect(tools).toBeHidden();
    await kanyan.locator("#menu").click();
    await kanyan.locator("#sample").click();
    await expect(tools).toBeHidden();
    await expect(kanyan.locator("#findings .item").first()).toBeVisible();
    await kanyan.locator("#menu").focus();
    await kanyan.keyboard.press("Enter");
    await kanyan.keyboard.press("Tab");
    await expect(kanyan.locator("#day")).toBeFocused();
  });
});
