import type { Options } from "../../../crate/wasm/api.d.ts";
import type glue from "../../wasm/kanyan.js?factory";

/** What the page sends: a part of the text, or after the last of them what to do with it: check it, at least for so long (in ms). */
export type Order = { part: string } | { core: WebAssembly.Module; options: Options; rehearse: number };

/** What comes back: the packed report (objects.rs) and the engine's own time for it, or what went wrong. */
export type Answer = { text: string; tape: Uint32Array<ArrayBuffer>; took: number } | { error: string; refused: boolean };

/**
 * What runs in the worker (后台检查): one check of one text; then the page ends the worker, and its memory is free again.
 *
 * The function's own text is sent to the worker, so it may use nothing from around it but what the browser has.
 */
export function work(make: typeof glue): void {
  const parts: string[] = [];
  onmessage = async ({ data }: MessageEvent<Order>) => {
    if ("part" in data) return void parts.push(data.part);
    try {
      const door = make((text, tape) => ({ text, tape: tape.slice() }));
      await door.init({ module_or_path: data.core });
      const whole = parts.join("");
      const began = performance.now();
      let start = began;
      let packed = door.check(whole, data.options);
      while (performance.now() - began < data.rehearse) {
        start = performance.now();
        packed = door.check(whole, data.options);
      }
      const { text, tape } = packed as unknown as { text: string; tape: Uint32Array<ArrayBuffer> };
      const answer: Answer = { text, tape, took: performance.now() - start };
      postMessage(answer, { transfer: [tape.buffer] });
    } catch (error) {
      // The door refuses options it cannot read by a TypeError; anything else is a break-down.
      const answer: Answer = { error: String(error), refused: error instanceof TypeError };
      postMessage(answer);
    }
  };
}
