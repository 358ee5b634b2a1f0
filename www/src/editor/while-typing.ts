import type { Notice } from "../../../crate/wasm/api.d.ts";

/**
 * What may be told of notices while one of them is being typed (输入中): of that one only what was told before the key, since
 * half a notice lacks the other half, and a number that is not finished says nothing of it. Everything else is told at once.
 * The same list comes back if nothing is held.
 */
export function heldBack(notices: Notice[], before: Notice[], head: number, pending = false): Notice[] {
  const at = notices.findIndex(({ start, end }) => start <= head && head <= end);
  const typed = notices[at];
  if (!typed) return notices;
  // As many as before: it is the one that stood there. Else one came or went, and any may be it.
  const own = before.length === notices.length ? before[at] : undefined;
  const same = own ? [own] : before;
  const known = new Set(same.flatMap(({ problems }) => problems.map(({ code }) => code)));
  const problems = typed.problems.filter(({ code }) => known.has(code));
  if (problems.length === typed.problems.length && !pending) return notices;
  return notices.map((notice) => (notice === typed ? { ...typed, problems, verdict: own?.verdict ?? "plausible" } : notice));
}
