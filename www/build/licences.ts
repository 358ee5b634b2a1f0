import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { putIn } from "./binary.ts";

const HOME = fileURLToPath(new URL("../", import.meta.url));

/**
 * The licences of everything the page is made with (许可证): `dist/licences.txt` beside the site, and the same text at the
 * end of the one file, which travels alone.
 */
export function licences(alone: boolean): Plugin {
  return {
    name: "kanyan:licences",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const source = text();
        const page = bundle["kanyan.html"];
        if (!alone) this.emitFile({ type: "asset", fileName: "licences.txt", source });
        else if (page?.type === "asset") page.source = putIn(String(page.source), source, "licences");
        else this.error("the one file is not there yet");
      },
    },
  };
}

/** Our own licence, then that of every package that is given away with the page. */
export function text(): string {
  const own = readFileSync(join(HOME, "../LICENSE-MIT"), "utf8");
  const parts = [`Kanyan 刊验: MIT OR Apache-2.0\n\n${own.trim()}`];
  parts.push("The engine is made with serde, serde-wasm-bindgen, wasm-bindgen, js-sys and web-sys: MIT OR Apache-2.0, here MIT; the text is as above.");
  for (const folder of packages()) {
    const { name, version, license } = manifest(folder);
    parts.push(`${name} ${version}: ${license ?? "see below"}\n\n${texts(folder).join("\n\n") || "The package comes without a text of its own."}`);
  }
  parts.push(`Character maps of pdfjs-dist\n\n${texts(join(HOME, "node_modules/pdfjs-dist/cmaps")).join("\n\n")}`);
  const all = parts.join(`\n\n${"-".repeat(72)}\n\n`);
  if (/<\/script|<!--/i.test(all)) throw new Error("a licence would end the element it stands in");
  return `${all.replace(/\r\n?/g, "\n")}\n`;
}

interface Manifest {
  name: string;
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

const manifest = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

/** The folders of all packages that the page needs, and that these need, by name. */
function packages(): string[] {
  const found = new Map<string, string>();
  const look = (from: string): void => {
    for (const name of Object.keys(manifest(from).dependencies ?? {})) {
      const folder = resolve(from, name);
      if (!folder || found.has(folder)) continue;
      found.set(folder, name);
      look(folder);
    }
  };
  look(HOME);
  return [...found].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([folder]) => folder);
}

/** Where Node finds a package; an optional one may be missing. */
function resolve(from: string, name: string): string | undefined {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, "node_modules", name);
    if (existsSync(join(folder, "package.json"))) return folder;
    if (at === dirname(at)) return undefined;
  }
}

const texts = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
