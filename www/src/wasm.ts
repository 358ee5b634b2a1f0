import base64 from "../wasm/kanyan_bg.wasm?base64";
import glue from "../wasm/kanyan.js?factory";
import type { Door } from "./engine.ts";

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * Starts a fresh instance of the core: its own memory, nothing left of an earlier one; the code is compiled once.
 *
 * Not `initSync`: on the main thread Chromium of our floor refuses to compile or instantiate more than 4 KB at
 * once. The binary is in the script, not fetched, so that the page's policy can forbid every connection.
 */
export async function startCore(): Promise<Door> {
  const instance = glue();
  await instance.init({ module_or_path: await (compiled ??= WebAssembly.compile(bytes(base64))) });
  return instance;
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const out = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) out[i] = binary.charCodeAt(i);
  return out;
}
