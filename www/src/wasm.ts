import glue from "../wasm/kanyan.js?factory";
import { HOLDER } from "../build/binary.ts";
import { byId } from "./dom.ts";
import type { Door } from "./engine.ts";

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * Starts a fresh instance of the core: its own memory, nothing left of an earlier one; the code is compiled once.
 *
 * Not `initSync`: on the main thread Chromium of our floor refuses to compile or instantiate more than 4 KB at
 * once. The binary is in the page, not fetched, so that the page's policy can forbid every connection.
 */
export async function startCore(): Promise<Door> {
  const instance = glue();
  await instance.init({ module_or_path: await (compiled ??= WebAssembly.compile(binary())) });
  return instance;
}

/**
 * The binary, taken out of the page: nobody needs the text of it any more.
 *
 * It is one character a byte; those that are 256 too high fall back into place, as a byte array keeps the lower eight
 * bits.
 */
function binary(): Uint8Array<ArrayBuffer> {
  const holder = byId(HOLDER, HTMLScriptElement);
  const text = holder.text;
  holder.remove();
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}
