/**
 * The service worker (离线): keeps exactly the files of one version of the site, and answers for them from there.
 *
 * It asks its own host for nothing but these files, keeps a file only when it is the one that was built, and passes over
 * every request that is not for one of them.
 */
declare const self: ServiceWorkerGlobalScope;

/** What was built, each with its hash; put in by build/offline.ts. The page itself is `./`. */
declare const FILES: Record<string, string>;
declare const VERSION: string;
export {};

/** Other folders of the same host may hold another Kanyan: caches are the host's, not the folder's. */
const OURS = `kanyan ${self.registration.scope} `;
const CACHE = OURS + VERSION;

const files = FILES;
const address = (name: string) => new URL(name, self.registration.scope).href;
const PAGE = address("./");
const kept = new Set(Object.keys(files).map(address));

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

// A new version waits until no page of the old one is open, or until the reader asks for it (src/shell/update.ts).
self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET") return;
  const { origin, pathname } = new URL(url);
  const asked = origin + pathname;
  const wanted = asked === address("index.html") ? PAGE : asked;
  if (mode === "navigate" && wanted === PAGE) event.waitUntil(tidy(0));
  // A page of the version before may still want its own parts: their names tell the versions apart.
  if (kept.has(wanted) || wanted.startsWith(address("assets/"))) event.respondWith(answer(wanted, event.request));
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(
    Object.entries(files).map(async ([name, integrity]) => {
      // It came when this was tried before.
      if (await cache.match(address(name))) return;
      // Not what the browser has of an earlier version; and nothing else than what was built, whatever a proxy answers.
      const response = await fetch(address(name), { cache: "no-cache", integrity, referrerPolicy: "no-referrer" });
      if (!response.ok || response.redirected) throw new Error(`${name}: ${response.status}`);
      await cache.put(address(name), response);
    }),
  );
}

async function takeOver(): Promise<void> {
  // The page that asked for this version is about to be opened afresh.
  await tidy(1);
  // From the first visit on, parts that a page fetches later are there.
  await self.clients.claim();
}

async function answer(wanted: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(wanted)) ?? (await older(wanted)) ?? fetch(request);
}

async function older(wanted: string): Promise<Response | undefined> {
  if (wanted === PAGE) return undefined;
  for (const name of await others()) {
    const found = await (await caches.open(name)).match(wanted);
    if (found) return found;
  }
  return undefined;
}

/** Throws earlier versions away, when no more pages are open than may be. */
async function tidy(pages: number): Promise<void> {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.filter((page) => page.url.startsWith(PAGE)).length > pages) return;
  for (const name of await others()) await caches.delete(name);
}

async function others(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
}
