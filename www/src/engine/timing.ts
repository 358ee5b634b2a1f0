/**
 * How long a change takes to be seen (用时): measures that a bench reads by a `PerformanceObserver`.
 *
 * - `kanyan:ready` (a mark): the engine has given its first answer.
 * - `kanyan:check`: the engine's own time for the report, with its way out of WebAssembly.
 * - `kanyan:laid-out`: from the key press or paste to the new highlights laid out.
 *
 * Only the last of each measure is kept: the page stays open all day.
 */
export function measure(name: "kanyan:check" | "kanyan:laid-out", start: number): void {
  performance.clearMeasures(name);
  performance.measure(name, { start, end: performance.now() });
}

/** Measures until what changed is laid out; without an input that is waiting to be seen there is nothing to measure. */
export function laidOut(element: HTMLElement, since: number | undefined): void {
  if (since === undefined) return;
  requestAnimationFrame(() => {
    // Asking for a size lays out what this frame is about to show.
    element.getBoundingClientRect();
    measure("kanyan:laid-out", since);
  });
}

/** When the last key, paste or drop reached the page: the start of what the user waits for. Each is taken once. */
export function watchInput(element: HTMLElement): () => number | undefined {
  let at: number | undefined;
  for (const type of ["keydown", "beforeinput", "paste", "drop", "compositionend"])
    element.addEventListener(type, (event) => (at = event.timeStamp), { capture: true, passive: true });
  return () => {
    const taken = at;
    at = undefined;
    return taken;
  };
}
