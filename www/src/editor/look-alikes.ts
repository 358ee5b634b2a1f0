import { type EditorState, StateField } from "@codemirror/state";
import type { Problem, Rewrite } from "../../../crate/wasm/api.d.ts";
import { checked, record } from "./check-record.ts";

/** The code of the remark that reports them. */
export const LOOK_ALIKE = "characters.look-alike";

/**
 * Characters that only look like an ideograph (部首字符), and what they stand for, as far as a check of this text has found them:
 * what is copied out has the ideographs, whether or not the text itself was put right.
 */
const field = StateField.define<ReadonlyMap<string, string>>({
  create: () => new Map(),
  update(known, { effects, newDoc }) {
    for (const effect of effects) {
      if (!effect.is(checked) || !effect.value || effect.value.report.rewrites.length === 0) continue;
      const more = effect.value.report.rewrites.map(({ start, end, replacement }) => [newDoc.sliceString(start, end), replacement] as const);
      known = new Map([...known, ...more]);
    }
    return known;
  },
});

export const lookAlikes = field;

/** A text with the ideographs put in. */
export function copied(text: string, state: EditorState): string {
  const known = state.field(field);
  if (known.size === 0) return text;
  return [...text].map((character) => known.get(character) ?? character).join("");
}

/** The characters of the checked text, or those that a remark points at; none if the text has changed since. */
export function rewritesIn(state: EditorState, problem?: Problem): readonly Rewrite[] {
  const all = state.field(record)?.report.rewrites ?? [];
  if (!problem) return all;
  const places = new Set([problem, ...(problem.related ?? [])].map(({ start }) => start));
  return all.filter(({ start }) => places.has(start));
}
