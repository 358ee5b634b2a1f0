import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { putIn } from "./binary.ts";
import { asDeflated } from "./glue.ts";

const PACKED = fileURLToPath(new URL("../src/packed.ts", import.meta.url));
const CMAPS = fileURLToPath(new URL("../node_modules/pdfjs-dist/cmaps/", import.meta.url));

/** Adobe's tables of simplified Chinese (GB 2312, GBK, GB 18030, Unicode): fonts of such PDFs need not be in the file. */
const CHINESE = /^(Adobe-GB1-.*|GB.*|UniGB-.*)\.bcmap$/;

/**
 * The readers of files (`./readers/NAME.ts?reader`): each becomes one classic script for a worker (src/files/workers.ts),
 * built by itself, and a module that gives its text.
 *
 * On the site that module holds the text and is a file of its own, loaded when first needed. In the one file the text
 * stands packed at the end of the page, behind the page's own script, so that the page opens before it is read.
 */
export function readers(alone: boolean, target: string[]): Plugin {
  const packed = new Map<string, string>();
  return {
    name: "kanyan:readers",
    enforce: "pre",
    resolveId(source, importer) {
      return importer && source.endsWith("?reader") ? resolve(dirname(importer), source) : null;
    },
    async load(id) {
      const [file = "", query] = id.split("?");
      if (query !== "reader") return null;
      const code = await script(file, target);
      if (!alone) return `export default async () => ${JSON.stringify(code)};`;
      const holder = `reader-${basename(file, ".ts")}`;
      packed.set(holder, asDeflated(Buffer.from(code)));
      return `import { packedScript } from ${JSON.stringify(PACKED)};\nexport default () => packedScript("${holder}");`;
    },
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        if (!alone) return;
        const page = bundle["kanyan.html"];
        if (page?.type !== "asset") return this.error("the one file is not there yet");
        page.source = [...packed].reduce((html, [id, text]) => putIn(html, text, id), String(page.source));
      },
    },
  };
}

async function script(entry: string, target: string[]): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    plugins: [cmaps()],
    build: { write: false, target, lib: { entry, formats: ["iife"], name: "reader" }, reportCompressedSize: false, chunkSizeWarningLimit: 4096 },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunks = first && "output" in first ? first.output : [];
  const [chunk] = chunks;
  if (chunks.length !== 1 || chunk?.type !== "chunk") throw new Error(`${entry} should become one script`);
  return chunk.code;
}

function cmaps(): Plugin {
  const name = "kanyan:cmaps";
  return {
    name,
    resolveId: (source) => (source === name ? `\0${name}` : null),
    load(id) {
      if (id !== `\0${name}`) return null;
      const files = readdirSync(CMAPS).filter((file) => CHINESE.test(file));
      if (files.length === 0) this.error("pdfjs-dist has no tables of Chinese fonts: see build/readers.ts");
      return `export default ${JSON.stringify(Object.fromEntries(files.map((file) => [basename(file, ".bcmap"), readFileSync(join(CMAPS, file)).toString("base64")])))};`;
    },
  };
}
