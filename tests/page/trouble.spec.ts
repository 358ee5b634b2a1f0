import { copyAll, expect, MOD, open, paste, replace, test } from "./fixtures.ts";

const BAD = "52220104MJX3145798";
const NOTICE = `某某中心（统一社会信用代码${BAD}）遗失公章，声明作废。`;

/**
 * Makes the engine break down honestly: the core itself cannot be brought to, so its memory is pulled away under it.
 * While `window.starve` is set, the instance's `check` is entered with a text beyond the end of its memory, which traps
 * inside WebAssembly just as a panic does.
 */
function starvable(): void {
  const page = window as unknown as { starve: boolean; instances: number };
  page.starve = false;
  page.instances = 0;
  const instantiate = WebAssembly.instantiate.bind(WebAssembly) as (module: WebAssembly.Module, imports?: WebAssembly.Imports) => Promise<WebAssembly.Instance>;
  WebAssembly.instantiate = (async (module: WebAssembly.Module, imports?: WebAssembly.Imports) => {
    const instance = await instantiate(module, imports);
    page.instances++;
    const check = instance.exports["check"] as (...args: unknown[]) => unknown;
    const exports = { ...instance.exports, check: (at: number, length: number, ...more: unknown[]) => check(page.starve ? 0xfffffff0 : at, length, ...more) };
    const fake = Object.create(WebAssembly.Instance.prototype) as WebAssembly.Instance;
    Object.defineProperty(fake, "exports", { value: exports });
    return fake;
  }) as typeof WebAssembly.instantiate;
}

test("a break-down of the engine: one sentence, a fresh engine, the text untouched", async ({ page, watch, address }) => {
  await page.addInitScript(starvable);
  await open(page, address);
  watch.requests.length = 0;
  await paste(page, NOTICE);
  await expect(page.locator(".cm-content .kn.wrong")).toHaveText(BAD);

  await page.evaluate(() => ((window as unknown as { starve: boolean }).starve = true));
  await page.keyboard.insertText("完");
  await expect(page.locator("#trouble")).toContainText("检查程序出错了");
  // Nothing that was found before pretends to be about this text.
  await expect(page.locator(".cm-content .kn")).toHaveCount(0);
  await expect(page.locator("#findings .item")).toHaveCount(0);
  await expect(page.locator("#findings .note")).toBeHidden();
  await expect(page.locator(".count.wrong .number")).toHaveText("–");

  await page.evaluate(() => ((window as unknown as { starve: boolean }).starve = false));
  await page.keyboard.insertText("。");
  await expect(page.locator(".cm-content .kn.wrong")).toHaveText(BAD);
  await expect(page.locator("#trouble")).toBeHidden();
  expect(await copyAll(page)).toBe(`${NOTICE}完。`);
  expect(await page.evaluate(() => (window as unknown as { instances: number }).instances)).toBeGreaterThan(1);
  // The trap was reported to the console, and nothing else was.
  watch.provoked = /out of bounds|unreachable/;
  await expect.poll(() => watch.complaints.join()).toMatch(watch.provoked);
});

test("a browser without WebAssembly gets a sentence", async ({ page, watch, address }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto(address);
  await expect(page.locator("#trouble")).toContainText("WebAssembly");
  // The text can still be written.
  await paste(page, NOTICE);
  expect(await copyAll(page)).toBe(NOTICE);
  watch.provoked = /the engine did not start/;
  watch.requests.length = 0;
});

test("a browser that cannot run the page's script gets a sentence", async ({ page, watch, address }) => {
  // As an old one would fail: something the page needs is not there.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "MutationObserver"));
  await page.goto(address);
  await expect(page.locator("#old")).toBeVisible();
  await expect(page.locator("#old")).toContainText("Chrome 109");
  await expect(page.locator("#old")).toContainText("too old");
  watch.provoked = /MutationObserver/;
  watch.requests.length = 0;
});

test("text pasted while the engine still starts is checked when it is there", async ({ page, watch, address }) => {
  await page.addInitScript(() => {
    const compile = WebAssembly.compile.bind(WebAssembly);
    WebAssembly.compile = async (bytes) => {
      await new Promise<void>((done) => ((window as unknown as { release: () => void }).release = done));
      return compile(bytes);
    };
  });
  await page.goto(address);
  await paste(page, "第一段");
  await replace(page, NOTICE);
  await page.keyboard.press(`${MOD}+End`);
  await expect(page.locator("#version")).toHaveText("");
  await expect(page.locator(".cm-content")).toContainText(BAD);
  await page.waitForFunction(() => "release" in window);
  await page.evaluate(() => (window as unknown as { release: () => void }).release());
  await expect(page.locator(".cm-content .kn.wrong")).toHaveText(BAD);
  watch.requests.length = 0;
});
