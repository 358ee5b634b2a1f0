import type { Notice } from "../../../crate/wasm/api.d.ts";

/**
 * What may be shown of notices while one of them is being typed (输入中): of that one only what was shown before the key, as
 * half a notice lacks the other half, and an unfinished number proves nothing. Everything else is shown at once.
 * The same list comes back if nothing is held.
 */
export function heldBack(notices: Notice[], before: Notice[], head: number, pending = false): Notice[] {
  const at = notices.findIndex(({ start, end }) => start <= head && head <= end);
  const typed = notices[at];
  if (!typed) return notices;
  // With as many notices as before, it is the one that was there. Otherwise one came or went, and it may be any of them.
  const own = before.length === notices.length ? before[at] : undefined;
  const same = own ? [own] : before;
  const known = new Set(same.flatMap(({ problems }) => problems.map(({ code }) => code)));
  const problems = typed.problems.filter(({ code }) => known.has(code));
  if (problems.length === typed.problems.length && !pending) return notices;
  return notices.map((notice) => (notice === typed ? { ...typed, problems, verdict: own?.verdict ?? "plausible" } : notice));
}
