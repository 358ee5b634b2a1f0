import { expect, test as base, type Locator, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const DIST = resolve(__dirname, "../../www/dist");
const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** The made-up page behind the sample button. */
export const SAMPLE = readFileSync(resolve(DIST, "../src/shell/sample.txt"), "utf8").trimEnd();

const AXE = readFileSync(join(__dirname, "../../www/node_modules/axe-core/axe.min.js"), "utf8");

/** The browser's own name for the modifier of shortcuts. */
export const MOD = process.platform === "darwin" ? "Meta" : "Control";

/** What the browser had to say against the page, and what the page asked of the world. */
export interface Watch {
  /** Addresses asked for, after the page was ready. */
  requests: string[];
  /** Console errors, uncaught errors, breaches of the policy. */
  complaints: string[];
  /** What the test makes the browser complain of: a complaint may come later than what it is about. */
  provoked?: RegExp;
}

export interface Fixtures {
  /** Where the build under test stands. */
  address: string;
  watch: Watch;
  /** The page, open and ready. */
  kanyan: Page;
}

export const test = base.extend<Fixtures, { site: string }>({
  site: [
    async ({}, use) => {
      const server = await serve(DIST);
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      server.close();
    },
    { scope: "worker" },
  ],
  address: async ({ site }, use, info) => {
    await use(info.project.name === "site" ? site : pathToFileURL(join(DIST, "kanyan.html")).href);
  },
  watch: async ({ page, context }, use) => {
    const watch: Watch = { requests: [], complaints: [] };
    const strange: string[] = [];
    // What keeps the site asks for its files after the page is ready: of its own host, and without a word.
    context.on("request", (request) => {
      const worker = request.serviceWorker();
      if (!worker) return;
      const folder = new URL("./", worker.url()).href;
      if (request.method() !== "GET" || request.postData() !== null || !request.url().startsWith(folder) || /[?#]/.test(request.url())) strange.push(request.url());
    });
    // A worker's script that the page makes in its memory has an address, too, but nobody is asked for anything.
    page.on("request", (request) => !request.url().startsWith("blob:") && watch.requests.push(request.url()));
    page.on("websocket", (socket) => watch.requests.push(socket.url()));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") watch.complaints.push(message.text());
    });
    page.on("pageerror", (error) => watch.complaints.push(String(error)));
    await page.addInitScript(() =>
      addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)),
    );
    await use(watch);
    // Nothing after the page was ready, and no complaint from anywhere, in any test.
    expect.soft(watch.requests, "requests after loading").toEqual([]);
    expect.soft(strange, "requests of the service worker but for its files").toEqual([]);
    expect.soft(watch.complaints.filter((complaint) => !watch.provoked?.test(complaint)), "complaints of the browser").toEqual([]);
  },
  kanyan: async ({ page, watch, address }, use) => {
    await open(page, address);
    watch.requests.length = 0;
    await use(page);
  },
});

export { expect };

/** Opens the page and waits until its engine answers. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: "load" });
  await expect(page.locator("#version")).toHaveText(/\d/);
}

/** Shows the tools of the bar, which are behind a button where it is narrow. */
export async function showTools(page: Page): Promise<void> {
  if (await page.locator("#menu").isVisible()) await page.locator("#menu").click();
}

/** Pastes a text at the cursor, as a clipboard of plain text does. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.locator(".cm-content").evaluate((target, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Empties the editor and pastes a text. */
export async function replace(page: Page, text: string): Promise<void> {
  await page.locator(".cm-content").focus();
  await page.keyboard.press(`${MOD}+a`);
  await paste(page, text);
}

/** The text of the editor as a copy of all of it gives it. */
export async function copyAll(page: Page): Promise<string> {
  await page.locator(".cm-content").focus();
  await page.keyboard.press(`${MOD}+a`);
  return page.locator(".cm-content").evaluate((target) => {
    const clipboardData = new DataTransfer();
    target.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData("text/plain");
  });
}

/** Waits until what was just asked for is drawn: the editor measures, scrolls and places what floats over it frame by frame. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

/** Waits until all timers of the page that were to run within so many milliseconds have run: what has not happened then never will. */
export async function past(page: Page, ms: number): Promise<void> {
  await page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), ms);
}

/** Nothing that is seen of these parts is Chinese. */
export async function isEnglish(parts: Locator): Promise<void> {
  await expect(parts).not.toHaveCount(0);
  await expect.poll(async () => (await parts.allInnerTexts()).filter((text) => /\p{Script=Han}/u.test(text)), String(parts)).toEqual([]);
}

/** Breaches of WCAG and of good practice that axe finds, one text each. */
export async function breaches(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`));
  });
}

/**
 * What of a page runs out at the side, one text each: text that is cut off, parts that stand beyond the edge.
 *
 * It is measured as it is seen, by the lines of the text itself: widths that the browser rounds up or down differ from font to
 * font. Less than a pixel is nothing that anybody sees. What is cut on purpose says so by its dots, what scrolls can be brought
 * into view; both are passed over below their own edge.
 */
export async function outside(page: Page, selector = "body"): Promise<string[]> {
  return page.locator(selector).evaluateAll((roots) => {
    const SEEN = 1;
    const edgesOf = (element: Element): { left: number; right: number } | undefined => {
      let [left, right] = [0, innerWidth];
      for (let box: Element | null = element; box; box = box.parentElement) {
        const { overflowX, textOverflow, clipPath, position } = getComputedStyle(box);
        // For readers of the screen only.
        if (clipPath !== "none") return undefined;
        if (overflowX === "visible") {
          if (position === "fixed") break;
          continue;
        }
        if (textOverflow === "ellipsis") return undefined;
        const own = box.getBoundingClientRect();
        left = Math.max(left, own.left);
        right = Math.min(right, own.right);
        // What can be scrolled to the side is reached that way, but the page itself never is.
        if (overflowX !== "hidden" && box.scrollWidth > box.clientWidth + SEEN && box.matches("[role=tablist], .cm-scroller")) return undefined;
      }
      return { left, right };
    };
    const out: string[] = [];
    for (const root of roots) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        const text = node.textContent?.trim();
        if (!element || !text || !element.checkVisibility({ visibilityProperty: true })) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const edges = edgesOf(element);
        if (!edges) continue;
        for (const { left, right, width } of range.getClientRects()) {
          if (width > 0 && (left < edges.left - SEEN || right > edges.right + SEEN)) {
            out.push(`${text.slice(0, 40)}: ${left.toFixed(2)} to ${right.toFixed(2)} of ${edges.left.toFixed(2)} to ${edges.right.toFixed(2)}`);
            break;
          }
        }
      }
    }
    return out;
  });
}

/** How far the page can be scrolled, to the side and down: not at all, as its parts do. */
export async function scrolls(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { scrollLeft, scrollTop } = document.documentElement;
    document.documentElement.scrollTo(9999, 9999);
    const reached = [document.documentElement.scrollLeft, document.documentElement.scrollTop];
    document.documentElement.scrollTo(scrollLeft, scrollTop);
    // Less than a pixel is rounding.
    return reached.map((pixels) => (pixels < 1 ? 0 : pixels));
  });
}

/** Keeps a picture of the page, to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(__dirname, `artefacts/${name}.png`) });
}

function serve(root: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://page").pathname);
    const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
    try {
      const body = await readFile(file);
      response.writeHead(200, { "content-type": `${TYPES[extname(file)] ?? "application/octet-stream"}; charset=utf-8` }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}
