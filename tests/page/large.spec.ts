import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { breaches, copyAll, drawn, expect, MOD, open, past, paste, picture, test } from "./fixtures.ts";

const marked = readFileSync(join(__dirname, "../corpus/page.txt"), "utf8");
const PAGE = marked.replace(/⟦([^⟧]*)\|[^|⟧]*⟧/g, "$1");
/** So many pages make 10 MB of UTF-8. */
const PAGES = Math.ceil(10_000_000 / Buffer.byteLength(PAGE));

/** Invented; the second code has two characters swapped. */
const GOOD = "52220104MJX3145789";
const BAD = "52220104MJX3145798";
const notice = (code: string) => `某某中心（统一社会信用代码${code}）遗失公章，声明作废。\n`;

const wrong = (page: Page) => page.locator(".count.wrong .number");

/** Counts the workers, those that are alive too, and holds the answers of all back until told to let them go. */
function holdable(): void {
  const page = window as unknown as { started: number; alive: number; hold: boolean; release: () => void };
  page.started = 0;
  page.alive = 0;
  page.hold = false;
  const waiting: (() => void)[] = [];
  page.release = () => {
    page.hold = false;
    for (const go of waiting.splice(0)) go();
  };
  window.Worker = class extends Worker {
    #ended = false;
    constructor(address: string | URL) {
      super(address);
      page.started++;
      page.alive++;
      this.addEventListener("message", (event) => {
        if (!page.hold) return;
        event.stopImmediatePropagation();
        waiting.push(() => this.dispatchEvent(new MessageEvent("message", { data: event.data })));
      });
    }
    override terminate(): void {
      super.terminate();
      if (!this.#ended) page.alive--;
      this.#ended = true;
    }
  };
}

const hold = (page: Page) => page.evaluate(() => ((window as unknown as { hold: boolean }).hold = true));
const release = (page: Page) => page.evaluate(() => (window as unknown as { release: () => void }).release());
const alive = (page: Page) => page.evaluate(() => (window as unknown as { alive: number }).alive);

test.beforeEach(async ({ page, address, watch }) => {
  await page.addInitScript(holdable);
  await open(page, address);
  // The worker in which the engine is run in is none of those that are counted.
  await page.waitForFunction(() => {
    const { started, alive } = window as unknown as { started: number; alive: number };
    return started > 0 && alive === 0;
  });
  watch.requests.length = 0;
});

test("10 MB are checked beside the page, to the same result, and scroll", async ({ page }) => {
  test.slow();
  await page.locator(".cm-content").evaluate(
    (target, [text, count]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text.repeat(count));
      target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [`${PAGE}\n`, PAGES] as const,
  );
  // As many as there are marked in one page, times the pages.
  const numbers = [...marked.matchAll(/\|[^|⟧]*\bverified\b[^|⟧]*⟧/g)].length * PAGES;
  await expect(page.locator(".count.verified .number")).toHaveText(String(numbers));
  await expect.poll(() => alive(page)).toBe(0);
  await expect(page.locator("#progress")).toBeHidden();
  await expect(page.locator("#findings .item")).toHaveCount(200);
  for (const share of [0.5, 1, 0.1]) {
    const scroller = page.locator(".cm-scroller");
    await scroller.evaluate((scroller, share) => (scroller.scrollTop = scroller.scrollHeight * share), share);
    // There are whole columns without a number: on to the next one, upwards.
    await expect
      .poll(
        async () => {
          await scroller.evaluate((scroller) => scroller.scrollBy(0, -scroller.clientHeight));
          await drawn(page);
          return page.locator(".cm-content .kn.verified").count();
        },
        { intervals: [50] },
      )
      .toBeGreaterThan(0);
  }
});

test("what the worker finds is what the page finds", async ({ page }) => {
  // Just below the border it is checked in the page, above it beside.
  const text = notice(BAD) + notice(GOOD);
  const told = async () => [await wrong(page).innerText(), await page.locator("#findings").innerText()];
  await paste(page, text);
  await expect(wrong(page)).toHaveText("1");
  const here = await told();
  await hold(page);
  await page.locator(".cm-content").press(`${MOD}+End`);
  await paste(page, "\n".repeat(60_000));
  await page.locator(".cm-content").press(`${MOD}+Home`);
  // What the page found is gone before the worker answers.
  await expect(wrong(page)).toHaveText("–");
  await release(page);
  await expect(wrong(page)).toHaveText("1");
  await expect.poll(told).toEqual(here);
});

test("a large check shows how long it takes and can be cancelled; the next change checks again", async ({ page }, info) => {
  await hold(page);
  const text = notice(BAD).repeat(4000);
  await paste(page, text);
  const line = page.locator("#progress");
  await expect(line).toBeVisible();
  await expect(line).toContainText("正在检查");
  await expect(line).toContainText(/[1-9] 秒/);
  expect(await breaches(page)).toEqual([]);
  await picture(page, `large-${info.project.name}`);
  await expect(wrong(page)).toHaveText("–");
  await expect.poll(() => alive(page)).toBe(1);
  await line.getByRole("button", { name: "取消" }).click();
  await expect(line).toBeHidden();
  await expect(page.locator("#trouble")).toContainText("已取消");
  await expect.poll(() => alive(page)).toBe(0);
  await release(page);
  await past(page, 300);
  await expect(wrong(page)).toHaveText("–");

  await page.locator(".cm-content").focus();
  await page.keyboard.insertText("完");
  await expect(wrong(page)).toHaveText("4000");
  await expect(page.locator("#trouble")).toBeHidden();
});

test("a change of the text ends the check of what it was before", async ({ page }) => {
  await hold(page);
  await paste(page, notice(BAD).repeat(4000));
  await expect.poll(() => alive(page)).toBe(1);
  await expect(page.locator("#progress")).toBeVisible();
  await page.locator(".cm-content").press(`${MOD}+a`);
  await paste(page, notice(GOOD));
  await expect(page.locator(".count.verified .number")).toHaveText("1");
  await expect(page.locator("#progress")).toBeHidden();
  await expect.poll(() => alive(page)).toBe(0);
  await release(page);
  await past(page, 300);
  await expect(wrong(page)).toHaveText("0");
});

test("while it runs, one can type, and nothing of it is lost", async ({ page }) => {
  await hold(page);
  const text = notice(GOOD).repeat(10_000);
  await paste(page, text);
  await page.locator(".cm-content").press(`${MOD}+Home`);
  await page.keyboard.type("abc");
  await release(page);
  await expect(page.locator(".count.verified .number")).toHaveText("10000");
  await expect(page.locator(".cm-content .kn.verified").first()).toHaveText(GOOD);
  expect(await copyAll(page)).toBe(`abc${text}`);
});

test("without workers it is checked in the page", async ({ page, address, watch }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
  await open(page, address);
  watch.requests.length = 0;
  await paste(page, notice(BAD).repeat(4000));
  await expect(wrong(page)).toHaveText("4000");
});
