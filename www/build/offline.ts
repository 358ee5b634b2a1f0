import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { FLOOR } from "./floor.ts";
import { icons } from "./icon.ts";

const WORKER = fileURLToPath(new URL("../worker/worker.ts", import.meta.url));

/** Where the worker lies; `src/shell/update.ts` asks for it by this name. */
export const WORKER_FILE = "sw.js";

/**
 * Makes the site one that can be installed and that works without a network after the first visit (离线): a manifest, its
 * icons, and a service worker with the list of what was built.
 *
 * Workbox would do it, with a run time that is larger than all of our worker and that can do much that this page must not:
 * keep what is not on the list, or let anything unchecked into it.
 */
export function offline(): Plugin {
  return {
    name: "kanyan:offline",
    apply: "build",
    transformIndexHtml: (html) => html.replace("</title>", () => '</title>\n    <link rel="manifest" href="./manifest.json">'),
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "manifest.json", source: manifest() });
      for (const { src, content } of icons()) this.emitFile({ type: "asset", fileName: src, source: content });
    },
    // Only now is everything there, what was merely copied too.
    async writeBundle({ dir }) {
      if (!dir) return this.error("the site has no folder");
      const files = listed(dir);
      writeFileSync(join(dir, WORKER_FILE), await worker(files));
    },
  };
}

/** What a desk never opens without a network: the one file, which is the same once more, and the licences. */
const NOT_KEPT = ["kanyan.html", "licences.txt", WORKER_FILE];

/** All else that lies in the folder, each with its hash: what the worker keeps, and nothing else. */
export function listed(dir: string): Record<string, string> {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1).split(sep).join("/"))
    .filter((name) => !NOT_KEPT.includes(name))
    .sort();
  // The page is kept under the folder's address: many hosts send the browser there when it asks for the file.
  return Object.fromEntries(names.map((name) => [name === "index.html" ? "./" : name, hash(readFileSync(join(dir, name)))]));
}

/** The worker as one classic script, with the list in it: one byte of one file changed makes a new worker, and so a new version. */
async function worker(files: Record<string, string>): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    define: { FILES: JSON.stringify(files), VERSION: JSON.stringify(hash(JSON.stringify(files)).slice(7, 19)) },
    build: { write: false, target: FLOOR, rolldownOptions: { input: WORKER, output: { format: "iife", entryFileNames: WORKER_FILE } } },
  });
  const [chunk] = Array.isArray(built) ? built[0]!.output : "output" in built ? built.output : [];
  if (chunk?.type !== "chunk") throw new Error("the worker was not built");
  return chunk.code;
}

/** As browsers write it in the page. */
function hash(what: string | Uint8Array): string {
  return `sha256-${createHash("sha256").update(what).digest("base64")}`;
}

function manifest(): string {
  return JSON.stringify({
    id: "./",
    name: "刊验 Kanyan",
    short_name: "刊验",
    description: "检查公告里的每个号码；文字不离开这台电脑。",
    lang: "zh-CN",
    start_url: "./",
    scope: "./",
    display: "standalone",
    background_color: "#eef0f2",
    theme_color: "#1f5f8b",
    icons: icons().map(({ content, ...icon }) => icon),
  });
}
