import { HOLDER } from "../build/binary.ts";
import glue from "../wasm/kanyan.js?factory";
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
  await instance.init({ module_or_path: await (compiled ??= compile(takeText())) });
  return instance;
}

/** The binary's text, taken out of the page: nobody needs it there any more. */
function takeText(): string {
  const holder = byId(HOLDER, HTMLScriptElement);
  holder.remove();
  return holder.text;
}

/** In the one file the binary is packed (build/glue.ts), on the site it is as it is. */
async function compile(text: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(import.meta.env.MODE === "onefile" ? await inflate(bytes(atob(text))) : bytes(text));
}

/** One character a byte; those that are 256 too high fall back into place, as a byte array keeps the lower eight bits. */
function bytes(text: string): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}

async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const { readable, writable } = new DecompressionStream("deflate-raw");
  const writer = writable.getWriter();
  const [inflated] = await Promise.all([new Response(readable).arrayBuffer(), writer.write(packed), writer.close()]);
  return inflated;
}
