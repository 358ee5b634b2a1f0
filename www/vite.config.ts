import { defineConfig } from "vite";
import { FLOOR } from "./build/floor.ts";
import { glue } from "./build/glue.ts";
import { oneFile, site } from "./build/html.ts";
import { icon } from "./build/icon.ts";
import { licences } from "./build/licences.ts";
import { plainKeys } from "./build/keys.ts";
import { offline } from "./build/offline.ts";
import { readers } from "./build/readers.ts";
import { adoptedStyles } from "./build/styles.ts";

/** `vite build` makes the site in `dist/`, `vite build --mode onefile` adds `dist/kanyan.html`. */
export default defineConfig(({ mode }) => {
  const alone = mode === "onefile";
  return {
    base: "./",
    plugins: [adoptedStyles(), plainKeys(), glue(alone), icon(), ...(alone ? [oneFile()] : [offline(), site()]), readers(alone, FLOOR), licences(alone)],
    build: {
      target: FLOOR,
      cssTarget: FLOOR,
      emptyOutDir: !alone,
      // Split, the styles of a classic script would be written into the page by the script.
      cssCodeSplit: !alone,
      modulePreload: false as const,
      reportCompressedSize: false,
      // The binary is text in the script: larger than the usual limit by intent.
      chunkSizeWarningLimit: 4096,
      rolldownOptions: { output: alone ? { format: "iife" as const, codeSplitting: false } : {} },
    },
  };
});
