import type { Options } from "../../crate/wasm/api.d.ts";
import type { Engine } from "./engine.ts";

/** After so many rounds the browser's compiler has seen enough of the engine's hot paths. */
const ROUNDS = 12;

/**
 * Runs the engine in while nobody needs it (预热): WebAssembly starts in the browser's quick compiler, several times slower
 * than what its good one makes of the paths that were walked often. So that the first paste of the day need not wait for
 * that, the sample is checked a few times, one short task each, when the browser is idle.
 */
export function warmUp(engine: Pick<Engine, "check">, text: string, options: Options): void {
  const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 50));
  let left = ROUNDS;
  const round = async (): Promise<void> => {
    try {
      await engine.check(text, options);
      if (--left > 0) idle(round);
    } catch {
      // What stops the engine here will be told when it stops a check of the user's own text.
    }
  };
  idle(round);
}
