import type { Page } from "@playwright/test";
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { breaches, expect, isEnglish, MOD, outside, paste, picture, replace, scrolls, showTools, test } from "./fixtures.ts";
import { bytesOf } from "./making/bytes.ts";
import { drop } from "./making/drop.ts";

/** Invented: no organisation has this code, which is valid by both check characters; then with a letter for a zero, and with two characters swapped. */
const GOOD = "52220104MJX3145789";
const LETTER = "522201O4MJX3145789";
const SWAPPED = "52220104MJX3145798";
/** An invented identity number, valid by ISO 7064 MOD 11-2; as it is masked. */
const ID = "220182199304182045";
const MASKED = "220182********2045";
const TEXT = [LETTER, SWAPPED].map((code) => `某某中心（统一社会信用代码${code}）遗失公章，声明作废。`).join("\n") + `\n林某（身份证号${ID}）遗失身份证，声明作废。`;
/** What it is after one fix and one mask. */
const AFTER = TEXT.replace(LETTER, GOOD).replace(ID, MASKED);

const row = (page: Page, value: string) => page.locator("li.row").filter({ has: page.locator(".item:not(.remark) .value", { hasText: value }) });
const tick = (page: Page, value: string) => row(page, value).getByRole("checkbox", { name: /^已与原件核对/ });
const opener = (page: Page) => page.getByRole("button", { name: "导出" });
const menu = (page: Page) => page.getByRole("menu", { name: "导出" });
const choice = (page: Page, name: string) => page.getByRole("menuitem", { name: new RegExp(`^${name.replace(/[()（）]/g, ".")}`) });

/** A text with a number put right, one masked, one compared with its original. */
async function handled(page: Page): Promise<void> {
  await paste(page, TEXT);
  await expect(row(page, SWAPPED)).toBeVisible();
  await page.locator("#bulk .all.fix").click();
  await expect(row(page, GOOD)).toBeVisible();
  await page.locator("#bulk .all.mask").click();
  await expect(row(page, MASKED)).toBeVisible();
  await tick(page, SWAPPED).check();
}

/** What was printed, page by page, without blanks. */
async function printed(page: Page, name: string): Promise<string> {
  const folder = join(__dirname, "artefacts");
  mkdirSync(folder, { recursive: true });
  const pdf = await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true });
  const { getDocument } = await import(pathToFileURL(join(__dirname, "../../www/node_modules/pdfjs-dist/legacy/build/pdf.mjs")).href);
  const read = await getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: true }).promise;
  let text = "";
  for (let number = 1; number <= read.numPages; number++) {
    const { items } = (await (await read.getPage(number)).getTextContent()) as { items: { str: string }[] };
    text += items.map(({ str }) => str).join("");
  }
  // Fonts draw some characters and the radicals that look like them by the same picture.
  return text.replace(/\s/g, "").replace(/[\u2f00-\u2fd5]/g, (radical) => radical.normalize("NFKC")).replace(/[⻅⻚]/g, (radical) => (radical === "⻅" ? "见" : "页"));
}

async function saved(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  await opener(page).click();
  const [download] = await Promise.all([page.waitForEvent("download"), choice(page, name).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Copies by the menu, and pastes into a field of its own. */
async function copied(page: Page, name: string): Promise<{ html: string; plain: string }> {
  await opener(page).click();
  await choice(page, name).click();
  await expect(page.locator("#done")).toHaveText(name === "复制文字" ? "已复制文字。" : /已复制带标记的文字/);
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("textarea"), { id: "paste" })));
  await page.locator("#paste").focus();
  await page.evaluate(() => {
    const pasted = new Promise((done) =>
      addEventListener("paste", ({ clipboardData }) => done({ html: clipboardData!.getData("text/html"), plain: clipboardData!.getData("text/plain") }), { once: true, capture: true }),
    );
    Object.assign(window, { pasted });
  });
  await page.keyboard.press(`${MOD}+v`);
  const got = await page.evaluate(() => (window as unknown as { pasted: Promise<{ html: string; plain: string }> }).pasted);
  await page.locator("#paste").evaluate((field) => field.remove());
  return got;
}

test.describe("ticks and what was done", () => {
  test("stand in the rows, hold as long as the number does, and undo brings them back", async ({ kanyan }) => {
    await handled(kanyan);
    await expect(row(kanyan, GOOD).locator(".deeds")).toHaveText("已修正（O → 0）");
    await expect(row(kanyan, MASKED).locator(".deeds")).toHaveText("已脱敏");
    await expect(row(kanyan, SWAPPED).locator(".deeds")).toHaveText("已与原件核对");
    await expect(tick(kanyan, GOOD)).not.toBeChecked();
    expect(await breaches(kanyan)).toEqual([]);
    await picture(kanyan, "ticks");

    // Text before them moves them, and nothing more.
    await kanyan.locator(".cm-content").focus();
    await kanyan.keyboard.press("ControlOrMeta+Home");
    await kanyan.keyboard.type("甲");
    await expect(tick(kanyan, SWAPPED)).toBeChecked();
    // Another digit is another number.
    await row(kanyan, SWAPPED).locator(".item").click();
    await kanyan.keyboard.press("ArrowRight");
    // In one step: of two, undo takes back one or both, as the pause between them was.
    await kanyan.keyboard.press("Shift+ArrowLeft");
    await kanyan.keyboard.type("7");
    const other = SWAPPED.slice(0, -1) + "7";
    await expect(row(kanyan, other)).toBeVisible();
    await expect(tick(kanyan, other)).not.toBeChecked();
    await kanyan.keyboard.press(`${MOD}+z`);
    await expect(tick(kanyan, SWAPPED)).toBeChecked();

    await tick(kanyan, SWAPPED).uncheck();
    await expect(row(kanyan, SWAPPED).locator(".deeds")).toHaveCount(0);
  });

  test("a mask that is undone is no longer on record", async ({ kanyan }) => {
    await paste(kanyan, TEXT);
    await row(kanyan, ID).getByRole("button", { name: /^脱敏/ }).click();
    await expect(row(kanyan, MASKED).locator(".deeds")).toHaveText("已脱敏");
    await kanyan.keyboard.press(`${MOD}+z`);
    await expect(row(kanyan, ID)).toBeVisible();
    await expect(row(kanyan, ID).locator(".deeds")).toHaveCount(0);
  });

  test("by keyboard: behind the buttons of its row, ticked by the space bar", async ({ kanyan }) => {
    await paste(kanyan, TEXT);
    await row(kanyan, SWAPPED).locator(".item").focus();
    await kanyan.keyboard.press("ArrowRight");
    await kanyan.keyboard.press("ArrowRight");
    await expect(tick(kanyan, SWAPPED)).toBeFocused();
    await kanyan.keyboard.press("Space");
    await expect(tick(kanyan, SWAPPED)).toBeChecked();
    await expect(tick(kanyan, SWAPPED)).toBeFocused();
    await kanyan.keyboard.press("ArrowLeft");
    await kanyan.keyboard.press("ArrowLeft");
    await expect(row(kanyan, SWAPPED).locator(".item")).toBeFocused();
    // One row is a stop for the tab key, with all that is in it.
    await expect(kanyan.locator('.notices [tabindex="0"]')).toHaveCount(1 + (await row(kanyan, SWAPPED).locator("button.act, input").count()));
  });

  test("a press on it is large enough, and does not lead to the text", async ({ kanyan }) => {
    await paste(kanyan, TEXT);
    const box = (await tick(kanyan, SWAPPED).boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
    await tick(kanyan, SWAPPED).click({ position: { x: 12, y: 12 } });
    await expect(tick(kanyan, SWAPPED)).toBeChecked();
    await expect(kanyan.locator(".cm-tooltip.details")).toHaveCount(0);
  });
});

test.describe("the menu", () => {
  test("by keyboard, as menu buttons are", async ({ kanyan }) => {
    await paste(kanyan, TEXT);
    await expect(row(kanyan, SWAPPED)).toBeVisible();
    await opener(kanyan).focus();
    await expect(opener(kanyan)).toHaveAttribute("aria-haspopup", "menu");
    await expect(opener(kanyan)).toHaveAttribute("aria-expanded", "false");
    const items = menu(kanyan).getByRole("menuitem");
    for (const [key, first] of [["Enter", 0], ["Space", 0], ["ArrowDown", 0], ["ArrowUp", 4]] as const) {
      await kanyan.keyboard.press(key);
      await expect(opener(kanyan)).toHaveAttribute("aria-expanded", "true");
      await expect(items.nth(first)).toBeFocused();
      await kanyan.keyboard.press("Escape");
      await expect(menu(kanyan)).toBeHidden();
      await expect(opener(kanyan)).toBeFocused();
    }
    await kanyan.keyboard.press("ArrowDown");
    for (const [key, at] of [["ArrowDown", 1], ["End", 4], ["ArrowDown", 0], ["ArrowUp", 4], ["Home", 0]] as const) {
      await kanyan.keyboard.press(key);
      await expect(items.nth(at)).toBeFocused();
    }
    await kanyan.keyboard.press("Tab");
    await expect(menu(kanyan)).toBeHidden();
    await opener(kanyan).click();
    await kanyan.locator(".cm-content").click();
    await expect(menu(kanyan)).toBeHidden();
  });

  test("without a text there is nothing to hand on, and it says so", async ({ kanyan }) => {
    await opener(kanyan).click();
    await expect(kanyan.locator("#exports")).toContainText("没有可导出的");
    await expect(menu(kanyan).getByRole("menuitem")).toHaveCount(5);
    for (const item of await menu(kanyan).getByRole("menuitem").all()) await expect(item).toHaveAttribute("aria-disabled", "true");
    await choice(kanyan, "打印核验单").click({ force: true });
    await expect(menu(kanyan)).toBeVisible();
    expect(await breaches(kanyan)).toEqual([]);
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme });
      test("no breach, in either language", async ({ kanyan }) => {
        await handled(kanyan);
        await opener(kanyan).click();
        await expect(menu(kanyan)).toBeVisible();
        expect(await breaches(kanyan)).toEqual([]);
        await picture(kanyan, `exports-${colorScheme}`);
        await kanyan.keyboard.press("Escape");
        await kanyan.locator("#lang").click();
        await kanyan.getByRole("button", { name: "Export" }).click();
        await isEnglish(kanyan.locator("#exports"));
        expect(await breaches(kanyan)).toEqual([]);
      });
    });
  }
});

test("the sheet is printed by the menu and by whatever else prints, with what was done", async ({ kanyan }) => {
  await handled(kanyan);
  await kanyan.evaluate(() => {
    const counted = window as unknown as { prints: number };
    counted.prints = 0;
    window.print = () => void counted.prints++;
  });
  await opener(kanyan).click();
  await choice(kanyan, "打印核验单").click();
  await expect(menu(kanyan)).toBeHidden();
  await expect.poll(() => kanyan.evaluate(() => (window as unknown as { prints: number }).prints)).toBe(1);
  const all = await printed(kanyan, "exports-sheet");
  const hash = createHash("sha256").update(AFTER, "utf8").digest("hex");
  for (const part of ["核验单", "粘贴的文字", hash, GOOD, SWAPPED, MASKED, "已修正（O→0）", "已脱敏", "已与原件核对", "要处理的号码3个，已处理3个", "初审签名日期复审签名日期终审签名日期"]) expect(all).toContain(part);
  expect(all).not.toContain("只看问题");
  await expect(kanyan.locator(".sheet")).toHaveCount(0);
  // As it looks on paper.
  await kanyan.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await kanyan.emulateMedia({ media: "print" });
  await kanyan.setViewportSize({ width: 688, height: 900 });
  await picture(kanyan, "exports-print");
  const colours = await kanyan.locator(".sheet, .sheet *").evaluateAll((all) => [...new Set(all.flatMap((element) => { const { color, stroke, backgroundColor } = getComputedStyle(element); return [color, stroke, backgroundColor]; }))]);
  expect(colours).toContain("rgb(0, 0, 0)");
  for (const colour of colours) {
    const [red, ...others] = colour.match(/\d+(\.\d+)?/g)?.slice(0, 3) ?? ["0"];
    for (const other of others) expect(other, colour).toBe(red);
  }
  await kanyan.emulateMedia({ media: null });
  await kanyan.evaluate(() => dispatchEvent(new Event("afterprint")));
});

test("a text that was not checked gives no sheet", async ({ kanyan }) => {
  const all = await printed(kanyan, "exports-none");
  expect(all).toContain("不上传、不保存");
  expect(all).not.toContain("初审");
});

test("the table and the data are named after the file, and tell what was done", async ({ kanyan, watch }) => {
  await drop(kanyan, { "4月11日 公告.txt": bytesOf(TEXT) });
  await expect(row(kanyan, SWAPPED)).toBeVisible();
  await kanyan.locator("#bulk .all.fix").click();
  await tick(kanyan, SWAPPED).check();
  const table = await saved(kanyan, "存成表格（CSV）");
  expect(table.name).toMatch(/^4月11日 公告 核验单 \d{4}-\d\d-\d\d \d{4}\.csv$/);
  expect([...table.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = table.bytes.toString("utf8").split("\r\n");
  expect(lines.find((line) => line.includes(GOOD))).toMatch(/已修正（O → 0）$/);
  expect(lines.find((line) => line.includes(SWAPPED))).toMatch(/已与原件核对$/);
  // The identity number is whole in the text, and hidden in what is handed on.
  expect(table.bytes.toString("utf8")).not.toContain(ID);
  await expect(kanyan.locator("#done")).toContainText(table.name);
  const data = await saved(kanyan, "存成数据（JSON）");
  const { file, sha256, numbers } = JSON.parse(data.bytes.toString("utf8")) as { file: string; sha256: string; numbers: { value: string; done: { how: string }[] }[] };
  expect(file).toBe("4月11日 公告.txt");
  expect(sha256).toBe(createHash("sha256").update(TEXT.replace(LETTER, GOOD), "utf8").digest("hex"));
  expect(numbers.find(({ value }) => value === SWAPPED)!.done.map(({ how }) => how)).toEqual(["confirmed"]);
  // What was saved was made in the page, the reader of files came from its own host.
  watch.requests.length = 0;
});

test("each text that is open keeps its own ticks, and what is saved is of the one that is shown", async ({ kanyan, watch }) => {
  const person = `林某（身份证号${MASKED}）遗失身份证，声明作废。`;
  await drop(kanyan, { "a.txt": bytesOf(TEXT), "b.txt": bytesOf(person) });
  const tab = (name: string) => kanyan.getByRole("tab", { name: new RegExp(name) });
  await tab("a.txt").click();
  await tick(kanyan, SWAPPED).check();
  await kanyan.getByRole("button", { name: "计费" }).click();
  const first = kanyan.locator("#billing td").first();
  await tab("b.txt").click();
  await expect(row(kanyan, MASKED)).toBeVisible();
  // By hand: 林某 身份证号 遗失身份证 声明作废 are 15, the number has 18 signs, and there are 4 marks.
  await expect(first).toHaveText("37");
  await tick(kanyan, MASKED).check();
  const table = await saved(kanyan, "存成表格（CSV）");
  expect(table.name).toMatch(/^b 核验单 /);
  expect(table.bytes.toString("utf8")).toMatch(/220182\*{8}2045.*已与原件核对/);
  expect(table.bytes.toString("utf8")).not.toContain(SWAPPED);
  await tab("a.txt").click();
  await expect(tick(kanyan, SWAPPED)).toBeChecked();
  await expect(tick(kanyan, LETTER)).not.toBeChecked();
  const other = await saved(kanyan, "存成表格（CSV）");
  expect(other.name).toMatch(/^a 核验单 /);
  expect(other.bytes.toString("utf8")).toMatch(new RegExp(`${SWAPPED}[\\s\\S]*?已与原件核对`));
  watch.requests.length = 0;
});

test("where the system chooses the colours, a tick is still told from none", async ({ kanyan }) => {
  await kanyan.emulateMedia({ forcedColors: "active" });
  await handled(kanyan);
  const look = async (value: string) => createHash("sha256").update(await tick(kanyan, value).screenshot()).digest("hex");
  expect(await look(SWAPPED)).not.toBe(await look(GOOD));
  await opener(kanyan).click();
  await picture(kanyan, "exports-forced");
});

test("copies: the text with its marks, and the text alone as it was put right and masked", async ({ kanyan }) => {
  await handled(kanyan);
  const marked = await copied(kanyan, "复制带标记的文字");
  expect(marked.html).toMatch(new RegExp(`underline wavy #b3171d[^>]*>${SWAPPED}</span><b[^>]*>〔有误〕`));
  expect(marked.plain).toContain(`${SWAPPED}〔有误〕`);
  const plain = await copied(kanyan, "复制文字");
  expect(plain.plain.replaceAll("\r\n", "\n")).toBe(AFTER);
  expect(plain.html).toBe("");
});

test("each change of the text is in what is made next", async ({ kanyan }) => {
  await paste(kanyan, TEXT);
  await expect(row(kanyan, SWAPPED)).toBeVisible();
  await replace(kanyan, `林某（身份证号${MASKED}）遗失身份证，声明作废。`);
  await expect(row(kanyan, MASKED)).toBeVisible();
  const { bytes } = await saved(kanyan, "存成表格（CSV）");
  expect(bytes.toString("utf8")).toContain(MASKED);
  expect(bytes.toString("utf8")).not.toContain(SWAPPED);
});

test.describe("a narrow screen", () => {
  test.use({ viewport: { width: 360, height: 640 } });
  test("the menu is behind the tools, and nothing runs out at the side", async ({ kanyan }) => {
    await handled(kanyan);
    await showTools(kanyan);
    await opener(kanyan).click();
    await expect(menu(kanyan).getByRole("menuitem")).toHaveCount(5);
    for (const item of await menu(kanyan).getByRole("menuitem").all()) {
      const box = (await item.boundingBox())!;
      expect(box.x).toBeGreaterThan(-1);
      expect(box.x + box.width).toBeLessThan(361);
    }
    expect(await breaches(kanyan)).toEqual([]);
    await picture(kanyan, "exports-narrow");
    // Escape closes the menu, and then the tools.
    await kanyan.keyboard.press("Escape");
    await expect(menu(kanyan)).toBeHidden();
    await expect(opener(kanyan)).toBeFocused();
    await kanyan.keyboard.press("Escape");
    await expect(opener(kanyan)).toBeHidden();
    await expect(kanyan.locator("#menu")).toBeFocused();
    await expect.poll(() => scrolls(kanyan)).toEqual([0, 0]);
    await expect.poll(() => outside(kanyan)).toEqual([]);
  });
});
