import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { putIn } from "./binary.ts";
import { asDeflated } from "./glue.ts";

const PACKED = fileURLToPath(new URL("../src/engine/packed.ts", import.meta.url));
const CMAPS = fileURLToPath(new URL("../node_modules/pdfjs-dist/cmaps/", import.meta.url));

/** Adobe's tables of simplified Chinese (GB 2312, GBK, GB 18030, Unicode): fonts of such PDFs need not be in the file. */
const CHINESE = /^(Adobe-GB1-.*|GB.*|UniGB-.*)\.bcmap$/;

const READERS = fileURLToPath(new URL("../src/files/formats/readers/", import.meta.url));

/** Each of them is one reader; what they share lies beside them. */
const NAMES = readdirSync(READERS)
  .map((file) => basename(file, ".ts"))
  .filter((name) => name !== "serve");

const LIST = "kanyan:readers";

/**
 * The readers of files (src/files/formats/readers/): each becomes one classic script for a worker
 * (src/files/reader-workers.ts), built by itself. The module `kanyan:readers` gives their texts when they are asked for.
 *
 * On the site each is a file of its own, loaded when first needed. In the one file they stand packed at the end of the
 * page, behind the page's own script, so that the page opens before they are read.
 */
export function readers(alone: boolean, target: string[]): Plugin {
  return {
    name: LIST,
    enforce: "pre",
    resolveId(source) {
      if (source === LIST) return `\0${LIST}`;
      return source.startsWith(READERS) && source.endsWith("?reader") ? source : null;
    },
    async load(id) {
      if (id === `\0${LIST}`) return list(alone);
      const [file = "", query] = id.split("?");
      return query === "reader" ? `export default ${JSON.stringify(await script(file, target))};` : null;
    },
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        if (!alone) return;
        const page = bundle["kanyan.html"];
        if (page?.type !== "asset") return this.error("the one file is not there yet");
        for (const name of NAMES) page.source = putIn(String(page.source), asDeflated(Buffer.from(await script(join(READERS, `${name}.ts`), target))), holder(name));
      },
    },
  };
}

function list(alone: boolean): string {
  const loaded = (name: string) => `() => import(${JSON.stringify(join(READERS, `${name}.ts?reader`))}).then((reader) => reader.default)`;
  const packed = (name: string) => `() => packedScript("${holder(name)}")`;
  return `import { packedScript } from ${JSON.stringify(PACKED)};
export default { ${NAMES.map((name) => `${name}: ${(alone ? packed : loaded)(name)}`).join(", ")} };`;
}

/** The element of the one file that holds a reader. */
const holder = (name: string) => `reader-${name}`;

async function script(entry: string, target: string[]): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    plugins: [cmaps()],
    // A classic script has none; pdf.js would find its own parts by it, which are all here.
    define: { "import.meta.url": '""' },
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
