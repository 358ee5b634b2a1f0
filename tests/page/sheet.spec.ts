import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, type Page, test as base } from "@playwright/test";
import type { Report } from "../../crate/wasm/api.d.ts";
import type { How } from "../../www/src/words/words.ts";

const WWW = resolve(__dirname, "../../www");
const ARTEFACTS = join(__dirname, "artefacts");
const SAMPLE = readFileSync(join(WWW, "src/shell/sample.txt"), "utf8").trimEnd();
/** Invented: a region, a day, a number in turn, and its check character by MOD 11-2. */
const PERSON = "220104198506150013";
const TEXT = `${SAMPLE}\n\n遗失声明\n●周小满身份证（${PERSON}）遗失，声明作废。`;

/** The modules of the report as a page would have them, for a page with nothing else in it. */
const ENTRY = `
import { account } from "/src/report/account.ts";
import { copy } from "/src/report/copy.ts";
import { csv } from "/src/report/csv.ts";
import { json } from "/src/report/json.ts";
import { marked } from "/src/report/marked-text.ts";
import { printsSheet } from "/src/report/print.ts";
import { save, saveName } from "/src/report/save.ts";
import { sheet } from "/src/report/sheet.ts";
import { catalogue } from "/src/words/catalogue.ts";
let current;
const made = () => account(current);
const words = () => catalogue[current.lang];
printsSheet(() => current && sheet(made(), words()));
window.report = {
  show({ done, at, ...source }) { current = { ...source, at: new Date(at), done: ({ start }) => done[start] ?? [] }; },
  hide() { current = undefined; },
  save(ending) {
    const it = made();
    save(ending === "csv" ? csv(it, words()) : json(it), saveName(it.file, words().report.title, it.checkedAt, ending), ending === "csv" ? "text/csv" : "application/json");
  },
};
document.querySelector("#copy").addEventListener("click", async () => {
  document.querySelector("#told").textContent = String(await copy(marked(current.text, current.report, words())));
});
`;

interface Given {
  text: string;
  report: Report;
  lang: "zh" | "en";
  file?: string;
  at: string;
  persons?: "hidden" | "shown";
  /** By the place of the number. */
  done: Record<number, { from: number; to: number; how: How; what?: string }[]>;
}

declare global {
  interface Window {
    report: { show(given: Given): void; hide(): void; save(ending: "csv" | "json"): void };
  }
}

/** Checks a text as the page would. */
type Check = (text: string, options: { lang: "zh" | "en"; today: string }) => Report;

/** A desk's own server over plain HTTP: there, browsers keep half of their functions back. */
const INSECURE = "http://desk.test/";

const test = base.extend<{ desk: Page }, { check: Check; harness: string }>({
  check: [
    async ({}, use) => {
      const door = (await import(pathToFileURL(join(WWW, "wasm/kanyan.js")).href)) as { initSync(it: { module: Buffer }): void; check: Check };
      door.initSync({ module: readFileSync(join(WWW, "wasm/kanyan_bg.wasm")) });
      await use(door.check);
    },
    { scope: "worker" },
  ],
  harness: [
    async ({}, use) => {
      const { build } = (await import(pathToFileURL(join(WWW, "node_modules/vite/dist/node/index.js")).href)) as typeof import("../../www/node_modules/vite/dist/node/index.js");
      const { withPolicy } = (await import("../../www/build/policy.ts")) as typeof import("../../www/build/policy.ts");
      const built = await build({
        root: WWW,
        configFile: false,
        logLevel: "warn",
        plugins: [{ name: "entry", resolveId: (id) => (id === "entry" ? id : null), load: (id) => (id === "entry" ? ENTRY : null) }],
        build: { write: false, target: ["chrome109"], rolldownOptions: { input: "entry", output: { format: "iife" } } },
      });
      const [output] = (Array.isArray(built) ? built : [built]) as { output: { type: string; code?: string }[] }[];
      const code = output!.output.find(({ type }) => type === "chunk")!.code!.trim().replace(/<\/(script)/gi, "<\\/$1");
      const style = join(WWW, "src/shell/style.css");
      const css = [...readFileSync(style, "utf8").matchAll(/^@import "(.*)";$/gm)].map(([, file]) => readFileSync(join(style, "..", file!), "utf8")).join("\n").trim();
      const page = `<!doctype html><html lang="zh-CN" data-theme="dark"><head><meta charset="utf-8"><title>刊验</title><style>${css}</style></head><body><main><p id="page">屏幕上的页面</p><button id="copy">复制</button><p id="told"></p><textarea></textarea></main><script>${code}</script></body></html>`;
      await use(withPolicy(page));
    },
    { scope: "worker" },
  ],
  // From disk, and from a server over plain HTTP.
  desk: async ({ page, harness }, use, info) => {
    const complaints: string[] = [];
    page.on("console", (message) => void complaints.push(message.text()));
    page.on("pageerror", (error) => void complaints.push(String(error)));
    const address = info.project.name === "site" ? INSECURE : pathToFileURL(join(ARTEFACTS, "sheet.html")).href;
    await page.route(address, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: harness }));
    await page.goto(address);
    await use(page);
    expect(complaints).toEqual([]);
  },
});

const AT = "2024-04-10T08:40:05Z";

/** What was done to some numbers of the text. */
const DONE = Object.fromEntries(
  ([["2201871979********", "confirmed"], ["921001040035100", "fixed", "O → 0"], ["2206031981********", "masked"]] as [string, How, string?][]).map(([value, how, what]) => [
    TEXT.indexOf(value),
    [{ from: 0, to: 1, how, ...(what ? { what } : {}) }],
  ]),
);

const given = (check: Check, text = TEXT, lang: "zh" | "en" = "zh"): Given => ({ text, report: check(text, { lang, today: "2024-04-11" }), lang, file: "4月11日 公告.docx", at: AT, done: text === TEXT ? DONE : {} });

const show = (desk: Page, what: Given) => desk.evaluate((given) => window.report.show(given), what);

/**
 * Fonts draw some Chinese characters and the radicals that look like them by the same picture, and a PDF knows only the
 * pictures: what is read from it is put back to the characters.
 */
const RADICALS: Record<string, string> = { "⺠": "民", "⻁": "虎", "⻄": "西", "⻅": "见", "⻆": "角", "⻉": "贝", "⻋": "车", "⻓": "长", "⻔": "门", "⻘": "青", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻢": "马", "⻥": "鱼", "⻦": "鸟", "⻩": "黄", "⻬": "齐", "⻰": "龙" };
const folded = (text: string) => text.replace(/[\u2f00-\u2fd5]/g, (radical) => radical.normalize("NFKC")).replace(/[\u2e80-\u2eff]/g, (radical) => RADICALS[radical] ?? radical).replaceAll("‒", "–");

interface Sheet {
  width: number;
  height: number;
  /** All words without blanks: where a line breaks does not matter. */
  text: string;
  /** How far from the left and from the top, in points. */
  words: { text: string; x: number; y: number; width: number }[];
}

/** Prints, and reads what is on the paper. */
async function print(desk: Page, name: string): Promise<Sheet[]> {
  mkdirSync(ARTEFACTS, { recursive: true });
  const pdf = await desk.pdf({ path: join(ARTEFACTS, `${name}.pdf`), preferCSSPageSize: true });
  const { getDocument } = await import(pathToFileURL(join(WWW, "node_modules/pdfjs-dist/legacy/build/pdf.mjs")).href);
  const read = await getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: true }).promise;
  const pages: Sheet[] = [];
  for (let number = 1; number <= read.numPages; number++) {
    const page = await read.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = (await page.getTextContent()) as { items: { str: string; transform: number[]; width: number }[] };
    const words = items.filter(({ str }) => str.trim()).map(({ str, transform, width }) => ({ text: str, x: transform[4]!, y: height - transform[5]!, width }));
    pages.push({ width, height, words, text: folded(words.map(({ text }) => text).join("").replace(/\s/g, "")) });
  }
  return pages;
}

test("the sheet on paper: A4, its head, every number, what was done, lines to sign", async ({ desk, check }) => {
  const source = given(check);
  await show(desk, source);
  const pages = await print(desk, "sheet");
  expect(pages.length).toBeGreaterThan(1);
  for (const [index, { width, height, words, text }] of pages.entries()) {
    // 210 by 297 mm.
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    // Nothing in the margins but the page's number.
    const body = words.filter(({ y }) => y < height - 51);
    expect(Math.min(...body.map(({ x }) => x))).toBeGreaterThan(39);
    expect(Math.max(...body.map(({ x, width }) => x + width))).toBeLessThan(width - 39);
    expect(Math.min(...body.map(({ y }) => y))).toBeGreaterThan(45);
    expect(text).toContain("序号行:列结论种类号码问题处理");
    // A PDF may name it before all else, or after.
    expect(text).toMatch(new RegExp(`^${index + 1}/${pages.length}|${index + 1}/${pages.length}$`));
  }
  const all = pages.map(({ text }) => text).join("");
  const hash = createHash("sha256").update(TEXT, "utf8").digest("hex");
  for (const part of ["核验单", "核验程序刊验0.1.0", "核验时间2024-04-1016:40", "见报日2024-04-11", "文件4月11日公告.docx", hash, "34个号码", "要处理的号码8个，已处理3个", "已修正（O→0）", "初审签名日期复审签名日期终审签名日期"])
    expect(all).toContain(part);
  // Every number in its row, with its place; of persons only the ends.
  for (const { value, exposed } of source.report.findings) if (!exposed) expect(all, value).toContain(value.replace(/\s/g, ""));
  expect(all).toContain("220104********0013");
  expect(all).not.toMatch(/19850615|198506|19720918|19930418/);
  expect(all).not.toContain("屏幕上的页面");
  // Line 5 of the sample: 顺（2205031975********）；5.夏国柱（2201871979********）; the region is unknown.
  expect(all).toMatch(/55:29存疑身份证号码（部分遮盖）2201871979\*{8}前6位220187查不到这个行政区划，请核对已与原件核对/);
});

test("no row is cut in two, and no notice's heading is left alone at the foot", async ({ desk, check }) => {
  // Pages that end at every height of a row: the notices have more and more lines before them.
  const loss = (nth: number) => `遗失声明\n●某店${nth}营业执照（统一社会信用代码91220104MA0Y7K3D96）遗失，收据号0025${1000 + nth}遗失，声明作废。\n`;
  for (const before of [0, 1, 2, 3]) {
    const text = Array.from({ length: 4 + before }, (_, nth) => `遗失声明\n●收据号0025${2000 + nth}遗失，声明作废。\n`).join("\n") + "\n" + Array.from({ length: 14 }, (_, nth) => loss(nth)).join("\n");
    await show(desk, given(check, text));
    const pages = await print(desk, "sheet-long");
    expect(pages.length).toBeGreaterThan(2);
    for (const { text } of pages) {
      const times = (part: string) => text.split(part).length - 1;
      // The row's first line and its last.
      expect(times("第18位校验码"), text).toBe(times("机构代码的校验码），请与证照原件核对"));
      expect(text).not.toMatch(/则遗失声明[^则]{0,12}(有误|合式)(\d+\/\d+)?$/);
    }
  }
});

test("the verdicts are told by word and by sign, in black on white, even from a dark page", async ({ desk, check }) => {
  await show(desk, given(check));
  await desk.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await desk.emulateMedia({ media: "print", colorScheme: "dark" });
  await desk.setViewportSize({ width: 688, height: 1400 });
  await desk.screenshot({ path: join(ARTEFACTS, "sheet-print.png"), fullPage: true });
  const signs = await desk.locator(".sheet tr td.sign .sign").evaluateAll((all) => all.map((sign) => `${sign.querySelector(".word")!.textContent} ${sign.querySelector("path")!.getAttribute("d")}`));
  // Wrong, doubtful, plausible, verified, hint, unmasked: as many shapes as words.
  const different = [...new Set(signs)];
  expect(different.length).toBe(6);
  expect(new Set(different.map((sign) => sign.split(" ")[0])).size).toBe(6);
  expect(new Set(different.map((sign) => sign.slice(sign.indexOf(" ")))).size).toBe(6);
  const colours = await desk.locator(".sheet, .sheet *").evaluateAll((all) => [...new Set(all.flatMap((element) => { const { color, stroke, backgroundColor } = getComputedStyle(element); return [color, stroke, backgroundColor]; }))]);
  expect(colours).toContain("rgb(0, 0, 0)");
  for (const colour of colours) {
    const [red, green, blue] = colour.match(/\d+(\.\d+)?/g) ?? ["0", "0", "0"];
    expect([green, blue], colour).toEqual([red, red]);
  }
});

test("the sheet is there only for the printer, and without a check the page is printed", async ({ desk, check }) => {
  const source = given(check);
  await show(desk, source);
  await print(desk, "sheet-again");
  await expect(desk.locator(".sheet")).toHaveCount(0);
  await expect(desk.locator("#page")).toBeVisible();
  await desk.evaluate(() => window.report.hide());
  const [page] = await print(desk, "sheet-none");
  expect(page!.text).toContain("屏幕上的页面");
});

test("in English, and for a text without numbers", async ({ desk, check }) => {
  await show(desk, given(check, TEXT, "en"));
  const all = (await print(desk, "sheet-en")).map(({ text }) => text).join("");
  for (const part of ["Checksheet", "Published2024-04-11", "First", "notdealtwith", "comparedwiththeoriginal"]) expect(all).toContain(part);
  await show(desk, given(check, "今天天气很好。"));
  const pages = await print(desk, "sheet-empty");
  expect(pages.length).toBe(1);
  expect(pages[0]!.text).toContain("没有查到号码。");
  expect(pages[0]!.text).toContain("没有要处理的号码");
});

test("the table and the data are saved as files", async ({ desk, check }) => {
  await show(desk, given(check));
  const saved = async (ending: "csv" | "json") => {
    const [download] = await Promise.all([desk.waitForEvent("download"), desk.evaluate((ending) => window.report.save(ending), ending)]);
    expect(download.suggestedFilename()).toBe(`4月11日 公告 核验单 2024-04-10 1640.${ending}`);
    return readFile(await download.path());
  };
  const table = await saved("csv");
  expect([...table.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(table.toString("utf8").split("\r\n").length).toBe(1 + 34 + 2 + 1);
  expect(table.toString("utf8")).toContain('"\t00251306"');
  const data = JSON.parse((await saved("json")).toString("utf8"));
  expect(data.numbers.length).toBe(34);
  expect(data.sha256).toBe(createHash("sha256").update(TEXT, "utf8").digest("hex"));
});

test("the marked text goes to the clipboard with its formats", async ({ desk, check }) => {
  await show(desk, given(check));
  await desk.locator("#copy").click();
  await expect(desk.locator("#told")).toHaveText("true");
  await desk.locator("textarea").focus();
  // The ear stands before the key is pressed: the two reach the page by different ways, and the key may be the quicker.
  const pasted = await desk.evaluateHandle(() => ({
    both: new Promise<[string, string]>((done) =>
      addEventListener("paste", ({ clipboardData }) => done([clipboardData!.getData("text/html"), clipboardData!.getData("text/plain")]), { once: true }),
    ),
  }));
  await desk.keyboard.press("ControlOrMeta+v");
  const [html, plain] = await pasted.evaluate(({ both }) => both);
  expect(html).toMatch(/underline wavy #b3171d[^>]*>91220104MA0Y7K3D96<\/span><b[^>]*>〔有误〕/);
  expect(plain).toContain("91220104MA0Y7K3D96〔有误〕）经");
  await expect(desk.locator("textarea")).toHaveValue(plain);
  // As mail would show it.
  const mail = await desk.context().newPage();
  await mail.setContent(html);
  await mail.screenshot({ path: join(ARTEFACTS, "marked.png"), fullPage: true });
  expect(await mail.locator("span").first().evaluate((span) => getComputedStyle(span).textDecorationLine)).toBe("underline");
});
