import type { Page } from "@playwright/test";
import { breaches, copyAll, drawn, expect, isEnglish, MOD, outside, paste, picture, replace, scrolls, showTools, test } from "./fixtures.ts";
import { bytesOf } from "./making/bytes.ts";
import { drop } from "./making/drop.ts";
import { docxOf, xlsxOf } from "./making/office.ts";
import { column, pdfOf } from "./making/pdf.ts";
import { zipOf } from "./making/zip.ts";

/** A reader has to be loaded and compiled first, on whatever computer this runs. */
const SLOW = { timeout: 90_000 };

/** Invented, and valid by both check characters; the second has two characters swapped. */
const GOOD = "52220104MJX3145789";
const BAD = "52220104MJX3145798";
const notice = (code: string) => ["遗失声明", `某某中心（统一社会信用代码${code}）`, "遗失公章，声明作废。"];
const lines = (code: string) => notice(code).join("\n");

const tabs = (page: Page) => page.getByRole("tab");
const tab = (page: Page, name: string | RegExp) => page.getByRole("tab", { name });
const current = (page: Page) => page.locator('[role="tab"][aria-selected="true"]');
const sayings = (page: Page) => page.locator(".sayings li");
const wrong = (page: Page) => page.locator(".count.wrong .number");
const text = async (page: Page) => (await copyAll(page)).replaceAll("\r\n", "\n");

/** Of the site, the readers are asked for when they are first needed. */
test.afterEach(({ watch }) => {
  for (const address of watch.requests.splice(0)) expect(address).toMatch(/\/(document|pages|rows|archive)-[^/]+\.js$/);
});

test("one text, and no tabs", async ({ kanyan }) => {
  await paste(kanyan, lines(BAD));
  await expect(wrong(kanyan)).toHaveText("1");
  await expect(tabs(kanyan)).toHaveCount(0);
  await expect(kanyan.locator("#files")).toHaveJSProperty("offsetHeight", 0);
  await expect(kanyan.getByRole("tabpanel")).toHaveCount(0);
});

test.describe("many files at once", () => {
  const FILES = {
    "notice.docx": docxOf(notice(BAD)),
    "broken.docx": docxOf(notice(BAD)).subarray(0, 500),
    "gbk.txt": bytesOf(lines(GOOD), "gbk"),
    "columns.pdf": pdfOf([column(notice(BAD)), "picture", column(notice(BAD))], { font: "GBK-EUC-H" }),
    "secret.pdf": pdfOf([column(["No. 1"])], { password: "1234" }),
    "scan.pdf": pdfOf(["picture"]),
    "rows.xlsx": xlsxOf({ a: [["遗失声明", `统一社会信用代码${BAD}`], ["遗失声明", `统一社会信用代码${BAD}`]] }),
    "empty.txt": new Uint8Array(),
    "batch.zip": zipOf([{ name: "in.txt", body: "这里什么号码也没有" }, { name: "bad.docx", body: "PK\x03\x04" }]),
  };
  /** What each tells: the text's own verdict, by its word and its count. */
  const TOLD: [name: string, verdict: string][] = [
    ["粘贴的文字", "没有文字"],
    ["notice.docx", "有误 1"],
    ["gbk.txt", "已验"],
    ["columns.pdf", "有误 2"],
    ["rows.xlsx", "有误 2"],
    ["batch.zip/in.txt", "没有号码"],
  ];
  const REFUSED = ["broken.docx：文件坏了", "secret.pdf：文件有密码", "scan.pdf：这份 PDF 里没有文字", "empty.txt：文件里没有文字", "batch.zip/bad.docx：文件坏了"];

  for (const colorScheme of ["light", "dark"] as const)
    test.describe(colorScheme, () => {
      test.use({ colorScheme });

      test("each is a tab with its verdict; what cannot be read is told by its name", async ({ kanyan }, info) => {
        await drop(kanyan, FILES);
        await expect(tabs(kanyan)).toHaveCount(TOLD.length, SLOW);
        for (const [index, [name, verdict]] of TOLD.entries()) {
          await expect(tabs(kanyan).nth(index).locator(".name")).toHaveText(name);
          await expect(tabs(kanyan).nth(index).locator(".verdict")).toHaveText(verdict, SLOW);
        }
        await expect(sayings(kanyan)).toHaveCount(REFUSED.length, SLOW);
        for (const [index, sentence] of REFUSED.entries()) await expect(sayings(kanyan).nth(index)).toContainText(sentence);
        await expect(current(kanyan)).toContainText("notice.docx");
        expect(await text(kanyan)).toBe(lines(BAD));
        await expect(kanyan.getByRole("tabpanel", { name: "notice.docx" })).toBeVisible();
        expect(await breaches(kanyan)).toEqual([]);
        await picture(kanyan, `tabs-${colorScheme}-${info.project.name}`);

        await kanyan.getByRole("button", { name: /^知道了：broken/ }).click();
        await expect(sayings(kanyan)).toHaveCount(REFUSED.length - 1);
        await kanyan.getByRole("button", { name: "全部收起" }).click();
        await expect(sayings(kanyan)).toHaveCount(0);

        // What is to know about a text stands over it alone, and stays away when it was taken away.
        await tab(kanyan, /columns/).click();
        await expect(sayings(kanyan)).toHaveText([/第 2 页没有文字/]);
        await tab(kanyan, /gbk/).click();
        await expect(sayings(kanyan)).toHaveCount(0);
        expect(await text(kanyan)).toBe(lines(GOOD));
        await expect(kanyan.locator(".cm-content .kn.verified")).toHaveText(GOOD);
        await tab(kanyan, /columns/).click();
        await sayings(kanyan).getByRole("button").click();
        await expect(kanyan.locator(".cm-content")).toBeFocused();
        await tab(kanyan, /gbk/).click();
        await tab(kanyan, /columns/).click();
        await expect(sayings(kanyan)).toHaveCount(0);
      });
    });

  test.describe("on a narrow screen", () => {
    test.use({ viewport: { width: 360, height: 640 } });

    test("the tabs keep to one line, and nothing runs out at the side", async ({ kanyan }, info) => {
      await drop(kanyan, FILES);
      await expect(tabs(kanyan)).toHaveCount(TOLD.length, SLOW);
      await expect(tabs(kanyan).locator(".verdict")).toHaveText(TOLD.map(([, verdict]) => verdict), SLOW);
      await expect(sayings(kanyan)).toHaveCount(REFUSED.length, SLOW);
      await tabs(kanyan).last().scrollIntoViewIfNeeded();
      await tabs(kanyan).nth(2).click();
      await expect(current(kanyan)).toContainText("gbk.txt");
      await expect(current(kanyan)).toBeInViewport({ ratio: 0.9 });
      await expect.poll(() => scrolls(kanyan)).toEqual([0, 0]);
      await expect.poll(() => outside(kanyan)).toEqual([]);
      expect(await breaches(kanyan)).toEqual([]);
      await picture(kanyan, `tabs-narrow-told-${info.project.name}`);
      await kanyan.getByRole("button", { name: "全部收起" }).click();
      await expect(sayings(kanyan)).toHaveCount(0);
      expect((await kanyan.locator("#text").boundingBox())!.height).toBeGreaterThan(150);
      await picture(kanyan, `tabs-narrow-${info.project.name}`);
    });
  });

  test("in English", async ({ kanyan }, info) => {
    await kanyan.locator("#lang").click();
    await drop(kanyan, FILES);
    await expect(tabs(kanyan)).toHaveCount(TOLD.length, SLOW);
    await tab(kanyan, /gbk/).click();
    await expect(tabs(kanyan).locator(".verdict")).toHaveText(["no text", "wrong 1", "verified", "wrong 2", "wrong 2", "no numbers"], SLOW);
    await expect(sayings(kanyan)).toHaveCount(REFUSED.length, SLOW);
    await isEnglish(kanyan.locator("#files"));
    expect(await breaches(kanyan)).toEqual([]);
    await picture(kanyan, `tabs-english-${info.project.name}`);
  });
});

test.describe("the ways in", () => {
  const two = [
    { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(lines(BAD)) },
    { name: "b.txt", mimeType: "text/plain", buffer: Buffer.from(lines(GOOD)) },
  ];

  test("the button, and its key from anywhere but a dialog", async ({ kanyan }) => {
    const asked = kanyan.waitForEvent("filechooser");
    await kanyan.getByRole("button", { name: "打开" }).click();
    const chooser = await asked;
    expect(chooser.isMultiple()).toBe(true);
    await chooser.setFiles(two);
    await expect(tabs(kanyan)).toHaveText([/粘贴的文字/, /a\.txt/, /b\.txt/]);
    await expect(wrong(kanyan)).toHaveText("1");
    const again = kanyan.waitForEvent("filechooser");
    await kanyan.locator(".cm-content").press(`${MOD}+o`);
    // The same file once more can be told from the first.
    await (await again).setFiles(two.slice(0, 1));
    await expect(tabs(kanyan)).toHaveText([/粘贴的文字/, /a\.txt/, /b\.txt/, /a\.txt \(2\)/]);
    await expect(current(kanyan)).toContainText("a.txt (2)");

    let choosers = 0;
    kanyan.on("filechooser", () => void choosers++);
    await kanyan.locator("#scope").click();
    await kanyan.keyboard.press(`${MOD}+o`);
    await kanyan.keyboard.press("Escape");
    await expect(kanyan.locator("#kinds")).toBeHidden();
    expect(choosers).toBe(0);
  });

  const pasteFiles = (page: Page, names: string[], text?: string) =>
    page.locator(".cm-content").evaluate(
      (target, [names, content, text]) => {
        const clipboardData = new DataTransfer();
        for (const name of names) clipboardData.items.add(new File([content], name));
        if (text !== null) clipboardData.setData("text/plain", text);
        target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      },
      [names, lines(BAD), text ?? null] as const,
    );

  test("pasted files, with or without their names beside them", async ({ kanyan }) => {
    await pasteFiles(kanyan, ["a.txt", "b.txt"]);
    await expect(tabs(kanyan)).toHaveCount(3);
    await pasteFiles(kanyan, ["c.txt", "d.txt"], "c.txt\rd.txt");
    await expect(tabs(kanyan)).toHaveCount(5);
    await tab(kanyan, "粘贴的文字").click();
    expect(await text(kanyan)).toBe("");
  });

  test("text that comes with a picture of itself is text", async ({ kanyan }) => {
    await pasteFiles(kanyan, ["image.png"], lines(BAD));
    await expect(wrong(kanyan)).toHaveText("1");
    await expect(tabs(kanyan)).toHaveCount(0);
    await expect(sayings(kanyan)).toHaveCount(0);
  });

  test("behind its button where it is narrow", async ({ kanyan }) => {
    await kanyan.setViewportSize({ width: 360, height: 640 });
    await expect(kanyan.locator("#menu")).toBeVisible();
    await showTools(kanyan);
    const asked = kanyan.waitForEvent("filechooser");
    await kanyan.getByRole("button", { name: "打开" }).click();
    await (await asked).setFiles(two);
    await expect(tabs(kanyan)).toHaveCount(3);
  });

  test("who types on meanwhile is not taken away from the text", async ({ kanyan }) => {
    // The reader gives its answer when it is told to.
    await kanyan.evaluate(() => {
      const slow = File.prototype.arrayBuffer;
      File.prototype.arrayBuffer = function (this: File) {
        return new Promise((done) => Object.assign(window, { go: () => done(slow.call(this)) }));
      };
    });
    await drop(kanyan, { "a.txt": bytesOf(lines(GOOD)) });
    await kanyan.locator(".cm-content").focus();
    await kanyan.keyboard.insertText("甲");
    await kanyan.waitForFunction(() => "go" in window);
    await kanyan.evaluate(() => (window as unknown as { go(): void }).go());
    await expect(tabs(kanyan)).toHaveCount(2);
    await expect(tab(kanyan, /a\.txt/).locator(".verdict")).toHaveText("已验");
    await expect(current(kanyan)).toContainText("粘贴的文字");
    await kanyan.keyboard.insertText("乙");
    expect(await text(kanyan)).toBe("甲乙");
  });
});

test.describe("each text by itself", () => {
  const long = (code: string) => `${"这一行没有号码。\n".repeat(200)}${lines(code)}\n${"这一行没有号码。\n".repeat(200)}`;

  test("keeps its undo, cursor, scroll, marks and ticks", async ({ kanyan }) => {
    await paste(kanyan, lines(GOOD));
    await drop(kanyan, { "a.txt": bytesOf(long(BAD)), "b.txt": bytesOf(lines(BAD)) });
    await expect(tabs(kanyan)).toHaveCount(3);
    await expect(current(kanyan)).toContainText("a.txt");
    await expect(current(kanyan).locator(".verdict")).toHaveText("有误 1");
    await kanyan.keyboard.press("F8");
    await kanyan.keyboard.press("Backspace");
    await expect(current(kanyan).locator(".verdict")).not.toHaveText("有误 1");
    await kanyan.locator(".cm-content").press(`${MOD}+z`);
    await expect(current(kanyan).locator(".verdict")).toHaveText("有误 1");
    await kanyan.locator("li.row .tick input").check();
    await kanyan.locator(".cm-content").press("ArrowRight");
    await kanyan.keyboard.insertText("乙");
    await drawn(kanyan);
    const scrolled = await kanyan.locator(".cm-scroller").evaluate(({ scrollTop }) => scrollTop);
    expect(scrolled).toBeGreaterThan(1000);

    await tab(kanyan, /b\.txt/).click();
    await kanyan.locator(".cm-content").press(`${MOD}+z`);
    expect(await text(kanyan)).toBe(lines(BAD));
    await tab(kanyan, "粘贴的文字").click();
    expect(await text(kanyan)).toBe(lines(GOOD));
    await kanyan.keyboard.press(`${MOD}+z`);
    expect(await text(kanyan)).toBe("");
    await kanyan.keyboard.press(`${MOD}+y`);

    await tab(kanyan, /a\.txt/).click();
    await expect.poll(() => kanyan.locator(".cm-scroller").evaluate(({ scrollTop }, scrolled) => Math.abs(scrollTop - scrolled), scrolled)).toBeLessThan(100);
    await expect(kanyan.locator(".cm-content .kn.wrong")).toHaveText(BAD);
    await expect(kanyan.locator("li.row .tick input")).toBeChecked();
    // Where the cursor was left, one goes on.
    await kanyan.locator(".cm-content").focus();
    await kanyan.keyboard.insertText("丙");
    expect(await text(kanyan)).toBe(long(BAD).replace(BAD, `${BAD}乙丙`));
    await kanyan.keyboard.press(`${MOD}+z`);
    await kanyan.keyboard.press(`${MOD}+z`);
    expect((await text(kanyan)).replace("乙", "")).toBe(long(BAD));
  });

  test("is checked against the day of publication as it is now, also when it is not shown", async ({ kanyan }) => {
    const signed = bytesOf("遗失声明\n某某中心遗失公章，声明作废。\n某某中心\n2026年5月1日\n");
    await kanyan.locator("#day").fill("2026-05-06");
    await drop(kanyan, { "a.txt": signed, "b.txt": signed });
    await expect(tabs(kanyan).locator(".verdict")).toHaveText(["没有文字", "合式", "合式"]);
    await kanyan.locator("#day").fill("2026-04-06");
    await expect(tabs(kanyan).locator(".verdict")).toHaveText(["没有文字", "有误 1", "有误 1"]);
    await kanyan.locator("#day").fill("2026-05-06");
    await expect(tabs(kanyan).locator(".verdict")).toHaveText(["没有文字", "合式", "合式"]);
  });

  test("speaks the language in force when it is shown again", async ({ kanyan }) => {
    await drop(kanyan, { "a.txt": bytesOf(lines(BAD)), "b.txt": bytesOf(lines(BAD)) });
    await expect(tabs(kanyan).locator(".verdict")).toHaveText(["没有文字", "有误 1", "有误 1"]);
    await kanyan.locator("#lang").click();
    await tab(kanyan, /b\.txt/).click();
    await expect(kanyan.locator("#findings .message")).toContainText("check character");
    await expect(kanyan.locator(".cm-content")).toHaveAttribute("aria-label", /^Text/);
  });

  test("the sample goes to the pasted text, never over a file", async ({ kanyan }) => {
    await drop(kanyan, { "a.txt": bytesOf(lines(BAD)) });
    await expect(current(kanyan)).toContainText("a.txt");
    await kanyan.locator("#sample").click();
    await expect(current(kanyan)).toContainText("粘贴的文字");
    await tab(kanyan, /a\.txt/).click();
    expect(await text(kanyan)).toBe(lines(BAD));
  });
});

test.describe("by keyboard", () => {
  test("arrows, ends, closing and bringing back", async ({ kanyan }) => {
    await drop(kanyan, { "a.txt": bytesOf(lines(BAD)), "b.txt": bytesOf(lines(GOOD)), "c.txt": bytesOf(lines(GOOD)) });
    await expect(tabs(kanyan)).toHaveCount(4);
    // One stop for the tab key.
    await expect(kanyan.locator('[role="tab"][tabindex="0"]')).toHaveCount(1);
    await current(kanyan).focus();
    for (const [key, name] of [
      ["ArrowRight", "b.txt"],
      ["End", "c.txt"],
      ["ArrowRight", "粘贴的文字"],
      ["ArrowLeft", "c.txt"],
      ["Home", "粘贴的文字"],
      ["ArrowRight", "a.txt"],
    ] as const) {
      await kanyan.keyboard.press(key);
      await expect(current(kanyan)).toContainText(name);
      await expect(current(kanyan)).toBeFocused();
    }
    await expect(wrong(kanyan)).toHaveText("1");
    await kanyan.locator(".cm-content").press(`${MOD}+End`);
    await kanyan.keyboard.insertText("完");
    await current(kanyan).focus();
    await kanyan.keyboard.press("Delete");
    await expect(tabs(kanyan)).toHaveText([/粘贴的文字/, /b\.txt/, /c\.txt/]);
    await expect(current(kanyan)).toContainText("b.txt");
    await expect(current(kanyan)).toBeFocused();
    await expect(sayings(kanyan)).toContainText(["已关闭“a.txt”"]);
    await kanyan.getByRole("button", { name: "恢复" }).press("Enter");
    await expect(tabs(kanyan)).toHaveText([/粘贴的文字/, /a\.txt/, /b\.txt/, /c\.txt/]);
    await expect(current(kanyan)).toBeFocused();
    await expect(sayings(kanyan)).toHaveCount(0);
    expect(await text(kanyan)).toBe(`${lines(BAD)}完`);
    await kanyan.keyboard.press(`${MOD}+z`);
    expect(await text(kanyan)).toBe(lines(BAD));
    // The pasted text stays.
    await tab(kanyan, "粘贴的文字").press("Delete");
    await expect(tabs(kanyan)).toHaveCount(4);
    // F8 finds its way from the tabs, too.
    await tab(kanyan, /a\.txt/).click();
    await kanyan.keyboard.press("F8");
    await expect(kanyan.locator(".cm-tooltip.details .value")).toHaveText(BAD);
  });

  test("all closed, the pasted text is alone again", async ({ kanyan }) => {
    await paste(kanyan, lines(GOOD));
    await drop(kanyan, { "a.txt": bytesOf(lines(BAD)), "b.txt": bytesOf(lines(BAD)) });
    await expect(tabs(kanyan)).toHaveCount(3);
    await kanyan.getByRole("button", { name: "全部关闭" }).press("Enter");
    await expect(tabs(kanyan)).toHaveCount(0);
    await expect(kanyan.locator(".cm-content")).toBeFocused();
    expect(await text(kanyan)).toBe(lines(GOOD));
    await expect(kanyan.locator(".count.verified .number")).toHaveText("1");
    await kanyan.getByRole("button", { name: "恢复" }).click();
    await expect(tabs(kanyan)).toHaveCount(3);
    for (const name of [/a\.txt/, /b\.txt/]) {
      await tab(kanyan, name).locator(".shut").click();
    }
    await expect(tabs(kanyan)).toHaveCount(0);
    await expect(kanyan.locator(".cm-content")).toBeFocused();
  });
});

test.describe("encoding", () => {
  const choice = (page: Page) => page.getByRole("combobox", { name: "编码" });

  test("is shown, and changed by choice: one step of undo, with what was edited", async ({ kanyan }, info) => {
    await drop(kanyan, { "gbk.txt": bytesOf(lines(BAD), "gbk"), "notice.docx": docxOf(notice(BAD)) });
    await expect(tabs(kanyan)).toHaveCount(3, SLOW);
    await expect(choice(kanyan)).toHaveValue("gb18030");
    await kanyan.locator(".cm-content").press(`${MOD}+End`);
    await kanyan.keyboard.insertText("改过");
    await choice(kanyan).selectOption("utf-8");
    await expect(sayings(kanyan)).toHaveText([/显示为 �/]);
    await expect(choice(kanyan)).toHaveValue("utf-8");
    await expect(kanyan.locator(".cm-content")).toContainText(`�${BAD}`);
    await expect(kanyan.locator("#done")).toContainText("UTF-8");
    expect(await breaches(kanyan)).toEqual([]);
    await picture(kanyan, `tabs-garbled-${info.project.name}`);

    await kanyan.locator(".cm-content").press(`${MOD}+z`);
    expect(await text(kanyan)).toBe(`${lines(BAD)}改过`);
    await expect(choice(kanyan)).toHaveValue("gb18030");
    await expect(sayings(kanyan)).toHaveCount(0);
    await kanyan.keyboard.press(`${MOD}+y`);
    await expect(choice(kanyan)).toHaveValue("utf-8");
    await expect(sayings(kanyan)).toHaveCount(1);
    // From there by choice again, and its check is of this text.
    await choice(kanyan).selectOption("gb18030");
    await expect(choice(kanyan)).toHaveValue("gb18030");
    expect(await text(kanyan)).toBe(lines(BAD));
    await expect(kanyan.locator(".cm-content .kn.wrong")).toHaveText(BAD);

    await tab(kanyan, /notice\.docx/).click();
    await expect(choice(kanyan)).toBeHidden();
  });

  test("in which there is no text: a sentence, and all stays", async ({ kanyan }) => {
    // Hardly any bytes are nothing but blanks in another encoding: the browser is made to say so.
    await drop(kanyan, { "a.csv": bytesOf(`${notice(BAD).join(",")}\n`) });
    await expect(kanyan.locator(".cm-content .kn.wrong")).toHaveText(BAD, SLOW);
    const before = await text(kanyan);
    await kanyan.evaluate(() => (TextDecoder.prototype.decode = () => " \n"));
    await choice(kanyan).selectOption("utf-16le");
    await expect(sayings(kanyan)).toHaveText([/^a\.csv：按 UTF-16 LE 读不出文字/]);
    await expect(choice(kanyan)).toHaveValue("utf-8");
    expect(await text(kanyan)).toBe(before);
  });
});

test.describe("long work", () => {
  const pages = (count: number) => Array.from({ length: count }, () => column(Array.from({ length: 50 }, () => notice(BAD)[1]!)));

  test("tells how far it is, and can be cancelled: what was read stays", async ({ kanyan }, info) => {
    // The readers tell how far they are, but never that they are done.
    await kanyan.evaluate(() => {
      const alive = new Set<Worker>();
      Object.assign(window, { alive });
      window.Worker = class extends Worker {
        constructor(address: string | URL) {
          super(address);
          alive.add(this);
          this.addEventListener("message", (event: MessageEvent<object>) => "answer" in event.data && event.stopImmediatePropagation());
        }
        override terminate(): void {
          super.terminate();
          alive.delete(this);
        }
      };
    });
    const alive = () => kanyan.evaluate(() => (window as unknown as { alive: Set<Worker> }).alive.size);
    await drop(kanyan, { "short.txt": bytesOf(lines(BAD)), "long.pdf": pdfOf(pages(100), { font: "GBK-EUC-H" }), "behind.txt": bytesOf(lines(GOOD)) });
    const line = kanyan.locator("#files .progress");
    await expect(line).toContainText("正在读第 2 份，共 3 份：“long.pdf”，读完 100 页，共 100 页", SLOW);
    // One of three and all of the second.
    await expect.poll(async () => Number(await line.locator("progress").getAttribute("value"))).toBeCloseTo(2 / 3);
    await expect(tab(kanyan, /short\.txt/).locator(".verdict")).toHaveText("有误 1");
    expect(await breaches(kanyan)).toEqual([]);
    await picture(kanyan, `tabs-reading-${info.project.name}`);
    // Files that are given meanwhile come after.
    await drop(kanyan, { "later.txt": bytesOf(lines(GOOD)) });
    await expect(line).toContainText("共 4 份");
    // The worker in which the engine is run in may have begun late.
    await expect.poll(alive).toBe(1);
    await line.getByRole("button", { name: "取消" }).click();
    await expect(line).toBeHidden();
    await expect.poll(alive).toBe(0);
    await expect(sayings(kanyan)).toHaveText([/已取消，还有 3 份没有读/]);
    await expect(tabs(kanyan)).toHaveText([/粘贴的文字/, /short\.txt/]);

    await drop(kanyan, { "later.txt": bytesOf(lines(GOOD)) });
    await expect(tabs(kanyan)).toHaveText([/粘贴的文字/, /short\.txt/, /later\.txt/]);
    await expect(line).toBeHidden();
  });

  test("10 MB are opened and checked in the background, and the page stays usable", async ({ kanyan }) => {
    test.slow();
    const one = `${lines(BAD)}\n${"这一行没有号码，也不是公告。\n".repeat(20)}`;
    const times = Math.ceil(10_000_000 / Buffer.byteLength(one));
    await kanyan.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
    });
    // Made in the page: sent from here it would take longer than the test.
    await kanyan.evaluate(
      ([big, times, small]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([small], "small.txt"));
        dataTransfer.items.add(new File([big.repeat(times)], "big.txt"));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      },
      [one, times, lines(GOOD)] as const,
    );
    const start = Date.now();
    await expect(current(kanyan)).toContainText("small.txt");
    await kanyan.locator(".cm-content").press(`${MOD}+End`);
    await kanyan.keyboard.insertText("甲");
    await expect(tab(kanyan, /big\.txt/).locator(".verdict")).toContainText(`有误 ${times}`, SLOW);
    const took = Date.now() - start;
    expect(await text(kanyan)).toBe(`${lines(GOOD)}甲`);
    const tasks = await kanyan.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
    test.info().annotations.push({ type: "measured", description: `${took} ms to the verdict of 10 MB; tasks over 50 ms: ${tasks.map(Math.round).join(", ") || "none"}` });
    console.log(`10 MB in the background: ${took} ms; tasks over 50 ms: ${tasks.map(Math.round).join(", ") || "none"}`);
    await tab(kanyan, /big\.txt/).click();
    await expect(wrong(kanyan)).toHaveText(String(times));
    await expect(kanyan.locator(".cm-content .kn.wrong").first()).toHaveText(BAD);
    await tab(kanyan, /small\.txt/).click();
    expect(await text(kanyan)).toBe(`${lines(GOOD)}甲`);
  });

  test("forty files", async ({ kanyan }) => {
    const names = Array.from({ length: 40 }, (_, i) => `${i + 1}.txt`);
    await drop(kanyan, Object.fromEntries(names.map((name, i) => [name, bytesOf(lines(i % 2 ? GOOD : BAD))])));
    await expect(tabs(kanyan).locator(".verdict")).toHaveText(["没有文字", ...names.map((_, i) => (i % 2 ? "已验" : "有误 1"))], SLOW);
    await current(kanyan).focus();
    await kanyan.keyboard.press("End");
    await expect(current(kanyan)).toContainText("40.txt");
    await expect(current(kanyan)).toBeInViewport({ ratio: 0.9 });
    expect(await text(kanyan)).toBe(lines(GOOD));
  });
});

test("without workers the texts behind are checked in the page", async ({ kanyan }) => {
  await kanyan.evaluate(() => Reflect.deleteProperty(globalThis, "Worker"));
  const many = `${lines(BAD)}\n`.repeat(2000);
  await drop(kanyan, { "a.txt": bytesOf(lines(GOOD)), "b.txt": bytesOf(many) });
  await expect(tab(kanyan, /b\.txt/).locator(".verdict")).toContainText("有误 2000", SLOW);
  await replace(kanyan, lines(BAD));
  await expect(wrong(kanyan)).toHaveText("1");
});
