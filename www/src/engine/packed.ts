import { byId } from "../elements/elements.ts";

/** What stands in the one file packed (压缩): deflated, in base64. */
export function unpacked(text: string): Promise<ArrayBuffer> {
  const packed = atob(text);
  // A plain loop: a tenth of what a function called for each byte takes, while the page is opening.
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  return inflate(bytes);
}

/** The text of a script that stands packed at the end of the one file (build/readers.ts), where it is not needed afterwards. */
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
