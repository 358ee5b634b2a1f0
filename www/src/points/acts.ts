import type { Finding, Rewrite, Suggestion } from "../../../crate/wasm/api.d.ts";
import type { Act } from "../words/words.ts";
import { isUnsound, type Shown } from "./points.ts";

/** What can be done to a number, in the order of the buttons. */
export const ACTS: readonly Act[] = ["fix", "mask"];

/**
 * The keys that do it at the cursor. Chat programs send by Ctrl+Enter, so no input method takes it for itself (as they do with
 * Ctrl+. and Ctrl+;), and browsers give it no meaning in a page.
 */
export const KEYS: Record<Act, string> = { fix: "Ctrl+Enter", mask: "Ctrl+Shift+Enter" };

/** A change inside one number, at the places where its check saw it. */
export type Edit = Pick<Suggestion, "start" | "end" | "replacement">;

export interface Wish {
  finding: Finding;
  edit: Edit;
}

/** The changes of writing that need no look at the original, the likeliest first. */
export function safe({ suggestions }: Finding): Suggestion[] {
  return suggestions.filter(({ certainty }) => certainty === "safe");
}

/** What might have been meant. Only the original can decide, so none of these is ever applied. */
export function likely({ suggestions }: Finding): Suggestion[] {
  return suggestions.filter(({ certainty }) => certainty === "compare");
}

/** What an act would do to a number, if it can do anything. */
export function editOf(finding: Finding, act: Act): Edit | undefined {
  if (act === "fix") return safe(finding)[0];
  // Masked is written over, never taken away.
  return finding.exposure?.replacement ? finding.exposure : undefined;
}

/** Which numbers are masked: the sound ones, or the wrong and doubtful, whose slip a mask would hide. */
export type Which = "sound" | "unsound";

/** The numbers an act can be done to; what is still being typed is left alone. */
export function wishes(numbers: Shown[], act: Act, which: Which = "sound"): Wish[] {
  return numbers.flatMap(({ finding, sign }) => {
    const edit = sign === "pending" || (act === "mask" && isUnsound(finding) !== (which === "unsound")) ? undefined : editOf(finding, act);
    return edit ? [{ finding, edit }] : [];
  });
}

/** Characters that only look like an ideograph, outside the numbers that are put right themselves. */
export function asides(rewrites: readonly Rewrite[], wanted: readonly Wish[]): Rewrite[] {
  const taken = wanted.map(({ edit }) => edit);
  return rewrites.filter(({ start, end }) => !taken.some((edit) => start < edit.end && edit.start < end));
}

/** How many units two texts share at the start, and of the rest at the end. */
export function common(a: string, b: string): { head: number; tail: number } {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return { head, tail };
}
