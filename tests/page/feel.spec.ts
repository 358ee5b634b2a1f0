/**
 * How the page feels (手感), as a report: `artefacts/feel-*.json`, and a table. It asserts no time, only that the work was done:
 * figures need a quiet machine. Alone, and with the median of more runs:
 *
 * `FEEL=5 npx playwright test -c ../tests/page/playwright.config.ts --workers 1 feel.spec.ts`
 */
import type { Browser, CDPSession, Page } from "@playwright/test";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, MOD, test } from "./fixtures.ts";

/** So many times each. */
const RUNS = Number(process.env["FEEL"] ?? 1);
const KEYS = 60;

const marked = readFileSync(join(__dirname, "../corpus/page.txt"), "utf8");
const PAGE = marked.replace(/⟦([^⟧]*)\|[^|⟧]*⟧/g, "$1");
/** So many UTF-16 units of it are 10 MB of UTF-8. */
const TEN_MB = Math.floor((10_000_000 / Buffer.byteLength(PAGE)) * PAGE.length);

const TEXTS = [
  ["31 KB", PAGE.length],
  ["100,000 characters", 100_000],
  ["10 MB", TEN_MB],
] as const;

const SPEEDS = [1, 4];

/** What the page measures of itself (www/src/engine/timing.ts), and every long task. */
interface Seen {
  ready: number;
  laidOut: number[];
  check: number[];
  tasks: number[];
}

const report: Record<string, number> = {};

test.describe.configure({ mode: "default" });
test.beforeEach(() => test.setTimeout(120_000 + RUNS * 60_000));
test.afterAll(({}, info) => {
  mkdirSync(join(__dirname, "artefacts"), { recursive: true });
  writeFileSync(join(__dirname, `artefacts/feel-${info.project.name}.json`), JSON.stringify(report, null, 1));
  const rows = Object.entries(report).map(([name, figure]) => `${name.padEnd(80)} ${figure.toFixed(1).padStart(9)}`);
  console.log(`${info.project.name}\n${rows.join("\n")}`);
});

for (const speed of SPEEDS)
  test(`from opening to ready, ${speed} × slower`, async ({ browser, address }) => {
    const ready: number[] = [];
    const painted: number[] = [];
    const tasks: number[] = [];
    for (let run = 0; run < Math.max(RUNS, 3); run++) {
      const page = await fresh(browser, address, speed);
      const seen = await look(page);
      ready.push(seen.ready);
      painted.push(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0));
      tasks.push(Math.max(0, ...seen.tasks));
      await page.context().close();
    }
    expect(Math.min(...ready)).toBeGreaterThan(0);
    note(`open, ${speed} × slower: first paint, ms`, median(painted));
    note(`open, ${speed} × slower: ready, ms`, median(ready));
    note(`open, ${speed} × slower: longest task, ms`, median(tasks));
  });

for (const [name, length] of TEXTS)
  for (const speed of SPEEDS)
    test(`paste of ${name}, ${speed} × slower`, async ({ browser, address }) => {
      const laidOut: number[] = [];
      const tasks: Task[] = [];
      const heap: number[] = [];
      const peak: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        const page = await fresh(browser, address, speed);
        await settled(page);
        await forget(page);
        await browser.startTracing(page, TRACED);
        await pasteRepeated(page, length);
        await page.waitForFunction(() => seen.laidOut.length > 0, undefined);
        await page.waitForTimeout(500);
        tasks.push(...tasksOf(await browser.stopTracing()));
        laidOut.push((await look(page)).laidOut[0]!);
        await expect(page.locator("#findings .item").first()).toBeVisible();
        await expect.poll(async () => Number(await page.locator(".count.verified .number").innerText())).toBeGreaterThan((length / PAGE.length) * 10);
        const session = await page.context().newCDPSession(page);
        heap.push(await heapOf(session));
        peak.push(await peakOf(browser));
        await page.context().close();
      }
      note(`paste of ${name}, ${speed} × slower: to laid out, ms`, median(laidOut));
      noteTasks(`paste of ${name}, ${speed} × slower`, tasks);
      if (speed > 1) return;
      note(`paste of ${name}: heap afterwards, MB`, median(heap));
      note(`paste of ${name}: most of the process, MB`, median(peak));
    });

for (const [name, length] of TEXTS.slice(1))
  for (const speed of SPEEDS)
    for (const [place, key] of [["beginning", "Home"], ["end", "End"]] as const)
      test(`typing at the ${place} of ${name}, ${speed} × slower`, async ({ browser, address }) => {
        const page = await fresh(browser, address, speed);
        await pasteRepeated(page, length);
        await page.waitForFunction(() => seen.laidOut.length > 0, undefined);
        await page.locator(".cm-content").focus();
        await page.keyboard.press(`${MOD}+${key}`);
        await page.waitForTimeout(500);
        await forget(page);
        await browser.startTracing(page, TRACED);
        for (let i = 0; i < KEYS; i++) {
          await page.keyboard.press("0123456789"[i % 10]!);
          await page.waitForTimeout(40);
        }
        await page.waitForFunction(() => seen.laidOut.length > 0, undefined);
        await page.waitForTimeout(1000);
        const tasks = tasksOf(await browser.stopTracing());
        const { laidOut } = await look(page);
        await expect(page.locator(".cm-content")).toContainText("0123456789".repeat(KEYS / 10));
        expect(tasks.length).toBeGreaterThan(KEYS);
        const title = `typing at the ${place} of ${name}, ${speed} × slower`;
        note(`${title}: key to laid out, p50, ms`, median(laidOut));
        noteTasks(title, tasks);
        await page.context().close();
      });

declare const seen: Seen;

function note(name: string, figure: number): void {
  report[name] = Math.round(figure * 10) / 10;
}

function noteTasks(title: string, tasks: Task[]): void {
  note(`${title}: longest task, ms`, Math.max(...tasks.map(({ wall }) => wall)));
  note(`${title}: longest task, of its own work, ms`, Math.max(...tasks.map(({ own }) => own)));
  note(`${title}: tasks over 50 ms`, tasks.filter(({ wall }) => wall > 50).length);
}

const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

const look = (page: Page) => page.evaluate(() => seen);
const forget = (page: Page) => page.evaluate(() => [seen.laidOut, seen.check, seen.tasks].forEach((list) => list.splice(0)));

/** The page in a context of its own, slowed down, its measures kept from the start. */
async function fresh(browser: Browser, address: string, speed: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen: Seen = { ready: 0, laidOut: [], check: [], tasks: [] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { name, duration, startTime } of list.getEntries()) {
        if (name === "kanyan:ready") seen.ready = startTime;
        if (name === "kanyan:laid-out") seen.laidOut.push(duration);
        if (name === "kanyan:check") seen.check.push(duration);
      }
    }).observe({ entryTypes: ["mark", "measure"] });
    new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true });
  });
  if (speed > 1) await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: speed });
  await page.goto(address, { waitUntil: "load" });
  await page.waitForFunction(() => seen.ready > 0);
  return page;
}

/** As a clerk pastes: when the page has been open for a while. */
const settled = (page: Page) => page.waitForTimeout(1500);

async function pasteRepeated(page: Page, length: number): Promise<void> {
  await page.locator(".cm-content").evaluate(
    (target, [text, length]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text.repeat(Math.ceil(length / text.length)).slice(0, length));
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      // In a task of its own: what was before is not the paste's.
      setTimeout(() => target.dispatchEvent(event));
    },
    [PAGE, length] as const,
  );
}

/** What the page holds after a collection, its buffers and the engine's memory too. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  const usage = (await session.send("Runtime.getHeapUsage")) as { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number };
  return (usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0)) / 1e6;
}

/** The most that the largest process of a page ever held, workers and all; 0 where the system does not tell. */
async function peakOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const peaks = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => {
      try {
        return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0) / 1000;
      } catch {
        return 0;
      }
    });
  return Math.max(0, ...peaks);
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

const TRACED = { categories: ["toplevel", "devtools.timeline"] };

/** A task of the page's main thread, in ms: by the clock, and how long it worked itself, whatever else the computer did. */
interface Task {
  wall: number;
  own: number;
}

function tasksOf(trace: Buffer): Task[] {
  const { traceEvents } = JSON.parse(trace.toString("utf8")) as { traceEvents: TraceEvent[] };
  const threads = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => /RunTask$/.test(name) && ph === "X" && threads.has(`${pid} ${tid}`));
  return tasks.map(({ dur = 0, tdur = dur }) => ({ wall: dur / 1000, own: tdur / 1000 }));
}
