import type { Options } from "../../../crate/wasm/api.d.ts";
import type { Engine } from "./engine.ts";
import type { Beside } from "./worker-checks.ts";

/** So long (in ms) the engine runs in a worker: its hot paths are then compiled well, and no computer is kept busy for long. */
const REHEARSAL = 600;
/** So often the page's own way round it is walked then. */
const ROUNDS = 12;

/**
 * Runs the engine in while nobody needs it (预热): WebAssembly starts in the browser's quick compiler, several times slower
 * than what its good one makes of the paths that were walked often. So that the first paste of the day need not wait for
 * that, the sample is checked again and again in a worker, where that disturbs nobody: what the compiler makes is for all
 * instances. Then it is checked a few times in the page, one short task each, when the browser is idle.
 */
export function warmUp(engine: Pick<Engine, "check">, beside: Beside, text: string, options: Options): void {
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
  idle(async () => {
    await beside.rehearse(text, options, REHEARSAL);
    idle(round);
  });
}
