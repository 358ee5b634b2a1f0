import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { breaches, copyAll, expect, open, paste, test } from "./fixtures.ts";
import { bytesOf } from "./making/bytes.ts";
import { drop } from "./making/drop.ts";
import { docxOf, xlsxOf } from "./making/office.ts";
import { column, pdfOf } from "./making/pdf.ts";
import { zipOf } from "./making/zip.ts";

const WWW = resolve(__dirname, "../../www");

interface Name {
  object: string;
  property: string;
}

/** Everything that some browser of the floor lacks, by MDN's tables. */
const NEWER = JSON.parse(
  execFileSync(process.execPath, ["--input-type=module", "--eval", 'import { newer } from "./build/newer.js"; process.stdout.write(JSON.stringify(newer()));'], { cwd: WWW, encoding: "utf8" }),
) as { globals: string[]; members: Name[]; inherited: Name[] };

/** Makes a browser old: what the floor lacks is taken away. Its own text is run, in workers too. */
function takeAway({ globals, members, inherited }: typeof NEWER): void {
  const world = globalThis as unknown as Record<string, { prototype?: object } | undefined>;
  // The tables do not always tell what is the object's own from what it hands down.
  for (const { object, property } of [...members, ...inherited])
    for (const of of [world[object], world[object]?.prototype]) if (of) Reflect.deleteProperty(of, property);
  // A browser that asks for trusted types has them: what it asks for cannot be taken away.
  for (const name of globals) if (!/^trusted/i.test(name)) Reflect.deleteProperty(world, name);
}

/** The page's workers are scripts that it makes itself: each begins with the same. */
function oldWorkers(first: string): void {
  const { Blob } = globalThis;
  globalThis.Blob = class extends Blob {
    constructor(parts: BlobPart[] = [], options?: BlobPropertyBag) {
      super(/javascript/.test(options?.type ?? "") ? [first, "\n", ...parts] : parts, options);
    }
  };
}

const BAD = "52220104MJX3145798";
const NOTICE = ["遗失声明", `某某中心（统一社会信用代码${BAD}）`, "遗失公章，声明作废。"];

test.describe("with nothing newer than the oldest browsers have", () => {
  test.beforeEach(async ({ page }) => {
    const old = `(${takeAway})(${JSON.stringify(NEWER)});`;
    await page.addInitScript(old);
    await page.addInitScript(oldWorkers, old);
  });

  test("the page checks, shows and speaks", async ({ page, address, watch }) => {
    await open(page, address);
    // Really old: a few that this browser has otherwise, of each sort.
    expect(await page.evaluate(() => ["toSorted" in Array.prototype, "groupBy" in Object, "navigation" in window, "requestIdleCallback" in window, "any" in AbortSignal])).toEqual(
      Array(5).fill(false),
    );
    await page.locator("#sample").click();
    await expect(page.locator(".cm-content .kn.wrong").first()).toBeVisible();
    await page.keyboard.press("F8");
    await expect(page.locator(".cm-tooltip.details")).toBeVisible();
    await page.locator("#lang").click();
    await page.locator("#theme").click();
    await page.locator("#scope").click();
    await expect(page.locator("#kinds li").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator("#kinds")).toBeHidden();
    expect(await breaches(page)).toEqual([]);
    watch.requests.length = 0;
  });

  test("a text that is checked in a worker", async ({ page, address, watch }) => {
    await open(page, address);
    await paste(page, `${NOTICE.join("\n")}\n${"没有号码的一段话。\n".repeat(150_000)}`);
    await expect(page.locator(".count.wrong .number")).toHaveText("1");
    watch.requests.length = 0;
  });

  for (const [name, file] of Object.entries({
    "gbk.txt": bytesOf(NOTICE.join("\n"), "gbk"),
    "notice.docx": docxOf(NOTICE),
    "notice.pdf": pdfOf([column(NOTICE)], { font: "GBK-EUC-H" }),
    "rows.xlsx": xlsxOf({ a: [NOTICE] }),
    "rows.csv": bytesOf(NOTICE.join(","), "gbk"),
    "notices.zip": zipOf([{ name: "notice.docx", body: docxOf(NOTICE) }]),
  }))
    test(`${name} is read`, async ({ page, address, watch }) => {
      await open(page, address);
      await drop(page, { [name]: file });
      // The reader of PDFs is large, and brings what is missing.
      await expect(page.locator(".cm-content .kn.wrong")).toHaveText(BAD);
      watch.requests.length = 0;
    });
});

/** Where the built page lies as a copy, changed. */
function changed(from: string, to: string, change: (html: string) => string): string {
  const before = readFileSync(from, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(to, after);
  return pathToFileURL(to).href;
}

test("a browser that cannot even read the page's script gets a sentence", async ({ page, address, watch }, info) => {
  if (info.project.name === "site") {
    await page.route("**/assets/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "var a = 1 @ 2;" }));
    await page.goto(address);
  } else {
    const hash = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
    const file = changed(join(WWW, "dist/kanyan.html"), info.outputPath("unread.html"), (html) => {
      const [, code = ""] = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].sort(([a], [b]) => b.length - a.length)[0]!;
      return html.replace(hash(code), () => hash(`var a = 1 @ 2;${code}`)).replace(`<script>${code}`, () => `<script>var a = 1 @ 2;${code}`);
    });
    await page.goto(file);
  }
  await expect(page.locator("#old")).toBeVisible();
  await expect(page.locator("#old")).toContainText("Firefox 115");
  // It was the syntax, not the policy, and nothing else.
  await expect.poll(() => watch.complaints).toEqual([expect.stringMatching(/SyntaxError/)]);
  watch.complaints.length = watch.requests.length = 0;
});

test("a browser that knows no modules gets a sentence", { tag: "@site" }, async ({ page, watch, address }) => {
  // To such a browser the type is of something that it does not run.
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace('<script type="module"', '<script type="unknown"');
    await route.fulfill({ response, body: html });
  });
  await page.goto(address);
  await expect(page.locator("#old")).toBeVisible();
  await expect(page.locator("#version")).toHaveText("");
  watch.requests.length = 0;
});

test("the sentence is not there for a browser that is new enough", async ({ kanyan }) => {
  expect(await kanyan.evaluate(() => document.readyState)).toBe("complete");
  await expect(kanyan.locator("#old")).toBeHidden();
  expect(await copyAll(kanyan)).toBe("");
});
