import type { BrowserContext, Page } from "@playwright/test";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { copyAll, expect, MOD, open, past, paste, test as base } from "./fixtures.ts";
import { drop } from "./making/drop.ts";
import { docxOf } from "./making/office.ts";

const DIST = resolve(__dirname, "../../www/dist");
const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png" };

/** Invented: no organisation has this code. Two characters of a valid one are swapped. */
const BAD = "52220104MJX3145798";
const NOTICE = `某某中心（统一社会信用代码${BAD}）遗失公章，声明作废。`;

/** A host with the site in a folder of its own, as anyone may put it up. */
interface Host {
  address: string;
  /** Methods and paths that were asked for. */
  log: string[];
  folder: string;
  close(): Promise<void>;
}

const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "kanyan-"));
    cpSync(DIST, folder, { recursive: true });
    const log: string[] = [];
    const server = await serve(folder, log);
    const close = () => new Promise<void>((done) => (server.closeAllConnections(), server.close(() => done())));
    await use({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/desk/kanyan/`, log, folder, close });
    await close();
    rmSync(folder, { recursive: true });
  },
});

function serve(folder: string, log: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    log.push(`${request.method} ${request.url}`);
    const path = request.url!.replace("/desk/kanyan/", "");
    try {
      const body = readFileSync(join(folder, path || "index.html"));
      response.writeHead(200, { "content-type": `${TYPES[extname(path || ".html")]}; charset=utf-8` }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

/** What was built and is to be kept, by the addresses that it is asked for. */
const built = () =>
  readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(DIST.length + 1))
    .filter((name) => !["kanyan.html", "licences.txt", "sw.js"].includes(name))
    .map((name) => `/desk/kanyan/${name === "index.html" ? "" : name}`)
    .sort();

/** Opens the page and waits until all of it is kept. */
async function visit(page: Page, host: Host): Promise<void> {
  await open(page, host.address);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
  });
}

const caches = (page: Page) =>
  page.evaluate(async () => {
    const all: Record<string, string[]> = {};
    for (const name of await globalThis.caches.keys()) all[name] = (await (await globalThis.caches.open(name)).keys()).map(({ url }) => new URL(url).pathname).sort();
    return all;
  });

/** Puts up another version, told by its title alone. */
async function publish(page: Page, host: Host): Promise<void> {
  const [name] = Object.keys(await caches(page));
  const version = name!.split(" ").at(-1)!;
  const index = readFileSync(join(host.folder, "index.html"), "utf8");
  const next = index.replace("<body>", '<body data-version="next">');
  expect(next).not.toBe(index);
  writeFileSync(join(host.folder, "index.html"), next);
  const hash = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
  const worker = readFileSync(join(host.folder, "sw.js"), "utf8");
  expect(worker).toContain(hash(index));
  expect(worker).toContain(version);
  writeFileSync(join(host.folder, "sw.js"), worker.replaceAll(hash(index), hash(next)).replaceAll(version, "next"));
}

const isNext = (page: Page) => page.evaluate(() => document.body.dataset["version"] === "next");

test("after the first visit it opens, and checks, with the host gone", async ({ page, watch, host }) => {
  await visit(page, host);
  await host.close();
  for (const address of [host.address, `${host.address}index.html`, `${host.address}?from=desk#top`]) {
    await open(page, address);
    await paste(page, NOTICE);
    await expect(page.locator(".cm-content .kn.wrong")).toHaveText(BAD);
  }
  // What reads files is loaded when first needed: it is there too.
  await drop(page, { "notice.docx": docxOf(["遗失声明", NOTICE]) });
  await expect(page.locator(".cm-content")).toContainText("遗失声明");
  watch.requests.length = 0;
});

test("exactly what was built is kept, asked for once, of its own host only", async ({ page, context, watch, host }) => {
  const others: string[] = [];
  context.on("request", (request) => void (request.url().startsWith(host.address) || /^(data|blob):/.test(request.url()) || others.push(request.url())));
  await visit(page, host);
  expect(Object.values(await caches(page))).toEqual([built()]);
  const asked = host.log.filter((line) => !line.endsWith("/sw.js")).map((line) => line.replace("GET ", ""));
  expect([...new Set(asked)].sort()).toEqual(built());
  // Once for the page, once for keeping.
  for (const path of built()) expect(asked.filter((line) => line === path).length, path).toBeLessThanOrEqual(2);
  expect(host.log.filter((line) => line.endsWith("/sw.js"))).toHaveLength(1);
  expect(others).toEqual([]);

  // A working day: nothing is asked for.
  host.log.length = 0;
  await paste(page, NOTICE);
  await page.locator("#sample").click();
  await page.locator("#scope").click();
  await past(page, 1500);
  expect(host.log).toEqual([]);
  expect(others).toEqual([]);
  watch.requests.length = 0;
});

test("what the worker does not keep it leaves alone", async ({ page, watch, host }) => {
  await visit(page, host);
  writeFileSync(join(host.folder, "elsewhere.html"), '<!doctype html><title>elsewhere</title><link rel="icon" href="data:,">');
  await page.goto(`${host.address}elsewhere.html`);
  await expect(page).toHaveTitle("elsewhere");
  expect(host.log).toContain("GET /desk/kanyan/elsewhere.html");
  expect(Object.values(await caches(page))).toEqual([built()]);
  watch.requests.length = 0;
});

test("a file that is not the one that was built is never kept", async ({ page, watch, host }) => {
  // As a proxy would answer that wants one to sign in first.
  writeFileSync(join(host.folder, "icon.svg"), "<!doctype html><title>sign in</title>");
  // It may be over and gone before anybody looks: what becomes of it is noted from the moment it is there.
  await page.addInitScript(() => {
    const states: string[] = [];
    Object.assign(window, { states });
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = async function (...what) {
      const registration = await register.apply(this, what);
      const worker = registration.installing ?? registration.waiting ?? registration.active;
      if (!worker) states.push("gone");
      worker?.addEventListener("statechange", () => states.push(worker.state));
      return registration;
    };
  });
  await open(page, host.address);
  await page.waitForFunction(() => (window as unknown as { states: string[] }).states.length > 0);
  expect(await page.evaluate(() => (window as unknown as { states: string[] }).states)).not.toContain("installed");
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(Object.values(await caches(page)).flat()).not.toContain("/desk/kanyan/icon.svg");
  await paste(page, NOTICE);
  await expect(page.locator(".cm-content .kn.wrong")).toHaveText(BAD);
  watch.requests.length = 0;
  watch.complaints.length = 0;
});

test.describe("a new version", () => {
  test.beforeEach(async ({ page, host, watch: _ }) => {
    await visit(page, host);
    await publish(page, host);
    await open(page, host.address);
    expect(await isNext(page)).toBe(false);
    await expect(page.locator("#update")).toBeVisible();
  });

  test.afterEach(({ watch }) => {
    watch.requests.length = 0;
  });

  test("says so, and waits for the click", async ({ page }) => {
    await expect(page.locator("#update")).toContainText("新版本");
    await page.locator("#lang").click();
    await expect(page.locator("#update")).toContainText("new version");
    await page.reload();
    expect(await isNext(page)).toBe(false);
    await page.locator("#update button").first().click();
    await expect.poll(() => isNext(page).catch(() => false)).toBe(true);
    await open(page, page.url());
    await expect(page.locator("#update")).toBeHidden();
    await expect.poll(async () => Object.keys(await caches(page))).toEqual([expect.stringMatching(/ next$/)]);
  });

  test("does not lose the text: it is copied first", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await paste(page, NOTICE);
    await expect(page.locator("#update button").first()).toHaveText("复制文字，现在换");
    await page.locator("#update button").first().click();
    await expect.poll(() => isNext(page).catch(() => false)).toBe(true);
    await page.locator(".cm-content").focus();
    await page.keyboard.press(`${MOD}+v`);
    expect(await copyAll(page)).toBe(NOTICE);
  });

  test("where it cannot be copied nothing is changed", async ({ page }) => {
    await paste(page, NOTICE);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    await page.locator("#update button").first().click();
    await expect(page.locator("#update")).toContainText("没有复制成");
    expect(await isNext(page)).toBe(false);
    expect(await copyAll(page)).toBe(NOTICE);
  });

  test("can wait until later", async ({ page }) => {
    await page.getByRole("button", { name: "以后再说" }).click();
    await expect(page.locator("#update")).toHaveCount(0);
    expect(await isNext(page)).toBe(false);
  });

  test("is there at the next opening, and only the old one is thrown away", async ({ page, context, host }) => {
    // Of another page of the same host, and of another Kanyan there.
    const foreign = ["another", `kanyan ${new URL("/desk/", host.address).href} old`];
    await page.evaluate(async (names) => {
      for (const name of names) await (await globalThis.caches.open(name)).put("/x", new Response("x"));
    }, foreign);
    await page.close();
    const later = await reopened(context, host);
    expect(await isNext(later)).toBe(true);
    await expect.poll(async () => Object.keys(await caches(later)).sort()).toEqual([...foreign, `kanyan ${host.address} next`].sort());
  });

  test("leaves another open page as it is, text and parts", async ({ page, context, host }) => {
    const other = await context.newPage();
    await open(other, host.address);
    await paste(other, NOTICE);
    await page.locator("#update button").first().click();
    await expect.poll(() => isNext(page).catch(() => false)).toBe(true);
    expect(await isNext(other)).toBe(false);
    expect(await copyAll(other)).toBe(NOTICE);
    // The parts of its own version are kept as long as it is open.
    await expect.poll(async () => Object.keys(await caches(page))).toHaveLength(2);
    await other.close();
    await page.close();
    const later = await reopened(context, host);
    await expect.poll(async () => Object.keys(await caches(later)).length).toBe(1);
  });
});

/** Opens the page where none is open: those that were closed are gone, and a version that waited for that has taken over. */
async function reopened(context: BrowserContext, host: Host): Promise<Page> {
  const worker = context.serviceWorkers().at(-1)!;
  await expect
    .poll(() =>
      worker.evaluate(async () => {
        const { clients, registration } = globalThis as unknown as { clients: { matchAll(which: object): Promise<unknown[]> }; registration: ServiceWorkerRegistration };
        return [(await clients.matchAll({ type: "window", includeUncontrolled: true })).length, registration.waiting];
      }),
    )
    .toEqual([0, null]);
  const page = await context.newPage();
  await open(page, host.address);
  return page;
}

test("kanyan.html has none of it", async ({ page, watch }) => {
  await open(page, pathToFileURL(join(DIST, "kanyan.html")).href);
  await expect(page.locator('link[rel="manifest"], #update')).toHaveCount(0);
  const source = readFileSync(join(DIST, "kanyan.html"), "utf8");
  expect(source).not.toMatch(/sw\.js|manifest|kanyan-offline/);
  watch.requests.length = 0;
});
