/**
 * Speed of the built page in Chromium, by the page's own measures (`www/src/timing.ts`). Prints one line of JSON.
 *
 * `node chromium.mjs ADDRESS`: the site's address. It must be served isolated (COOP and COEP), or the clock counts in
 * steps of a tenth of a millisecond. The browser is named by `CHROMIUM`.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);
const { chromium } = createRequire(new URL("www/package.json", root))("@playwright/test");
const [, , address] = process.argv;

const marked = readFileSync(new URL("tests/corpus/page.txt", root), "utf8");
const page = marked.replace(/⟦([^⟧]*)\|[^|⟧]*⟧/g, "$1");
const large = page.repeat(Math.ceil(100_000 / page.length)).slice(0, 100_000);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});

/** Runs in the page before its own scripts: keeps every measure and every long task, and notes when the page is ready. */
function watch() {
  window.seen = { "kanyan:check": [], "kanyan:laid-out": [], longtask: [], ready: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seen[entry.name]?.push(entry.duration);
  }).observe({ type: "measure", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seen.longtask.push(entry.duration);
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName("kanyan:ready")) window.seen.ready = entry.startTime;
  }).observe({ type: "mark", buffered: true });
}

async function open(where, throttle) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
  const tab = await context.newPage();
  await tab.addInitScript(watch);
  if (throttle) await (await context.newCDPSession(tab)).send("Emulation.setCPUThrottlingRate", { rate: throttle });
  await tab.goto(where, { waitUntil: "load" });
  await tab.waitForFunction(() => window.seen.ready > 0);
  return tab;
}

async function paste(tab, text) {
  await tab.locator(".cm-content").evaluate((target, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await tab.waitForFunction(() => window.seen["kanyan:laid-out"].length > 0);
}

/** Forgets what was measured so far. */
const forget = (tab) => tab.evaluate(() => Object.values(window.seen).forEach((list) => Array.isArray(list) && list.splice(0)));

async function type(tab, count) {
  await forget(tab);
  await tab.locator(".cm-content").focus();
  for (let i = 0; i < count; i++) {
    await tab.keyboard.press("a");
    await tab.waitForFunction((count) => window.seen["kanyan:laid-out"].length > count, i, { polling: 10 });
  }
  return tab.evaluate(() => window.seen);
}

function spread(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return { p50: sorted[Math.floor(sorted.length * 0.5)], p99: sorted[Math.floor(sorted.length * 0.99)], count: sorted.length };
}

/** The engine alone, page after page, as in Node: its own files, laid beside the built page for this once. */
async function engine() {
  const context = await browser.newContext({ bypassCSP: true });
  const tab = await context.newPage();
  const wasm = new URL("www/wasm/", root);
  await tab.route(`${address}wasm/**`, (route) =>
    route.fulfill({ path: fileURLToPath(new URL(new URL(route.request().url()).pathname.replace("/wasm/", ""), wasm)) }),
  );
  await tab.goto(address);
  const times = await tab.evaluate(async (text) => {
    const glue = await import("/wasm/kanyan.js");
    await glue.default({ module_or_path: await (await fetch("/wasm/kanyan_bg.wasm")).arrayBuffer() });
    const options = { lang: "zh", today: "2024-04-11" };
    const taken = [];
    for (let i = 0; i < 4000; i++) {
      const start = performance.now();
      glue.check(text, options);
      taken.push(performance.now() - start);
    }
    return taken.slice(2000);
  }, page);
  await context.close();
  return times;
}

const result = {};
try {
  result.engine = spread(await engine());
  let tab = await open(address);
  result.isolated = await tab.evaluate(() => crossOriginIsolated);
  await paste(tab, page);
  await type(tab, 60);
  const typed = await type(tab, 300);
  result.page = { check: spread(typed["kanyan:check"]), laidOut: spread(typed["kanyan:laid-out"]), longtasks: typed.longtask };
  await tab.context().close();

  const pastes = [];
  for (let i = 0; i < 7; i++) {
    tab = await open(address);
    await paste(tab, large);
    pastes.push((await tab.evaluate(() => window.seen["kanyan:laid-out"]))[0]);
    if (i < 6) await tab.context().close();
  }
  const keys = await type(tab, 100);
  result.large = { paste: spread(pastes), check: spread(keys["kanyan:check"]), laidOut: spread(keys["kanyan:laid-out"]), longtasks: keys.longtask };
  await tab.context().close();

  const alone = new URL("www/dist/kanyan.html", root).href;
  const opened = [];
  for (let i = 0; i < 7; i++) {
    tab = await open(alone, 4);
    opened.push(await tab.evaluate(() => window.seen.ready));
    await tab.context().close();
  }
  result.open = spread(opened);
} finally {
  await browser.close();
}
console.log(JSON.stringify(result));
