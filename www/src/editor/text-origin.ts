import { invertedEffects } from "@codemirror/commands";
import { type EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import type { Read } from "../files/formats/results.ts";

/** Where a text came from (来源): what was read of a file, but for the text, which changes. */
export type Origin = Omit<Read, "text">;

/** The file was read once more, in another encoding. */
export const readAs = StateEffect.define<Origin>();

const field = StateField.define<Origin | undefined>({
  create: () => undefined,
  update: (before, { effects }) => effects.find((effect) => effect.is(readAs))?.value ?? before,
});

/** Undo brings back the encoding with the text, and what there was to know about it. */
const inverted = invertedEffects.of(({ effects, startState }) => {
  const before = startState.field(field);
  return before && effects.some((effect) => effect.is(readAs)) ? [readAs.of(before)] : [];
});

/** Kept with each text, from the start for that of a file. */
export function origin(first?: Origin): Extension {
  return first ? [field.init(() => first), inverted] : [field, inverted];
}

/** The file that a text came from; nothing of what was pasted or typed. */
export function originOf(state: EditorState): Origin | undefined {
  return state.field(field);
}
