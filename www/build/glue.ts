import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import type { Plugin } from "vite";
import { asText, putIn } from "./binary.ts";

const BINARY = fileURLToPath(new URL("../wasm/kanyan_bg.wasm", import.meta.url));
const MISSING = "www/wasm/ is missing: run `cargo xtask wasm` first";

/**
 * The engine's two files, for a page that may fetch nothing.
 *
 * - `kanyan_bg.wasm`: the binary, as text in the page (binary.ts).
 * - `kanyan.js?factory`: wasm-bindgen's glue as a function. The glue keeps its instance in the module's own variables, so
 *   there is one engine a page; called as a function it gives a new one, which is what the page wants after a panic.
 */
export function glue(alone: boolean): Plugin {
  return {
    name: "kanyan:glue",
    enforce: "pre",
    resolveId(source, importer) {
      return importer && source.endsWith("?factory") ? resolve(dirname(importer), source) : null;
    },
    load(id) {
      const [file = "", query] = id.split("?");
      return query === "factory" ? factory(read(file).toString("utf8")) : null;
    },
    transformIndexHtml: { order: "post", handler: (html) => putIn(html, (alone ? asDeflated : asText)(read(BINARY))) },
  };
}

/**
 * The binary packed, as base64, for the one file: nothing compresses that on the way to the browser, which spends longer
 * on reading a large page than on inflating a small one.
 */
export function asDeflated(binary: Uint8Array): string {
  return deflateRawSync(binary, { level: 9 }).toString("base64");
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Error(MISSING);
  }
}

/**
 * Rewrites the glue (an ES module) into `export default function (objects) { …; return { check, kinds, init } }`.
 *
 * The one thing it imports, how objects are made of a tape, becomes its argument: so it needs nothing around it, and its own
 * text can be sent to a worker (src/engine/worker-checks.ts), which leaves that to the page.
 */
export function factory(source: string): string {
  const body = source
    .replace(/^import \{ objects \} from .*;$/gm, "")
    .replace(/^export function /gm, "function ")
    .replace(/^export \{[^}]*\};?$/gm, "")
    // The glue's own guess where the binary lies: never used here, and not valid outside a module.
    .replace(/new URL\([^)]*import\.meta\.url\)/g, "undefined");
  for (const name of ["check", "kinds", "__wbg_init"])
    if (!new RegExp(`^(async )?function ${name}\\b`, "m").test(body)) throw new Error(`wasm-bindgen's glue has no ${name}: see build/glue.ts`);
  if (/^\s*(export|import)\b|import\.meta/m.test(body)) throw new Error("wasm-bindgen's glue is no longer self-contained: see build/glue.ts");
  return `export default function (objects) {\n${body}\nreturn { check, kinds, init: __wbg_init };\n}`;
}
