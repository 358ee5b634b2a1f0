import { byId } from "./dom.ts";

/** What stands in the one file packed (压缩): deflated, in base64. */
export function unpacked(text: string): Promise<ArrayBuffer> {
  return inflate(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
}

/** The text of a script that stands packed at the end of the one file (build/readers.ts); nobody needs it there afterwards. */
export async function packedScript(id: string): Promise<string> {
  // A quick hand drops its file before the browser has read the page to its end.
  if (document.readyState === "loading") await new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
  const holder = byId(id, HTMLScriptElement);
  const code = new TextDecoder().decode(await unpacked(holder.text));
  holder.remove();
  return code;
}

async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const { readable, writable } = new DecompressionStream("deflate-raw");
  const writer = writable.getWriter();
  const [inflated] = await Promise.all([new Response(readable).arrayBuffer(), writer.write(packed), writer.close()]);
  return inflated;
}
