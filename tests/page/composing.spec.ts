import type { Page } from "@playwright/test";
import { copyAll, expect, past, paste, test } from "./fixtures.ts";

/** Composes like a pinyin input method: each step shows more letters, then the chosen characters take their place. */
async function compose(page: Page, steps: string[], chosen: string, during?: () => Promise<void>): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  for (const text of steps) {
    await browser.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await during?.();
  }
  await browser.send("Input.insertText", { text: chosen });
}

const CODE = "52220104MJX3145798";
const STEPS = ["y", "yi", "yi s", "yi sh", "yi shi"];

test("composes into an empty text", async ({ kanyan }) => {
  await compose(kanyan, STEPS, "遗失");
  await compose(kanyan, ["s", "sh", "sheng m", "sheng ming"], "声明");
  expect(await copyAll(kanyan)).toBe("遗失声明");
});

test("nothing is redrawn while it composes beside a number, and all is checked after", async ({ kanyan }) => {
  await paste(kanyan, `某某中心（统一社会信用代码${CODE}）`);
  const mark = kanyan.locator(".cm-content .kn.wrong");
  await expect(mark).toHaveText(CODE);
  // Between the number and its bracket, where every letter could belong to the number.
  await kanyan.keyboard.press("ArrowLeft");

  await kanyan.evaluate(() => {
    const page = window as unknown as { redrawn: string[] };
    page.redrawn = [];
    new MutationObserver((changes) => {
      for (const { target, addedNodes, removedNodes } of changes) {
        const marks = [...addedNodes, ...removedNodes].filter((node) => node instanceof Element && node.matches(".kn, .kn *"));
        if (marks.length > 0) page.redrawn.push((target as Element).className);
      }
    }).observe(document.querySelector(".cm-content")!, { childList: true, subtree: true });
    new MutationObserver(() => page.redrawn.push("list")).observe(document.querySelector("#findings")!, { childList: true, subtree: true, characterData: true });
  });
  await compose(kanyan, STEPS, "遗失", async () => {
    // Longer than any pause after which the page would otherwise check.
    await past(kanyan, 350);
    expect(await kanyan.evaluate(() => (window as unknown as { redrawn: string[] }).redrawn)).toEqual([]);
  });
  expect(await copyAll(kanyan)).toBe(`某某中心（统一社会信用代码${CODE}遗失）`);
  await expect(mark).toHaveText(CODE);
  await expect(kanyan.locator(".item.wrong:not(.remark)")).toContainText(CODE);
});

test("what was composed is checked", async ({ kanyan }) => {
  await kanyan.keyboard.insertText("统一社会信用代码");
  await compose(kanyan, ["5", "52"], `${CODE}，`);
  await expect(kanyan.locator(".cm-content .kn.wrong")).toHaveText(CODE);
});

test("undo takes a composition back as a whole", async ({ kanyan }) => {
  await paste(kanyan, "甲。");
  // As after a pause: whoever moves the cursor begins another step.
  await kanyan.keyboard.press("ArrowLeft");
  await kanyan.keyboard.press("ArrowRight");
  await compose(kanyan, STEPS, "遗失");
  await kanyan.keyboard.press("ControlOrMeta+z");
  expect(await copyAll(kanyan)).toBe("甲。");
});
