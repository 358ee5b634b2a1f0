import { copyAll, expect, MOD, paste, replace, SAMPLE, test } from "./fixtures.ts";

/** Invented: no organisation has this code. Valid by both check characters; the second has two characters swapped. */
const GOOD = "52220104MJX3145789";
const BAD = "52220104MJX3145798";
const notice = (code: string) => `某某中心（统一社会信用代码${code}）遗失公章，声明作废。`;

const marks = (verdict: string) => `.cm-content .kn.${verdict}`;

test("the sample shows all four verdicts and the sign of exposure", async ({ kanyan }) => {
  await kanyan.locator("#sample").click();
  for (const sign of ["wrong", "doubtful", "plausible", "verified", "exposed"]) {
    await expect(kanyan.locator(marks(sign)).first(), sign).toBeVisible();
    await expect(kanyan.locator(`.count.${sign} .number`), sign).toHaveText(/^[1-9]\d*$/);
  }
  // The three mistakes, each where it is.
  for (const [sign, value] of [
    ["wrong", "91220104MA0Y7K3D96"],
    ["wrong", "2019年11月31日"],
    ["doubtful", "2201871979********"],
  ] as const)
    await expect(kanyan.locator(`.item.${sign}:not(.remark)`, { hasText: value })).toHaveCount(1);
});

test("no two verdicts share the shape of their line, and exposure has a line above", async ({ kanyan }) => {
  await kanyan.locator("#sample").click();
  await expect(kanyan.locator(".count.wrong .number")).toHaveText(/^[1-9]\d*$/);
  const shapes = await Promise.all(
    ["wrong", "doubtful", "plausible", "verified"].map((verdict) =>
      kanyan.locator(`.cm-content .kn.${verdict}`).first().evaluate((mark) => getComputedStyle(mark).textDecorationStyle),
    ),
  );
  expect(new Set(shapes).size).toBe(4);
  const above = await kanyan.locator(marks("exposed")).first().evaluate((mark) => getComputedStyle(mark).borderTopStyle);
  expect(above).toBe("double");
});

test("a paste is checked at once", async ({ kanyan }) => {
  await paste(kanyan, notice(GOOD));
  await expect(kanyan.locator(marks("verified"))).toHaveText(GOOD);
  await expect(kanyan.locator("#findings .note")).toContainText("没有查出问题");
  await replace(kanyan, notice(BAD));
  await expect(kanyan.locator(marks("wrong"))).toHaveText(BAD);
  await expect(kanyan.locator(".item.wrong:not(.remark)")).toContainText(BAD);
  await expect(kanyan.locator(".item.wrong:not(.remark) .message")).toBeVisible();
});

test("highlights are there when the paste is over, in the same task", async ({ kanyan }) => {
  const found = await kanyan.locator(".cm-content").evaluate((target, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    return target.querySelectorAll(".kn.wrong").length;
  }, notice(BAD));
  expect(found).toBe(1);
});

test.describe("typing, while the pause after which a number is judged never ends", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const { setTimeout } = window;
      window.setTimeout = ((run: () => void, after: number, ...more: unknown[]) => (after === 700 ? 0 : setTimeout(run, after, ...more))) as typeof window.setTimeout;
    });
  });

  test("a number is not judged before it is finished", async ({ kanyan }) => {
    await kanyan.keyboard.insertText("统一社会信用代码");
    await kanyan.keyboard.type(BAD);
    // The cursor is still in it.
    await expect(kanyan.locator(marks("pending"))).toHaveText(BAD);
    await expect(kanyan.locator(marks("wrong"))).toHaveCount(0);
    await expect(kanyan.locator(".item.rest:not(.remark)")).toContainText("输入中");
    await expect(kanyan.locator(".count.wrong .number")).toHaveText("0");
    // On: it is judged.
    await kanyan.keyboard.insertText("，声明作废");
    await expect(kanyan.locator(marks("wrong"))).toHaveText(BAD);
    await expect(kanyan.locator(marks("pending"))).toHaveCount(0);
    await expect(kanyan.locator(".count.wrong .number")).toHaveText("1");
  });

  test("the cursor or the focus leaving it is enough", async ({ kanyan }) => {
    for (const leave of [() => kanyan.keyboard.press("Home"), () => kanyan.locator("#day").focus()]) {
      await replace(kanyan, "统一社会信用代码");
      await kanyan.keyboard.type(BAD);
      await expect(kanyan.locator(marks("pending"))).toHaveText(BAD);
      await leave();
      await expect(kanyan.locator(marks("wrong"))).toHaveText(BAD);
    }
  });
});

test("typing: a pause is enough", async ({ kanyan }) => {
  await kanyan.keyboard.insertText("统一社会信用代码");
  await kanyan.keyboard.type(BAD);
  await expect(kanyan.locator(marks("wrong"))).toHaveText(BAD);
});

test("putting a number right and undoing it", async ({ kanyan }) => {
  await paste(kanyan, notice(BAD));
  const before = await copyAll(kanyan);
  await replace(kanyan, notice(GOOD));
  await expect(kanyan.locator(marks("verified"))).toHaveText(GOOD);
  await kanyan.keyboard.press(`${MOD}+z`);
  await expect(kanyan.locator(marks("wrong"))).toHaveText(BAD);
  expect(await copyAll(kanyan)).toBe(before);
});

test("a copy gives the text as it was pasted", async ({ kanyan }) => {
  for (const text of [SAMPLE, "  前后有空格  \n\n\n", "𠮷野家\u3000👨‍👩‍👧 ２２０１８２", "a\tb"]) {
    await replace(kanyan, text);
    expect(await copyAll(kanyan)).toBe(text);
  }
});

test("offsets agree after line ends of Windows and signs beyond the first plane", async ({ kanyan }) => {
  await paste(kanyan, `𠮷𠮷公司\r\n👍\r\n${notice(BAD)}\r\n${notice(GOOD)}`);
  await expect(kanyan.locator(marks("wrong"))).toHaveText(BAD);
  await expect(kanyan.locator(marks("verified"))).toHaveText(GOOD);
});

test("the day of publication is today, and changing it checks again", async ({ kanyan }) => {
  const day = kanyan.locator("#day");
  const today = await kanyan.evaluate(() => {
    const now = new Date();
    return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
  });
  await expect(day).toHaveValue(today);
  // Born in 1993: before that day nobody could have this number. Invented, valid by its check character.
  await paste(kanyan, "林某（身份证号220182199304182045）");
  await expect(kanyan.locator(marks("verified"))).toHaveCount(1);
  await day.fill("1992-01-01");
  await expect(kanyan.locator(marks("wrong"))).toHaveCount(1);
  await day.fill(today);
  await expect(kanyan.locator(marks("verified"))).toHaveCount(1);
});

test("a day half typed changes nothing, and an empty one goes back to today", async ({ kanyan }) => {
  const day = kanyan.locator("#day");
  const today = await day.inputValue();
  await day.fill("1992-01-01");
  await day.fill("");
  await kanyan.locator(".cm-content").focus();
  await expect(day).toHaveValue(today);
});

test("the sample replaces the text, and can be taken back", async ({ kanyan }) => {
  await paste(kanyan, notice(GOOD));
  await kanyan.locator("#sample").click();
  await expect(kanyan.locator("#trouble")).toContainText("Ctrl+Z");
  expect(await copyAll(kanyan)).toBe(SAMPLE);
  await kanyan.keyboard.press(`${MOD}+z`);
  expect(await copyAll(kanyan)).toBe(notice(GOOD));
  await expect(kanyan.locator("#trouble")).toBeHidden();
});

test("the counts are announced when they have settled", async ({ kanyan }) => {
  await paste(kanyan, notice(BAD));
  await expect(kanyan.locator("#status")).toHaveText("查到 1 个号码：有误 1；1 则公告，其中 1 则有问题。");
  await replace(kanyan, "没有号码的一段话。");
  await expect(kanyan.locator("#status")).toHaveText("没有查到号码。");
});

test("a text without numbers says so, and an empty one what to do", async ({ kanyan }) => {
  await paste(kanyan, "没有号码的一段话。");
  await expect(kanyan.locator("#findings .note")).toHaveText("这段文字里没有查到号码。");
  await kanyan.keyboard.press(`${MOD}+a`);
  await kanyan.keyboard.press("Delete");
  await expect(kanyan.locator("#findings .note")).toContainText("粘贴进来");
  await expect(kanyan.locator(".count.wrong .number")).toHaveText("–");
});

test("ten thousand findings stay usable", async ({ kanyan }) => {
  test.slow();
  const line = `${notice(BAD)}\n`;
  await paste(kanyan, line.repeat(10_000));
  await expect(kanyan.locator(".count.wrong .number")).toHaveText("10000");
  await expect(kanyan.locator("#findings .item")).toHaveCount(200);
  await kanyan.locator("#findings .more").click();
  await expect(kanyan.locator("#findings .item")).toHaveCount(400);
  await expect(kanyan.locator("#findings .item").nth(200)).toBeFocused();
  await kanyan.keyboard.press(`${MOD}+End`);
  await kanyan.locator(".cm-content").focus();
  await kanyan.keyboard.press(`${MOD}+End`);
  await kanyan.keyboard.type("，完");
  await expect(kanyan.locator(".cm-content")).toContainText("，完");
});
