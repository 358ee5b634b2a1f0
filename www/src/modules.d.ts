/** wasm-bindgen's glue as a function: each call gives an engine with its own memory (build/glue.ts). */
declare module "*?factory" {
  import type { check, kinds } from "../../crate/wasm/api.d.ts";
  export interface Glue {
    check: typeof check;
    kinds: typeof kinds;
    init(input: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  }
  export default function glue(): Glue;
}

declare module "*?raw" {
  const text: string;
  export default text;
}

/** Which build this is; the bundler puts the answer in (vite.config.ts). */
interface ImportMeta {
  readonly env: { readonly MODE: string };
}
