import { objects } from "../../../crate/wasm/src/objects.js";
import { HOLDER } from "../../build/binary.ts";
import glue from "../../wasm/kanyan.js?factory";
import { byId } from "../elements/elements.ts";
import type { Door } from "./engine.ts";
import { ownScript } from "./own-script.ts";
import { unpacked } from "./packed.ts";
import { work } from "./worker-script.ts";

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * Starts a fresh instance of the core: its own memory, nothing left of an earlier one; the code is compiled once.
 *
 * Not `initSync`: on the main thread Chromium of our floor refuses to compile or instantiate more than 4 KB at
 * once. The binary is in the page, not fetched, so that the page's policy can forbid every connection.
 */
export async function startCore(): Promise<Door> {
  const instance = glue(objects);
  await instance.init({ module_or_path: await core() });
  return instance;
}

/** The engine's code, compiled: any number of instances can be made of it, in workers too. */
export function core(): Promise<WebAssembly.Module> {
  return (compiled ??= compile(takeText()));
}

let script: string | undefined;

/** Starts a worker that can make an instance of the core. Its script is made of functions that are in the page already. */
export function startWorker(): Worker {
  script ??= URL.createObjectURL(new Blob([`(${String(work)})(${String(glue)})`], { type: "text/javascript" }));
  return new Worker(ownScript(script));
}

/** The binary's text, taken out of the page, where it is no longer needed. */
function takeText(): string {
  const holder = byId(HOLDER, HTMLScriptElement);
  holder.remove();
  return holder.text;
}

/** In the one file the binary is packed (build/glue.ts), on the site it is as it is. */
async function compile(text: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(import.meta.env.MODE === "onefile" ? await unpacked(text) : bytes(text));
}

/** One character a byte; those that are 256 too high fall back into place, as a byte array keeps the lower eight bits. */
function bytes(text: string): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}
