import type { Lang } from "../../../crate/wasm/api.d.ts";
import { h, setText } from "../elements/elements.ts";
import { updateWords } from "../words/update-words.ts";

/** What would be gone when the page is opened afresh. */
export interface Held {
  length(): number;
  text(): string;
}

export interface Update {
  /** The text has changed, perhaps to or from nothing. */
  changed(): void;
  speak(lang: Lang): void;
}

/**
 * Keeps the site for use without a network (离线使用), and announces when a new version of it is ready.
 *
 * The new one never takes over by itself while a page is open: the text stands nowhere but in the page. On a click the text goes
 * to the clipboard, and only then the page is opened afresh. No clock asks for a new version: the browser does, as it opens a page.
 */
export function keepOffline(bar: HTMLElement, held: Held, lang: Lang): Update {
  const message = h("span");
  const now = h("button");
  const later = h("button");
  const line = h("p", "", message, now, later);
  line.id = "update";
  line.hidden = true;
  line.setAttribute("role", "status");
  bar.append(line);

  let registration: ServiceWorkerRegistration | undefined;
  let failed = false;
  let words = updateWords[lang];

  now.addEventListener("click", async () => {
    try {
      if (held.length() > 0) await navigator.clipboard.writeText(held.text());
    } catch {
      failed = true;
      return speak();
    }
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    // It may have taken over already, for another page of ours.
    if (registration?.waiting) registration.waiting.postMessage("take over");
    else location.reload();
  });
  later.addEventListener("click", () => line.remove());

  function speak(): void {
    if (line.hidden) return;
    const full = held.length() > 0;
    setText(message, failed && full ? words.notCopied : full ? words.held : words.ready);
    setText(now, full ? words.copyNow : words.now);
    setText(later, words.later);
  }

  function look(): void {
    // With none active this is the first one, and no news.
    if (!registration?.waiting || !registration.active) return;
    line.hidden = false;
    speak();
  }

  register().then(
    (made) => {
      registration = made;
      look();
      made?.addEventListener("updatefound", () => made.installing?.addEventListener("statechange", look));
    },
    // Forbidden here, or the host does not answer: the page is here all the same.
    () => {},
  );

  return {
    changed() {
      failed = false;
      speak();
    },
    speak(next) {
      words = updateWords[next];
      speak();
    },
  };
}

/** Over plain `http:` there are no service workers, and the page is never kept. */
async function register(): Promise<ServiceWorkerRegistration | undefined> {
  return "serviceWorker" in navigator ? navigator.serviceWorker.register(worker()) : undefined;
}

/** The worker's address, as the page's policy wants it (build/policy.ts): only this one can be made. */
function worker(): string {
  const address = () => "./sw.js";
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(from: string): string } } };
  return trustedTypes?.createPolicy("kanyan-offline", { createScriptURL: address }).createScriptURL("") ?? address();
}
