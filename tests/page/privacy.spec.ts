import { expect, open, past, paste, SAMPLE, test } from "./fixtures.ts";

test("a whole working day without one request", async ({ kanyan, watch }) => {
  await kanyan.locator("#sample").click();
  await kanyan.keyboard.press("F8");
  await kanyan.keyboard.press("Alt+Enter");
  await kanyan.locator("#lang").click();
  await kanyan.locator("#theme").click();
  await kanyan.locator("#day").fill("2024-04-11");
  await kanyan.locator(".cm-content").focus();
  await kanyan.keyboard.press("ControlOrMeta+a");
  await paste(kanyan, SAMPLE);
  await kanyan.locator("#findings .item").first().click();
  await kanyan.keyboard.press("ControlOrMeta+f");
  await kanyan.keyboard.type("声明");
  await past(kanyan, 1500);
  expect(watch.requests).toEqual([]);
});

test("nothing is stored", async ({ kanyan, context }) => {
  await kanyan.locator("#sample").click();
  await kanyan.locator("#lang").click();
  await kanyan.locator("#theme").click();
  expect(
    await kanyan.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, history.state]),
  ).toEqual([0, 0, "", 0, null]);
  expect(await context.cookies()).toEqual([]);
});

test("what the site keeps is itself, without a character of the text", { tag: "@site" }, async ({ kanyan }) => {
  await paste(kanyan, "某某中心遗失公章，声明作废，只此一处。");
  const kept = await kanyan.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const found: { url: string; text: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) found.push({ url: request.url, text: await (await cache.match(request))!.text() });
    }
    return found;
  });
  expect(kept.length).toBeGreaterThan(5);
  for (const { url, text } of kept) {
    expect(url.startsWith(kanyan.url()), url).toBe(true);
    expect(text).not.toContain("只此一处");
  }
});

test("the policy is there from the start and allows nothing but the page itself", async ({ kanyan }, info) => {
  const policy = await kanyan.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toMatch(/^default-src 'none'; /);
  // A worker's script may be made in the page, or be the one that keeps the site; whatever else comes from there may not.
  const workers = info.project.name === "site" ? "worker-src blob: 'self';" : "worker-src blob:;";
  expect(policy).toContain(workers);
  expect(policy!.replace(workers, "")).not.toMatch(/connect-src|unsafe-inline|'unsafe-eval'|https?:|\*|blob:/);
  if (info.project.name === "one-file") expect(policy).not.toContain("'self'");
});

test("the policy stops what would carry the text away", async ({ kanyan, watch }) => {
  const tried = await kanyan.evaluate(async () => {
    const failed: string[] = [];
    await fetch("https://example.invalid/").catch(() => failed.push("fetch"));
    await new Promise<void>((done) => {
      const refused = () => done(void failed.push("socket"));
      try {
        new WebSocket("wss://example.invalid/").onerror = refused;
      } catch {
        refused();
      }
    });
    if (!navigator.sendBeacon("https://example.invalid/", "x")) failed.push("beacon");
    await new Promise<void>((done) => {
      const image = new Image();
      image.onerror = () => done(void failed.push("image"));
      image.src = "https://example.invalid/x.png";
    });
    try {
      // eslint-disable-next-line no-eval
      eval("1");
    } catch {
      failed.push("eval");
    }
    return failed;
  });
  expect(tried).toEqual(expect.arrayContaining(["fetch", "socket", "image", "eval"]));
  // The browser complained of each, as it should; nothing went out.
  await expect.poll(() => watch.complaints.filter((complaint) => complaint.startsWith("policy:")).length).toBeGreaterThanOrEqual(4);
  watch.provoked = /^policy: |Content Security Policy|TrustedScript/;
  watch.requests.length = 0;
});

test("spelling, completion and translation services are kept off the text", async ({ kanyan }) => {
  const content = kanyan.locator(".cm-content");
  for (const [name, value] of [["spellcheck", "false"], ["autocorrect", "off"], ["writingsuggestions", "false"], ["translate", "no"], ["data-gramm", "false"]] as const)
    await expect(content).toHaveAttribute(name, value);
  await expect(kanyan.locator("html")).toHaveAttribute("translate", "no");
});

test("works where nothing can be reached at all", async ({ page, context, address, watch }, info) => {
  // The site has to come from somewhere once; the one file is opened without any network at all.
  const fromServer = info.project.name === "site";
  if (fromServer) await open(page, address);
  await context.setOffline(true);
  if (!fromServer) await open(page, address);
  watch.requests.length = 0;
  await page.locator("#sample").click();
  await expect(page.locator("#findings .item").first()).toBeVisible();
});
