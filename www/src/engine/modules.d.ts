/** wasm-bindgen's glue as a function that needs nothing around it: each call gives an engine with its own memory (build/glue.ts). */
declare module "*?factory" {
  import type { check, kinds } from "../../../crate/wasm/api.d.ts";
  export interface Glue {
    check: typeof check;
    kinds: typeof kinds;
    init(input: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  }
  /** `objects` makes of a packed report what `check` and `kinds` give. */
  export default function glue(objects: (text: string, tape: Uint32Array) => unknown): Glue;
}

declare module "*?raw" {
  const text: string;
  export default text;
}

/** Which build this is; the bundler puts the answer in (vite.config.ts). */
interface ImportMeta {
  readonly env: { readonly MODE: string };
}

/** The readers of files as the texts of their workers' scripts, loaded when asked for (build/readers.ts). */
declare module "kanyan:readers" {
  const readers: Record<"document" | "pages" | "rows" | "archive", () => Promise<string>>;
  export default readers;
}

/** The tables of Chinese fonts by their names, in base64 (build/readers.ts). */
declare module "kanyan:cmaps" {
  const cmaps: Record<string, string>;
  export default cmaps;
}

/** The half of pdf.js that works in a worker; it has no types of its own. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs" {
  export const WorkerMessageHandler: object;
}

/** As much of Papa Parse as is used. */
declare module "papaparse" {
  export function parse<Row>(text: string, options: { skipEmptyLines: "greedy" }): { data: Row[] };
}
